import { Document, Packer, Paragraph } from 'docx';
import { strFromU8, unzipSync } from 'fflate';
import type { LayoutDocument } from '../../layout/document.ts';
import type { BracketWidth } from '../../layout/marker.ts';
import { createMemory } from '../remember.ts';
import { hasEdgeMarks, loadSheetDrawings, type SheetDrawings } from '../sheet-drawings.ts';
import { deflatedEntry, type ZipEntry } from '../zip/zip.ts';
import { drawingsXml } from './drawing-xml.ts';
import { LIST, listDefinition } from './numbering.ts';
import { DRAWINGS_PLACE, sheetFooter, sheetHeader, sheetProperties } from './sheet.ts';
import { documentStyles } from './styles.ts';
import type { DocumentFonts } from './units.ts';

/** What the parts around the body depend on. */
export interface ShellOptions {
  readonly fonts: DocumentFonts;
  readonly brackets: BracketWidth;
  readonly bodyPitchPt: number;
  /** Number of lists in the body. */
  readonly lists: number;
}

/** Everything of a docx but the words of the letter. */
export interface Shell {
  /** All parts but the main one and the properties. */
  readonly entries: readonly ZipEntry[];
  /** The main part before and after the body. */
  readonly before: string;
  readonly after: string;
  /** Numbers of the lists in the document. */
  readonly listNumbers: readonly number[];
}

const MAIN_PART = 'word/document.xml';
const STYLES_PART = 'word/styles.xml';
export const PROPERTIES_PART = 'docProps/core.xml';

/** Has the library write a document whose body is one paragraph a list, so that its lists exist. */
async function writeModel(
  document: LayoutDocument,
  drawings: SheetDrawings,
  options: ShellOptions,
): Promise<Uint8Array> {
  const { fonts, brackets, bodyPitchPt, lists } = options;
  const firstPageDiffers = document.mark !== '' || drawings.first !== drawings.rest;
  const rest = sheetHeader(DRAWINGS_PLACE.rest, '', fonts);
  const footer = sheetFooter(document, fonts);
  const first = firstPageDiffers ? { first: sheetHeader(DRAWINGS_PLACE.first, document.mark, fonts) } : {};
  const children = Array.from(
    { length: Math.max(1, lists) },
    (_, instance) => new Paragraph(lists === 0 ? {} : { numbering: { reference: LIST, level: 0, instance } }),
  );
  const file = new Document({
    styles: documentStyles(fonts, bodyPitchPt),
    numbering: listDefinition(fonts, brackets),
    sections: [
      {
        properties: sheetProperties(document, firstPageDiffers),
        headers: { default: rest, ...first },
        footers: { default: footer, ...(firstPageDiffers ? { first: footer } : {}) },
        children,
      },
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(file));
}

/** The header with its pictures in the place kept for them. */
function withDrawings(header: string, drawings: SheetDrawings): string {
  return (['first', 'rest'] as const).reduce((text, sheet) => {
    const run = new RegExp(`<w:r>(?:(?!<w:r>).)*${DRAWINGS_PLACE[sheet]}.*?</w:r>`);
    return text.replace(run, () => drawingsXml(drawings[sheet]));
  }, header);
}

/**
 * What the library has no option for: no room between Han and digits, and marks at the end of a line.
 *
 * `overflowPunct` is on, which is Word's own default; Writer 7 reads it the wrong way round and only then keeps the
 * marks inside the margin. Writer knows no way to take `autoSpaceDE` from a docx and adds a fifth of an em.
 */
function withAsianTypography(styles: string): string {
  const off = ['overflowPunct', 'autoSpaceDE', 'autoSpaceDN']
    .map((name) => `<w:${name} w:val="0"/>`)
    .join('');
  return styles.replaceAll('<w:pPr><w:spacing', `<w:pPr>${off}<w:spacing`);
}

async function createShell(
  document: LayoutDocument,
  drawings: SheetDrawings,
  options: ShellOptions,
): Promise<Shell> {
  const parts = unzipSync(await writeModel(document, drawings, options));
  const main = strFromU8(parts[MAIN_PART] ?? new Uint8Array());
  const body = main.indexOf('<w:body>') + '<w:body>'.length;
  const section = main.lastIndexOf('<w:sectPr');
  const entries = Object.entries(parts)
    .filter(([name]) => name !== MAIN_PART && name !== PROPERTIES_PART)
    .map(([name, bytes]) => {
      if (name.startsWith('word/header'))
        return deflatedEntry(name, withDrawings(strFromU8(bytes), drawings));
      return deflatedEntry(name, name === STYLES_PART ? withAsianTypography(strFromU8(bytes)) : bytes);
    });
  const listNumbers = [...main.matchAll(/<w:numId w:val="(\d+)"\/>/g)].map((found) => Number(found[1]));
  return { entries, before: main.slice(0, body), after: main.slice(section), listNumbers };
}

const shells = createMemory<Shell>(16);

/**
 * The parts around the body, written by the docx library once for all letters of the same look.
 *
 * The library takes 15 ms a document, most of it for these parts; a batch of letters shares them.
 */
export function shellFor(document: LayoutDocument, options: ShellOptions): Promise<Shell> {
  const { page, bindingLine, pageNumbers, mark } = document;
  const edges = hasEdgeMarks(document);
  const key = JSON.stringify([page, bindingLine, pageNumbers, mark, edges, options]);
  return shells.get(key, async () =>
    createShell(document, await loadSheetDrawings(document, edges), options),
  );
}
