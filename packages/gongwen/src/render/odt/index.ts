export type { FilledTemplate } from '../template/fill-template.ts';
export { fillOdtTemplate } from './fill-odt.ts';
export { type OdtOptions, renderOdt } from './render-odt.ts';
