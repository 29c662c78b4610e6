import type { XmlElement } from '../xml/tree.ts';
import type { LetterBase } from './base.ts';
import type { DocumentType } from './document-type.ts';
import { readAddressee, writeAddressee } from './fields/addressee.ts';
import { readAttachments, writeAttachments } from './fields/attachments.ts';
import { readSignatures, readTextOf, writeSignatures, writeTextOf } from './fields/body.ts';
import { dateText, readDateText } from './fields/date.ts';
import {
  readClassification,
  readDocumentNumbers,
  readIssueDate,
  readIssuers,
  readUrgency,
  writeClassification,
  writeDocumentNumbers,
  writeIssueDate,
  writeIssuer,
  writeUrgency,
} from './fields/header.ts';
import {
  readContacts,
  readPersons,
  readRecipients,
  writeContacts,
  writePersons,
  writeRecipients,
} from './fields/recipients.ts';
import { readSection, writeSection } from './fields/section.ts';
import type { Contact, Party, Recipient } from './party.ts';
import { filled, present } from './present.ts';
import type { ElementReader } from './reading/element-reader.ts';
import type { Section } from './section.ts';
import { baseFields, contact, party, recipient, section } from './shape/letter-shapes.ts';
import { isoDate, list, oneOf, optional, record, required, text, textOr } from './shape/shape.ts';
import { leaf, parent } from './writing/elements.ts';
import type { Writing } from './writing/writing.ts';

/** One time of a meeting: 年月日, 星期, 時分. */
export interface MeetingTime {
  /** ISO date where the text is a date. */
  readonly date?: string;
  readonly dateText?: string;
  /** 星期, one Chinese numeral. */
  readonly weekday?: string;
  /** 時分, free text such as 上午10時. */
  readonly time?: string;
}

/** 開會通知單 and 會勘通知單: the same fields under other names. */
export interface Notice extends LetterBase {
  readonly kind: 'meeting' | 'inspection';
  /** 開會事由／會勘事由. */
  readonly subject: string;
  readonly times: readonly MeetingTime[];
  /** 開會地點／會勘地點. */
  readonly place: string;
  /** 主持人. */
  readonly chairs: readonly Party[];
  /** 聯絡人及電話. */
  readonly contacts: readonly Contact[];
  /** 出席者. */
  readonly attendees: readonly Recipient[];
  /** 列席者. */
  readonly observers: readonly Recipient[];
  /** 副本. */
  readonly copies: readonly Recipient[];
  /** 備註. */
  readonly remarks?: Section;
}

type Kind = Notice['kind'];

const WORDS = { meeting: '開會', inspection: '會勘' } as const satisfies Record<Kind, string>;

/** Takes 開會事由 or 會勘事由; the other notice's name is read too, and reported. */
function requireOwn(root: ElementReader, kind: Kind, part: string): ElementReader | undefined {
  const name = WORDS[kind] + part;
  const other = WORDS[kind === 'meeting' ? 'inspection' : 'meeting'] + part;
  const found = root.has(name) ? undefined : root.take(other);
  found?.report('READ_NAME_OTHER_KIND', { found: other, name });
  return found ?? root.require(name);
}

function readTime(element: ElementReader): MeetingTime {
  const { date, dateText: written } = readDateText(element.require('年月日'));
  return present<MeetingTime>({
    date,
    dateText: written,
    weekday: filled(element.take('星期')?.text()),
    time: filled(element.take('時分')?.text()),
  });
}

function readRemarks(root: ElementReader): Section | undefined {
  const section = root.take('備註')?.require('段落');
  if (!section) return undefined;
  const remarks = readSection(section);
  return remarks.text === undefined && remarks.items.length === 0 ? undefined : remarks;
}

function read(root: ElementReader, kind: Kind): Omit<Notice, 'generation' | 'extra'> {
  const date = readIssueDate(root.require('發文日期'));
  const firstTime = requireOwn(root, kind, '時間');
  const times = [...(firstTime ? [firstTime] : []), ...root.takeAll(`${WORDS[kind]}時間`)].map(readTime);
  return present<Omit<Notice, 'generation' | 'extra'>>({
    kind,
    issuers: readIssuers(root.requireAll('發文機關')),
    addressee: readAddressee(root.require('受文者')),
    contacts: readContacts(root.take('聯絡人及電話')),
    issueDate: date.issueDate,
    issueDateText: date.issueDateText,
    documentNumbers: readDocumentNumbers(root.requireAll('發文字號'), date.issueDate),
    urgency: readUrgency(root.take('速別')),
    classification: readClassification(root),
    ...readAttachments(root.take('附件')),
    subject: readTextOf(requireOwn(root, kind, '事由')),
    times: times.filter((time) => Object.keys(time).length > 0),
    place: readTextOf(requireOwn(root, kind, '地點')),
    chairs: readPersons(root.require('主持人')),
    attendees: readRecipients(root, '出席者', true),
    observers: readRecipients(root, '列席者'),
    copies: readRecipients(root, '副本'),
    remarks: readRemarks(root),
    signatures: readSignatures(root),
  });
}

const writeTime = (name: string, time: MeetingTime): XmlElement =>
  parent(name, [
    leaf('年月日', dateText(time, 'plain')),
    leaf('星期', time.weekday),
    leaf('時分', time.time),
  ]);

function write(letter: Notice, writing: Writing) {
  const word = WORDS[letter.kind];
  const { observers, copies, remarks } = letter;
  return parent(`${word}通知單`, [
    ...letter.issuers.map(writeIssuer),
    writeAddressee(letter.addressee ?? { type: 'roster', text: '' }, writing),
    writeContacts(letter.contacts),
    writeIssueDate(letter),
    ...writeDocumentNumbers(letter.documentNumbers),
    writeUrgency(letter.urgency),
    writeClassification(letter.classification, writing),
    writeAttachments(letter, writing),
    writeTextOf(`${word}事由`, letter.subject),
    ...(letter.times.length > 0 ? letter.times : [{}]).map((time) => writeTime(`${word}時間`, time)),
    writeTextOf(`${word}地點`, letter.place),
    writePersons('主持人', letter.chairs),
    writeRecipients('出席者', letter.attendees),
    observers.length > 0 && writeRecipients('列席者', observers),
    copies.length > 0 && writeRecipients('副本', copies, { notes: true }),
    remarks && parent('備註', [writeSection(remarks)]),
    ...writeSignatures(letter),
  ]);
}

const time = record<MeetingTime>(() => ({
  date: optional(isoDate),
  dateText: optional(text),
  weekday: optional(text),
  time: optional(text),
}));

const shapeOf = (kind: Kind) =>
  record<Notice>(() => ({
    kind: required(oneOf(kind)),
    ...baseFields,
    subject: required(text),
    times: list(time),
    place: textOr(''),
    chairs: list(party),
    contacts: list(contact),
    attendees: list(recipient),
    observers: list(recipient),
    copies: list(recipient),
    remarks: optional(section),
  }));

function noticeType<K extends Kind>(kind: K): DocumentType<Notice & { readonly kind: K }> {
  return {
    kind,
    root: `${WORDS[kind]}通知單`,
    label: `${WORDS[kind]}通知單`,
    subjectLabel: `${WORDS[kind]}事由`,
    numbered: true,
    shape: shapeOf(kind),
    recipientFields: [
      { field: 'chairs', element: '主持人', copyKind: '正本' },
      { field: 'attendees', element: '出席者', copyKind: '正本', required: true },
      { field: 'observers', element: '列席者', copyKind: '正本' },
      { field: 'copies', element: '副本', copyKind: '副本' },
    ],
    read: (root) => ({ ...read(root, kind), kind }),
    write,
  };
}

/** 開會通知單, DTD 104_4. */
export const meetingType = noticeType('meeting');

/** 會勘通知單, DTD 104_B; new in generation 104. */
export const inspectionType = noticeType('inspection');
