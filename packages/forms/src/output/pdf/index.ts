export { type FilledPdf, type FillPdfOptions, fillPdf } from './fill-pdf.ts';
export { sheetToTypst } from './sheet-typst.ts';
