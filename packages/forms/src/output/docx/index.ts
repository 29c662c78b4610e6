export { fillDocx } from './fill-docx.ts';
export { sheetToDocx } from './sheet-docx.ts';
