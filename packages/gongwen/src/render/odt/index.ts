export { type OdtOptions, renderOdt } from './render-odt.ts';
