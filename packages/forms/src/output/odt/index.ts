export { fillOdt } from './fill-odt.ts';
export { sheetToOdt } from './sheet-odt.ts';
