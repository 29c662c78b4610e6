export type { FontOptions, FontSource } from '../fonts/font-options.ts';
export { openPdfEngine, type PdfEngine, type PdfEngineOptions } from './engine.ts';
export type { MissingGlyph, UsedFont } from './glyph-report.ts';
export { type PaperCopy, renderPaperCopies, renderPdfBatch } from './render-batch.ts';
export { LABELS_2X8, type LabelOptions, type LabelSheet, renderLabels } from './render-labels.ts';
export { type PdfOptions, type RenderedPdf, renderPdf, renderSvg } from './render-pdf.ts';
export { type RenderedTypst, renderTypst, renderTypstSvg, type TypstOptions } from './render-typst.ts';
export type { TypstLibrary } from './typst-library.ts';
