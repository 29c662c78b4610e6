import type { LayoutDocument } from '../../layout/document.ts';
import { layoutLetter } from '../../layout/layout-letter.ts';
import { resolveLayout } from '../../layout/options.ts';
import type { PaperLetter, PaperOptions } from '../../layout/paper-type.ts';
import { escapeMarkup } from '../markup.ts';
import { deflatedEntry, writeZip } from '../zip/zip.ts';
import { bodyXml } from './body-xml.ts';
import { PROPERTIES_PART, shellFor } from './shell.ts';

/** How a docx is made. */
export interface DocxOptions extends PaperOptions {
  /** Real lists (`native`), or markers as text for programs that drop Chinese lists (`literal`). Default `native`. */
  readonly numbering?: 'native' | 'literal';
  /** Name of the Han font. Default 標楷體. */
  readonly hanFont?: string;
  /** Name of the Latin font. Default Times New Roman. */
  readonly latinFont?: string;
  /** Date of the document's properties. Default: now. */
  readonly created?: Date;
}

function propertiesXml(document: LayoutDocument, created: Date): string {
  const date = `${created.toISOString().slice(0, 19)}Z`;
  const name = (text: string) => escapeMarkup(text);
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"',
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"',
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
    `<dc:title>${name(document.title)}</dc:title><dc:creator>${name(document.issuer)}</dc:creator>`,
    `<dc:language>${document.language}</dc:language>`,
    `<dcterms:created xsi:type="dcterms:W3CDTF">${date}</dcterms:created>`,
    `<dcterms:modified xsi:type="dcterms:W3CDTF">${date}</dcterms:modified></cp:coreProperties>`,
  ].join('');
}

const countLists = (document: LayoutDocument): number =>
  document.blocks.reduce(
    (count, block) =>
      block.type === 'paragraph' && block.list !== undefined ? Math.max(count, block.list.id + 1) : count,
    0,
  );

/**
 * A letter as a Word document: real styles and lists, the binding line as a picture that is no text, page numbers as
 * fields.
 *
 * The document names its fonts and does not embed them. Letters that are equal give files that are equal, byte by
 * byte, when `created` is given.
 *
 * @throws GongwenError `FONT_PACKAGE_MISSING` when the binding line is asked for and the font it is drawn from is
 * not installed.
 */
export async function renderDocx(letter: PaperLetter, options: DocxOptions = {}): Promise<Uint8Array> {
  const {
    numbering = 'native',
    hanFont = '標楷體',
    latinFont = 'Times New Roman',
    created = new Date(),
  } = options;
  const fonts = { han: escapeMarkup(hanFont), latin: escapeMarkup(latinFont) };
  const { brackets, bodyPitchPt } = resolveLayout(options);
  const document = layoutLetter(letter, options);
  const lists = numbering === 'native' ? countLists(document) : 0;
  const shell = await shellFor(document, { fonts, brackets, bodyPitchPt, lists });
  const main = `${shell.before}${bodyXml(document, { fonts, lists: shell.listNumbers })}${shell.after}`;
  const [first, ...rest] = shell.entries;
  return writeZip([
    ...(first === undefined ? [] : [first]),
    deflatedEntry('word/document.xml', main),
    deflatedEntry(PROPERTIES_PART, propertiesXml(document, created)),
    ...rest,
  ]);
}
