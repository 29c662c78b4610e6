import type { Item, ItemBlock } from '../../model/section.ts';
import { type Composer, paragraph } from '../block.ts';
import type { ParagraphBlock, TableCell, TableRow } from '../document.ts';
import { itemMarker } from '../marker.ts';
import { measure, TIMES_AND_SQUARE } from '../metrics.ts';
import { ROLE_STYLES } from '../role.ts';

const SIZE = ROLE_STYLES.tableText.sizePt;

/** A cell with one text. */
export function textCell(composer: Composer, path: string, text: string, span = 1): TableCell {
  return { blocks: [paragraph(composer, 'tableText', { path, text })], span };
}

/** A cell that names its column or row. */
export function headCell(composer: Composer, text: string, span = 1): TableCell {
  return { blocks: [paragraph(composer, 'tableText', { path: '', text, align: 'center' })], span };
}

function cellItems(
  composer: Composer,
  items: readonly Item[],
  level: number,
  path: string,
): ParagraphBlock[] {
  return items.flatMap((item, index) => {
    const label = item.marker ?? itemMarker(level, index + 1, composer.options.brackets);
    const hangingPt = measure(label, TIMES_AND_SQUARE) * SIZE;
    const leftPt = (level - 1) * SIZE + hangingPt;
    const own = `${path}/${index}`;
    const parts = {
      path: own,
      label,
      labelKind: 'marker',
      text: item.text ?? '',
      leftPt,
      hangingPt,
    } as const;
    return [
      paragraph(composer, 'tableText', parts),
      ...cellItems(composer, item.items, level + 1, `${own}/items`),
    ];
  });
}

/** A cell with a text and its items. */
export function itemsCell(composer: Composer, path: string, block: ItemBlock): TableCell {
  const text = block.text ?? '';
  const head = text === '' ? [] : [paragraph(composer, 'tableText', { path: `${path}/text`, text })];
  return { blocks: [...head, ...cellItems(composer, block.items, 1, `${path}/items`)], span: 1 };
}

/** A row of cells. @param minHeightPt least height in points. */
export function row(cells: readonly TableCell[], minHeightPt = 24, header = false): TableRow {
  return { cells, header, minHeightPt };
}
