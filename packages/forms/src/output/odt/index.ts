export { sha256Of } from '../template/check-hash.ts';
export type { TemplateOptions } from '../template/template-options.ts';
export { templateValues } from '../template/template-values.ts';
export { fillOdt } from './fill-odt.ts';
export { fillOdtTemplate } from './fill-odt-template.ts';
export { sheetToOdt } from './sheet-odt.ts';
