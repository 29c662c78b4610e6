export type { FilledTemplate } from '../template/fill-template.ts';
export { fillDocxTemplate } from './fill-docx.ts';
export { type DocxOptions, renderDocx } from './render-docx.ts';
