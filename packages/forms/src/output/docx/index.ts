export { sha256Of } from '../template/check-hash.ts';
export type { TemplateOptions } from '../template/template-options.ts';
export { templateValues } from '../template/template-values.ts';
export { fillDocx } from './fill-docx.ts';
export { fillDocxTemplate } from './fill-docx-template.ts';
export { sheetToDocx } from './sheet-docx.ts';
