export { fillHtml } from './fill-html.ts';
export { sheetToHtml } from './sheet-html.ts';
