import type { Letter } from '../../model/letter.ts';
import { type Composer, paragraph } from '../block.ts';
import type { LayoutBlock } from '../document.ts';
import { addresseeText, paperClassification, paperDate, paperNumber, partyText } from '../wording.ts';

/** 檔號、保存年限: printed on page 1, empty places for the receiver's registry. Two lines are kept for 檔號. */
export function archive(letter: Letter, composer: Composer): LayoutBlock[] {
  return [
    paragraph(composer, 'archiveNumber', {
      path: '/archive/fileNumber',
      label: '檔　　號：',
      text: letter.archive?.fileNumber ?? '',
    }),
    paragraph(composer, 'retention', {
      path: '/archive/retention',
      label: '保存年限：',
      text: letter.archive?.retention ?? '',
    }),
  ];
}

/** 全銜　文別, centred; a joint letter lists its agencies one below the other, the lead agency first. */
export function title(letter: Letter, composer: Composer): LayoutBlock[] {
  const { copy, boldTitle } = composer.options;
  const word = composer.heading + (copy === 'draft' || copy === 'sent' ? '(稿)' : '');
  const names = letter.issuers.map(partyText);
  const text = names.length === 0 ? word : `${names.join('\n')}　${word}`;
  return [paragraph(composer, 'title', { path: '/issuers', text, bold: boldTitle })];
}

/** 簽　於○○. */
export function memoTitle(letter: Letter, composer: Composer): LayoutBlock[] {
  const text = `簽　於${letter.issuers.map(partyText).join('、')}`;
  return [paragraph(composer, 'memoTitle', { path: '/issuers', text, bold: composer.options.boldTitle })];
}

export function address(letter: Letter, composer: Composer): LayoutBlock[] {
  if (letter.kind !== 'letter' || letter.address === undefined) return [];
  return [paragraph(composer, 'address', { path: '/address', label: '地址：', text: letter.address })];
}

/** 聯絡方式: one line each, the name of the field before the first. */
export function contact(letter: Letter, composer: Composer): LayoutBlock[] {
  if (letter.kind !== 'letter' || letter.contactLines.length === 0) return [];
  const text = letter.contactLines.join('\n');
  if (composer.options.contactLabel) {
    return [paragraph(composer, 'contact', { path: '/contactLines', label: '聯絡方式：', text })];
  }
  return letter.contactLines.map((line, index) =>
    paragraph(composer, 'contact', {
      path: `/contactLines/${index}`,
      text: line,
      leftPt: 197.3,
      hangingPt: 0,
    }),
  );
}

/** (郵遞區號)(地址) above 受文者, for a window envelope; only on a copy for one recipient. */
export function window(_letter: Letter, composer: Composer): LayoutBlock[] {
  const postal = composer.options.addressedTo?.postal;
  if (composer.options.copy !== 'paper' || postal === undefined) return [];
  const lines = [postal.postalCode ?? '', postal.address ?? ''].filter((line) => line !== '');
  return lines.length === 0
    ? []
    : [paragraph(composer, 'window', { path: '/addressedTo/postal', text: lines.join('\n') })];
}

export function addressee(letter: Letter, composer: Composer): LayoutBlock[] {
  const to = composer.options.addressedTo;
  const text = to === undefined ? addresseeText(letter.addressee) : partyText(to);
  return [paragraph(composer, 'addressee', { path: '/addressee', label: '受文者：', text })];
}

/** 受文者 of a kind that need not have one. */
export function optionalAddressee(letter: Letter, composer: Composer): LayoutBlock[] {
  const none = letter.addressee === undefined && composer.options.addressedTo === undefined;
  return none ? [] : addressee(letter, composer);
}

export function issueDate(letter: Letter, composer: Composer): LayoutBlock[] {
  const text = paperDate(letter.issueDate, letter.issueDateText);
  return [paragraph(composer, 'issueDate', { path: '/issueDate', label: '發文日期：', text })];
}

export function documentNumber(letter: Letter, composer: Composer): LayoutBlock[] {
  const text = letter.documentNumbers.map(paperNumber).join('\n');
  return [paragraph(composer, 'documentNumber', { path: '/documentNumbers', label: '發文字號：', text })];
}

export function urgency(letter: Letter, composer: Composer): LayoutBlock[] {
  return [paragraph(composer, 'urgency', { path: '/urgency', label: '速別：', text: letter.urgency ?? '' })];
}

export function classification(letter: Letter, composer: Composer): LayoutBlock[] {
  const text = paperClassification(letter.classification, composer.options.ordinaryClassification);
  const label = '密等及解密條件或保密期限：';
  return [paragraph(composer, 'classification', { path: '/classification', label, text })];
}

export function attachment(letter: Letter, composer: Composer): LayoutBlock[] {
  const text = letter.attachmentText ?? '';
  return [paragraph(composer, 'attachment', { path: '/attachmentText', label: '附件：', text })];
}

/** A field that is left out where the letter has nothing to say in it. */
export const ifAny =
  (field: (letter: Letter, composer: Composer) => LayoutBlock[]) =>
  (letter: Letter, composer: Composer): LayoutBlock[] =>
    field(letter, composer).filter((block) => block.type !== 'paragraph' || block.text !== '');
