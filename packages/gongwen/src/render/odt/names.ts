import type { Role } from '../../layout/role.ts';

/** Namespaces of OpenDocument 1.2 that the parts use. */
export const NAMESPACES = [
  'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"',
  'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"',
  'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"',
  'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"',
  'xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"',
  'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"',
  'xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"',
  'xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0"',
  'xmlns:dc="http://purl.org/dc/elements/1.1/"',
].join(' ');

/** The version that CNS 15251 (ISO/IEC 26300:2015) stands for. */
export const VERSION = 'office:version="1.2"';

export const XML_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n';

/** A length. */
export const pt = (points: number): string => `${Math.round(points * 1000) / 1000}pt`;

/** Internal name of a role's paragraph style; the Chinese one is its display name. */
export const styleName = (role: Role): string => `Gongwen_${role}`;

/** The font names of a document, escaped for XML. */
export interface DocumentFonts {
  readonly han: string;
  readonly latin: string;
}

/** Font faces by the names that styles use. No generic family and no pitch: they defeat font replacement tables. */
export function fontFaces({ han, latin }: DocumentFonts): string {
  const face = (name: string) => `<style:font-face style:name="${name}" svg:font-family="'${name}'"/>`;
  return `<office:font-face-decls>${face(han)}${han === latin ? '' : face(latin)}</office:font-face-decls>`;
}
