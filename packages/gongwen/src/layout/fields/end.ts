import type { Letter } from '../../model/letter.ts';
import type { Recipient } from '../../model/party.ts';
import { type Composer, paragraph } from '../block.ts';
import type { LayoutBlock } from '../document.ts';
import { paperDate, partyText, recipientsText, signatureLines } from '../wording.ts';

/** Words that stand in the letter where its recipients have a page of their own. */
export const SEE_LIST = '如發文清單';

/** All recipients of a letter, 正本 first. */
export function allRecipients(letter: Letter): readonly Recipient[] {
  const first = 'recipients' in letter ? letter.recipients : 'attendees' in letter ? letter.attendees : [];
  const observers = 'observers' in letter ? letter.observers : [];
  const copies = 'copies' in letter ? letter.copies : [];
  return [...first, ...observers, ...copies];
}

/** True when the recipients stand on an own page (發文清單). */
export function hasRecipientPage(letter: Letter, composer: Composer): boolean {
  const { recipientList, recipientListFrom } = composer.options;
  if (recipientList === 'inline') return false;
  const count = allRecipients(letter).length;
  return recipientList === 'page' ? count > 0 : count >= recipientListFrom;
}

function recipientField(
  composer: Composer,
  letter: Letter,
  role: 'recipients' | 'copies' | 'attendees',
  label: string,
  path: string,
  list: readonly Recipient[],
): LayoutBlock[] {
  const text = list.length > 0 && hasRecipientPage(letter, composer) ? SEE_LIST : recipientsText(list);
  return [paragraph(composer, role, { path, label, text })];
}

export function recipients(letter: Letter, composer: Composer): LayoutBlock[] {
  if (!('recipients' in letter)) return [];
  return recipientField(composer, letter, 'recipients', '正本：', '/recipients', letter.recipients);
}

/** 副本, where there is one. */
export function copies(letter: Letter, composer: Composer): LayoutBlock[] {
  if (!('copies' in letter) || letter.copies.length === 0) return [];
  const role = letter.kind === 'meeting' || letter.kind === 'inspection' ? 'attendees' : 'copies';
  return recipientField(composer, letter, role, '副本：', '/copies', letter.copies);
}

export function attendees(letter: Letter, composer: Composer): LayoutBlock[] {
  if (!('attendees' in letter)) return [];
  return recipientField(composer, letter, 'attendees', '出席者：', '/attendees', letter.attendees);
}

export function observers(letter: Letter, composer: Composer): LayoutBlock[] {
  if (!('observers' in letter) || letter.observers.length === 0) return [];
  return recipientField(composer, letter, 'attendees', '列席者：', '/observers', letter.observers);
}

/** 署名; the type size is an option, because offices print their stamps larger. */
export function signature(letter: Letter, composer: Composer): LayoutBlock[] {
  const sizePt = composer.options.signatureSizePt;
  const text = signatureLines(letter).join('\n');
  if (text === '') return [];
  return [
    paragraph(composer, 'signature', {
      path: '/signatures',
      text,
      sizePt,
      linePt: Math.max(15, sizePt * 1.25),
    }),
  ];
}

/** 敬陳 and those whom the memo goes to. */
export function submitTo(letter: Letter, composer: Composer): LayoutBlock[] {
  if (letter.kind !== 'memo' || letter.submitTo.length === 0) return [];
  return [
    paragraph(composer, 'submitTo', { path: '/submitTo', text: '敬陳', keepWithNext: true }),
    ...letter.submitTo.map((party, index) =>
      paragraph(composer, 'submitTo', { path: `/submitTo/${index}`, text: partyText(party), leftPt: 16 }),
    ),
  ];
}

/** 年月日 beside the signature of a memo. */
export function signedDate(letter: Letter, composer: Composer): LayoutBlock[] {
  if (letter.kind !== 'memo') return [];
  const text = paperDate(letter.signedDate, letter.signedDateText);
  return text === '' ? [] : [paragraph(composer, 'signedDate', { path: '/signedDate', text })];
}
