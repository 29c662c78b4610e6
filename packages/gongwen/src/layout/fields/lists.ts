import type { Letter } from '../../model/letter.ts';
import type { Recipient } from '../../model/party.ts';
import { type Composer, paragraph } from '../block.ts';
import type { LayoutBlock, TableRow } from '../document.ts';
import { partyText } from '../wording.ts';
import { hasRecipientPage } from './end.ts';
import { headCell, row, textCell } from './table-cell.ts';

const RECIPIENT_COLUMNS_PT = [40, 56, 273.54, 84] as const;
const ATTACHMENT_COLUMNS_PT = [40, 273.54, 70, 70] as const;

/** 本別 of each list of a letter, in paper order. */
function copyKinds(
  letter: Letter,
): readonly (readonly [kind: string, path: string, list: readonly Recipient[]])[] {
  return [
    ['正本', '/recipients', 'recipients' in letter ? letter.recipients : []],
    ['出席者', '/attendees', 'attendees' in letter ? letter.attendees : []],
    ['列席者', '/observers', 'observers' in letter ? letter.observers : []],
    ['副本', '/copies', 'copies' in letter ? letter.copies : []],
  ];
}

/** How a recipient is reached: a list tells it where some are reached electronically and some are not (交換辦法 7). */
const channelText = (recipient: Recipient): string => (recipient.channel === 'paper' ? '紙本' : '電子交換');

function recipientRows(letter: Letter, composer: Composer): TableRow[] {
  let count = 0;
  return copyKinds(letter).flatMap(([kind, path, list]) =>
    list.map((recipient, index) => {
      count += 1;
      const note = recipient.withAttachments ?? '';
      const name = note === '' ? partyText(recipient) : `${partyText(recipient)}(${note})`;
      return row([
        textCell(composer, '', String(count)),
        textCell(composer, `${path}/${index}`, recipient.copyKind ?? kind),
        textCell(composer, `${path}/${index}`, name),
        textCell(composer, `${path}/${index}`, channelText(recipient)),
      ]);
    }),
  );
}

function listPage(composer: Composer, title: string, table: LayoutBlock): LayoutBlock[] {
  const heading = paragraph(composer, 'listTitle', { path: '', text: title, keepWithNext: true });
  return [{ type: 'pageBreak' }, heading, table];
}

/** 發文清單: every recipient of a letter whose list is too long for its own place. */
export function recipientPage(letter: Letter, composer: Composer): LayoutBlock[] {
  if (!hasRecipientPage(letter, composer)) return [];
  const heads = ['序號', '本別', '受文者', '發送方式'];
  const head = row(
    heads.map((name) => headCell(composer, name)),
    24,
    true,
  );
  const rows = [head, ...recipientRows(letter, composer)];
  const table = {
    type: 'table',
    role: 'tableText',
    path: '/recipients',
    columnsPt: RECIPIENT_COLUMNS_PT,
    rows,
  } as const;
  return listPage(composer, '發文清單', table);
}

/** 附件清單: one row an attachment, where the option asks for it. */
export function attachmentPage(letter: Letter, composer: Composer): LayoutBlock[] {
  if (!composer.options.attachmentList || letter.attachments.length === 0) return [];
  const heads = ['序號', '附件名稱', '媒體', '數量'];
  const head = row(
    heads.map((name) => headCell(composer, name)),
    24,
    true,
  );
  const rows = letter.attachments.map((entry, index) => {
    const path = `/attachments/${index}`;
    const name = entry.title ?? entry.fileName;
    return row([
      textCell(composer, '', String(index + 1)),
      textCell(composer, path, name),
      textCell(composer, path, entry.medium ?? ''),
      textCell(composer, path, entry.quantity ?? ''),
    ]);
  });
  const columnsPt = ATTACHMENT_COLUMNS_PT;
  return listPage(composer, '附件清單', {
    type: 'table',
    role: 'tableText',
    path: '/attachments',
    columnsPt,
    rows: [head, ...rows],
  });
}
