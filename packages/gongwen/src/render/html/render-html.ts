import type { LayoutDocument } from '../../layout/document.ts';
import { layoutLetter } from '../../layout/layout-letter.ts';
import { COPY_MARKS, resolveLayout } from '../../layout/options.ts';
import type { PaperLetter, PaperOptions } from '../../layout/paper-type.ts';
import { escapeMarkup } from '../markup.ts';
import { blocksHtml } from './block-html.ts';
import { styleSheet } from './style-sheet.ts';

/** How an HTML page is made. */
export interface HtmlOptions extends PaperOptions {
  /** A whole page with its style sheet (default), or only the letter's `<article>` for a page that has its own. */
  readonly standalone?: boolean;
  /** CSS list of Han fonts. Default: 標楷體 under its usual names. */
  readonly hanFonts?: string;
  /** CSS list of Latin fonts. Default: Times New Roman and its metric twins. */
  readonly latinFonts?: string;
}

const HAN_FONTS = '"標楷體","DFKai-SB","BiauKai","BiauKaiTC","TW-Kai","LXGW WenKai TC"';
const LATIN_FONTS = '"Times New Roman","Liberation Serif","Tinos"';

function articleHtml(document: LayoutDocument): string {
  const mark = document.mark === '' ? '' : `<p class="gw-mark">${escapeMarkup(document.mark)}</p>\n`;
  return `<article class="gw-sheet" lang="zh-Hant-TW">\n${mark}${blocksHtml(document.blocks)}\n</article>`;
}

/** The style sheet of {@link renderHtml}, for pages that show many letters. */
export function letterStyleSheet(options: HtmlOptions = {}): string {
  const { hanFonts = HAN_FONTS, latinFonts = LATIN_FONTS } = options;
  const resolved = resolveLayout(options);
  return styleSheet({ ...resolved, mark: COPY_MARKS[resolved.copy], hanFonts, latinFonts });
}

/**
 * A letter as HTML with headings, lists and tables for readers of every kind, and a style sheet for paper.
 *
 * Runs in a browser: it loads nothing and needs no font file.
 */
export function renderHtml(letter: PaperLetter, options: HtmlOptions = {}): string {
  const document = layoutLetter(letter, options);
  const article = articleHtml(document);
  if (options.standalone === false) return article;
  return [
    '<!DOCTYPE html>',
    '<html lang="zh-Hant-TW">',
    `<head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${escapeMarkup(document.title)}</title>`,
    `<style>\nbody{margin:0;background:#eee}@media print{body{background:none}}\n${letterStyleSheet(options)}\n</style></head>`,
    `<body>\n${article}\n</body>`,
    '</html>',
    '',
  ].join('\n');
}
