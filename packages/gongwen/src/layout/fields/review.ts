import type { Letter, ReviewEntry } from '../../model/letter.ts';
import type { Composer } from '../block.ts';
import type { LayoutBlock, TableRow } from '../document.ts';
import { paperDate, paperNumber } from '../wording.ts';
import { headCell, itemsCell, row, textCell } from './table-cell.ts';

const COLUMNS_PT = [92, 193.54, 84, 84] as const;

const timeText = (time: ReviewEntry['received']): string =>
  [paperDate(time.date).replace('中華民國', ''), time.time ?? ''].filter((part) => part !== '').join('\n');

function entryRow(composer: Composer, entry: ReviewEntry, index: number): TableRow {
  const path = `/entries/${index}`;
  const unit =
    entry.attachmentText === undefined ? entry.unit : `${entry.unit}\n附件：${entry.attachmentText}`;
  return row(
    [
      textCell(composer, `${path}/unit`, unit),
      itemsCell(composer, `${path}/opinion`, entry.opinion),
      textCell(composer, `${path}/received`, timeText(entry.received)),
      textCell(composer, `${path}/finished`, timeText(entry.finished)),
    ],
    60,
  );
}

/** 簽稿會核單: one row a unit that was asked. */
export function reviewTable(letter: Letter, composer: Composer): LayoutBlock[] {
  if (letter.kind !== 'review') return [];
  const number = letter.receiptNumber === undefined ? '' : paperNumber(letter.receiptNumber);
  const rows = [
    row([headCell(composer, '案情摘要'), textCell(composer, '/subject', letter.subject, 3)], 42),
    row([headCell(composer, '承辦單位'), textCell(composer, '/unit', letter.unit, 3)]),
    row([headCell(composer, '收文字號'), textCell(composer, '/receiptNumber', number, 3)]),
    row(
      ['受會單位', '會核意見', '收會時間', '會畢時間'].map((name) => headCell(composer, name)),
      24,
      true,
    ),
    ...letter.entries.map((entry, index) => entryRow(composer, entry, index)),
  ];
  return [{ type: 'table', role: 'tableText', path: '/entries', columnsPt: COLUMNS_PT, rows }];
}
