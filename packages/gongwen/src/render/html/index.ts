export { type HtmlOptions, letterStyleSheet, renderHtml } from './render-html.ts';
