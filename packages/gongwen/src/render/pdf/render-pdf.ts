import type { Issue } from '@kcc/validators';
import type { LayoutDocument } from '../../layout/document.ts';
import { layoutLetter } from '../../layout/layout-letter.ts';
import type { LayoutOptions } from '../../layout/options.ts';
import type { PagedDocument } from '../../layout/pages.ts';
import { paginate } from '../../layout/paginate.ts';
import type { Letter } from '../../model/letter.ts';
import { copyIssues } from '../copy-issues.ts';
import { bindingFigures, edgeFigures, figuresToSvg } from '../drawing.ts';
import type { FontFace } from '../fonts/face.ts';
import { outlineOf } from '../fonts/outline.ts';
import type { PdfEngine, PdfEngineOptions } from './engine.ts';
import { engineFor } from './engine-cache.ts';
import { createGlyphReport, type MissingGlyph, type UsedFont } from './glyph-report.ts';
import { typstPage, typstPreamble } from './typst-source.ts';
import { createTextWriter, typstString } from './typst-text.ts';

/** How a PDF is made. */
export interface PdfOptions extends LayoutOptions, PdfEngineOptions {
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

function drawings(paged: PagedDocument, face: FontFace | undefined, number: number): string {
  const { document, pages } = paged;
  if (face === undefined) return '';
  const outlines = (character: string) => outlineOf(face, character);
  const figures = [
    ...(document.bindingLine ? bindingFigures(document.page, outlines) : []),
    ...(document.edgeMarks ? edgeFigures(document.page, outlines, number, pages.length) : []),
  ];
  if (figures.length === 0) return '';
  return `#place(top+left,image(bytes(${typstString(figuresToSvg(figures, document.page))}),format:"svg",width:100%))`;
}

interface Sources {
  readonly preamble: string;
  readonly pages: readonly string[];
  readonly report: ReturnType<typeof createGlyphReport>;
}

function sourcesOf(document: LayoutDocument, engine: PdfEngine, created: Date): Sources {
  const paged = paginate(document, engine.chain);
  const report = createGlyphReport(paged, engine.chain);
  const writer = createTextWriter(engine, report.note);
  const face = engine.chain.han.find((candidate) => candidate.tables.has('glyf'));
  const pages = paged.pages.map((page) => {
    report.turnTo(page);
    return typstPage(paged, page, engine, writer, drawings(paged, face, page.number));
  });
  return { preamble: typstPreamble(document, engine, created), pages, report };
}

/**
 * A letter as a tagged PDF/A-2b file at the positions of the norm.
 *
 * @param options copy and layout; fonts; an open engine for batches.
 * @returns the file, its number of pages, the fonts it embeds, and every character that no font had.
 * @throws GongwenError `PDF_ENGINE_MISSING`, `FONT_PACKAGE_MISSING`, `FONT_UNREADABLE`, `PDF_ENGINE_FAILED`.
 */
export async function renderPdf(letter: Letter, options: PdfOptions = {}): Promise<RenderedPdf> {
  const engine = await engineFor(options);
  const { preamble, pages, report } = sourcesOf(
    layoutLetter(letter, options),
    engine,
    options.created ?? new Date(),
  );
  const bytes = engine.toPdf(engine.compile([preamble, ...pages].join('\n')));
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
export async function renderSvg(letter: Letter, options: PdfOptions = {}): Promise<string[]> {
  const engine = await engineFor(options);
  const { preamble, pages } = sourcesOf(layoutLetter(letter, options), engine, options.created ?? new Date());
  return pages.map((page) => engine.toSvg(engine.compile(`${preamble}\n${page}`)));
}
