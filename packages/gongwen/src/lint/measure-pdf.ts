import { type PdfObject, readPdfObjects } from './pdf-objects.ts';
import type { PrintedFile, PrintedFont } from './printed.ts';

/**
 * Measures what the rules of group Y ask of a PDF: fonts, tags, language, title, standard and colours.
 *
 * Its text is not extracted: hand in `text` as another program extracts it.
 *
 * @param bytes the whole file, not encrypted.
 * @returns only what was found; a file that is no PDF gives an empty value.
 */
export async function measurePdf(bytes: Uint8Array): Promise<PrintedFile> {
  const objects = await readPdfObjects(bytes);
  const catalog = objects.find(({ dictionary }) => /\/Type\s*\/Catalog\b/.test(dictionary))?.dictionary;
  if (catalog === undefined) return {};
  const metadata = objects.find(({ dictionary }) => /\/Subtype\s*\/XML\b/.test(dictionary))?.stream;
  const xmp = metadata === undefined ? '' : new TextDecoder().decode(metadata);
  const language = languageOf(catalog);
  return {
    fonts: objects.flatMap(fontOf),
    tagged:
      /\/Marked\s+true/.test(catalog) ||
      objects.some(({ dictionary }) => /^\s*<<[^>]*\/Marked\s+true/.test(dictionary)),
    ...(language !== undefined && { language }),
    title: titleOf(xmp),
    ...standardOf(xmp),
    blackOnly: objects.every(isBlack),
  };
}

function fontOf({ dictionary }: PdfObject): readonly PrintedFont[] {
  if (!/\/Type\s*\/FontDescriptor\b/.test(dictionary)) return [];
  const written = /\/FontName\s*\/([^\s/<>[\]()]+)/.exec(dictionary)?.[1] ?? '';
  const name = written.replace(/#([0-9A-Fa-f]{2})/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
  return [{ name, embedded: /\/FontFile[23]?\b/.test(dictionary), subset: /^[A-Z]{6}\+/.test(name) }];
}

/** A text string of a PDF: in brackets or hexadecimal, one byte a character or UTF-16. */
function languageOf(catalog: string): string | undefined {
  const plain = /\/Lang\s*\(([^)]*)\)/.exec(catalog)?.[1];
  if (plain !== undefined) return plain;
  const hex = /\/Lang\s*<([0-9A-Fa-f\s]+)>/.exec(catalog)?.[1]?.replace(/\s/g, '');
  return hex
    ?.replace(/^feff/i, '')
    .replace(/(?:00)?([0-9A-Fa-f]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

const titleOf = (xmp: string) =>
  /<dc:title>[\s\S]*?<rdf:li[^>]*>([\s\S]*?)<\/rdf:li>/.exec(xmp)?.[1]?.trim() ?? '';

/** What the metadata claim, such as PDF/A-2B; empty where they claim nothing. */
function standardOf(xmp: string): Pick<PrintedFile, 'standard'> {
  const value = (name: string) =>
    new RegExp(`pdfaid:${name}(?:>|=["'])\\s*([A-Za-z0-9]+)`).exec(xmp)?.[1] ?? '';
  return { standard: value('part') === '' ? '' : `PDF/A-${value('part')}${value('conformance')}` };
}

const COLOUR = /((?:[\d.]+\s+){1,4})(rg|RG|g|G|k|K|scn|SCN|sc|SC)\b/g;

/** True for an object that sets no colour but black. */
function isBlack({ dictionary, stream }: PdfObject): boolean {
  if (!stream || /\/Type\b|\/Subtype\s*\/(?:Image|XML)|\/FontFile|\/Length1|\/Alternate/.test(dictionary))
    return true;
  const text = new TextDecoder('latin1').decode(stream);
  if (!/\b(?:BT|re|[lm])\s/.test(text)) return true;
  return [...text.matchAll(COLOUR)].every(([, operands = '', operator = '']) => {
    const values = operands.trim().split(/\s+/).map(Number);
    return operator.toLowerCase() === 'k' && values.length === 4
      ? values[3] === 1
      : values.every((value) => value === 0);
  });
}
