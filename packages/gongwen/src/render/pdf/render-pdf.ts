import type { Issue } from '@kcc/validators';
import type { LayoutDocument } from '../../layout/document.ts';
import { layoutLetter } from '../../layout/layout-letter.ts';
import type { PagedDocument } from '../../layout/pages.ts';
import { paginate } from '../../layout/paginate.ts';
import type { PaperLetter, PaperOptions } from '../../layout/paper-type.ts';
import { copyIssues } from '../copy-issues.ts';
import { bindingFigures, edgeFigures, figuresToSvg } from '../drawing.ts';
import { outlineOf } from '../fonts/outline.ts';
import type { PdfEngine, PdfEngineOptions } from './engine.ts';
import { engineFor } from './engine-cache.ts';
import { createGlyphReport, type MissingGlyph, type UsedFont } from './glyph-report.ts';
import { typstPage, typstPreamble } from './typst-source.ts';
import { createTextWriter } from './typst-text.ts';

/** How a PDF is made. */
export interface PdfOptions extends PaperOptions, PdfEngineOptions {
  /** An open engine; without one, the fonts and the compiler are loaded for this call. */
  readonly engine?: PdfEngine;
  /** Date of the document's properties. Default: now. */
  readonly created?: Date;
}

/** A letter as a file, with what was used and what was not found. */
export interface RenderedPdf {
  readonly bytes: Uint8Array;
  readonly pages: number;
  readonly fonts: readonly UsedFont[];
  readonly missingGlyphs: readonly MissingGlyph[];
  readonly issues: readonly Issue[];
}

/** Pictures of sheets that an engine has been given, by what they depend on. */
const pictures = new WeakMap<PdfEngine, Map<string, { readonly name: string; readonly bytes: Uint8Array }>>();

/** The binding line and edge marks of a sheet as a file for the engine, made once for all letters of one look. */
function pictureOf(paged: PagedDocument, engine: PdfEngine, number: number) {
  const { document, pages } = paged;
  const face = engine.chain.han.find((candidate) => candidate.tables.has('glyf'));
  const edges = document.edgeMarks && pages.length > 1;
  if (face === undefined || !(document.bindingLine || edges)) return undefined;
  const known = pictures.get(engine) ?? new Map();
  pictures.set(engine, known);
  const places = edges ? [number > 1, number < pages.length] : [];
  const key = JSON.stringify([document.page, document.bindingLine, places]);
  const found = known.get(key);
  if (found !== undefined) return found;
  const outlines = (character: string) => outlineOf(face, character);
  const figures = [
    ...(document.bindingLine ? bindingFigures(document.page, outlines) : []),
    ...(edges ? edgeFigures(document.page, outlines, number, pages.length) : []),
  ];
  const bytes = new TextEncoder().encode(figuresToSvg(figures, document.page));
  const picture = { name: `sheet-${known.size}.svg`, bytes };
  known.set(key, picture);
  return picture;
}

interface Sources {
  readonly preamble: string;
  readonly pages: readonly string[];
  readonly files: Readonly<Record<string, Uint8Array>>;
  readonly report: ReturnType<typeof createGlyphReport>;
}

function sourcesOf(document: LayoutDocument, engine: PdfEngine, created: Date): Sources {
  const paged = paginate(document, engine.chain);
  const report = createGlyphReport(paged, engine.chain);
  const writer = createTextWriter(engine, report.note);
  const files: Record<string, Uint8Array> = {};
  const pages = paged.pages.map((page) => {
    report.turnTo(page);
    const picture = pictureOf(paged, engine, page.number);
    if (picture !== undefined) files[picture.name] = picture.bytes;
    const drawing = picture === undefined ? '' : `#place(top+left,image("${picture.name}",width:100%))`;
    return typstPage(paged, page, engine, writer, drawing);
  });
  return { preamble: typstPreamble(document, engine, created), pages, files, report };
}

/**
 * A letter as a tagged PDF/A-2b file at the positions of the norm.
 *
 * @param options copy and layout; fonts; an open engine for batches.
 * @returns the file, its number of pages, the fonts it embeds, and every character that no font had.
 * @throws GongwenError `PDF_ENGINE_MISSING`, `FONT_PACKAGE_MISSING`, `FONT_UNREADABLE`, `PDF_ENGINE_FAILED`.
 */
export async function renderPdf(letter: PaperLetter, options: PdfOptions = {}): Promise<RenderedPdf> {
  const engine = await engineFor(options);
  const { preamble, pages, files, report } = sourcesOf(
    layoutLetter(letter, options),
    engine,
    options.created ?? new Date(),
  );
  const bytes = engine.toPdf(engine.compile([preamble, ...pages].join('\n'), files));
  const { fonts, missingGlyphs, issues } = report.result();
  return {
    bytes,
    pages: pages.length,
    fonts,
    missingGlyphs,
    issues: [...copyIssues(letter, options), ...issues],
  };
}

/**
 * The pages of a letter as pictures: one SVG each, text as outlines, for a preview.
 *
 * @throws GongwenError as {@link renderPdf}.
 */
export async function renderSvg(letter: PaperLetter, options: PdfOptions = {}): Promise<string[]> {
  const engine = await engineFor(options);
  const { preamble, pages, files } = sourcesOf(
    layoutLetter(letter, options),
    engine,
    options.created ?? new Date(),
  );
  return pages.flatMap((page) => engine.toSvg(engine.compile(`${preamble}\n${page}`, files)));
}
