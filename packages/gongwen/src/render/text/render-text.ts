import type { LayoutBlock, ParagraphBlock } from '../../layout/document.ts';
import { layoutLetter } from '../../layout/layout-letter.ts';
import type { PaperLetter, PaperOptions } from '../../layout/paper-type.ts';

/** One U+3000 a level of items, two for what stands below a section. */
function indent(block: ParagraphBlock): string {
  if (block.role !== 'item') return '';
  return '　'.repeat(block.path.split('/items/').length - 1);
}

function blockLines(block: LayoutBlock): string[] {
  if (block.type === 'paragraph')
    return [`${indent(block)}${block.label}${block.text.replaceAll('\n', '\n　')}`];
  if (block.type === 'pageBreak') return [''];
  if (block.type === 'gap') return ['', ''];
  return block.rows.map((row) =>
    row.cells
      .map((cell) =>
        cell.blocks
          .map((entry) => entry.label + entry.text)
          .join(' ')
          .replaceAll('\n', ' '),
      )
      .join('\t'),
  );
}

/** A letter as plain text in paper order: labels, markers and text, one line a block. */
export function renderText(letter: PaperLetter, options: PaperOptions = {}): string {
  const document = layoutLetter(letter, options);
  const mark = document.mark === '' ? [] : [document.mark];
  return [...mark, ...document.blocks.flatMap(blockLines), ''].join('\n');
}
