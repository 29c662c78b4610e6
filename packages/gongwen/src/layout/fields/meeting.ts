import type { Letter, Notice } from '../../model/letter.ts';
import { type Composer, paragraph } from '../block.ts';
import type { LayoutBlock } from '../document.ts';
import { contactText, meetingTimeText, partyText } from '../wording.ts';
import { sectionBlocks } from './body.ts';

const isNotice = (letter: Letter): letter is Notice =>
  letter.kind === 'meeting' || letter.kind === 'inspection';

/** 開會 or 會勘, the first word of the fields' names. */
const word = (letter: Notice): string => (letter.kind === 'meeting' ? '開會' : '會勘');

export function meetingSubject(letter: Letter, composer: Composer): LayoutBlock[] {
  if (!isNotice(letter)) return [];
  const label = `${word(letter)}事由：`;
  return [
    paragraph(composer, 'meetingField', { path: '/subject', label, text: letter.subject, spaceBeforePt: 15 }),
  ];
}

export function meetingTimes(letter: Letter, composer: Composer): LayoutBlock[] {
  if (!isNotice(letter)) return [];
  const text = letter.times.map(meetingTimeText).join('\n');
  return [paragraph(composer, 'meetingField', { path: '/times', label: `${word(letter)}時間：`, text })];
}

export function meetingPlace(letter: Letter, composer: Composer): LayoutBlock[] {
  if (!isNotice(letter)) return [];
  const label = `${word(letter)}地點：`;
  return [paragraph(composer, 'meetingField', { path: '/place', label, text: letter.place })];
}

export function chairs(letter: Letter, composer: Composer): LayoutBlock[] {
  if (!isNotice(letter)) return [];
  const text = letter.chairs.map(partyText).join('、');
  return [paragraph(composer, 'meetingField', { path: '/chairs', label: '主持人：', text })];
}

/** 聯絡人及電話: stands behind 主持人 on paper, before 發文日期 in the exchange XML (conflict C9). */
export function contacts(letter: Letter, composer: Composer): LayoutBlock[] {
  if (!isNotice(letter)) return [];
  const text = letter.contacts.map(contactText).join('\n');
  return [paragraph(composer, 'meetingField', { path: '/contacts', label: '聯絡人及電話：', text })];
}

export function remarks(letter: Letter, composer: Composer): LayoutBlock[] {
  if (!isNotice(letter) || letter.remarks === undefined) return [];
  return sectionBlocks(composer, { ...letter.remarks, name: '備註' }, '/remarks', 'remarks');
}
