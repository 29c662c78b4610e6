import type { Sheet } from './sheet.ts';

/** All texts of a sheet in reading order, one string a paragraph or cell; empty cells give none. */
export function sheetTexts(sheet: Sheet): string[] {
  const texts: string[] = [];
  for (const block of sheet.blocks) {
    if (block.type === 'paragraph') texts.push(block.text);
    if (block.type === 'table') {
      for (const { cells } of block.rows) texts.push(...cells.map(({ text }) => text));
    }
  }
  return texts.filter((text) => text !== '');
}
