import type { XmlElement } from '../xml/tree.ts';
import type { Attachment } from './attachment.ts';
import type { DocumentNumber, LetterBase } from './base.ts';
import type { DocumentType } from './document-type.ts';
import { readAddressee, writeAddressee } from './fields/addressee.ts';
import { readAttachments, writeAttachments } from './fields/attachments.ts';
import { readTextOf, writeTextOf } from './fields/body.ts';
import { dateText, readDateText } from './fields/date.ts';
import { readDocumentNumber, writeDocumentNumber } from './fields/document-number.ts';
import { readIssuers, writeIssuer } from './fields/header.ts';
import { readItemBlock, writeItemBlock } from './fields/section.ts';
import { filled, present } from './present.ts';
import type { ElementReader } from './reading/element-reader.ts';
import type { ItemBlock } from './section.ts';
import { attachment, baseFields, documentNumber, itemBlock } from './shape/letter-shapes.ts';
import { type Field, isoDate, list, oneOf, optional, record, required, text, textOr } from './shape/shape.ts';
import { leaf, parent } from './writing/elements.ts';
import type { Writing } from './writing/writing.ts';

/** 收會時間 or 會畢時間. */
export interface ReviewTime {
  /** ISO date where the text is a date. */
  readonly date?: string;
  readonly dateText?: string;
  /** 時分. */
  readonly time?: string;
}

/** One row of a 簽稿會核單. */
export interface ReviewEntry {
  /** 受會單位. */
  readonly unit: string;
  /** 會核意見. */
  readonly opinion: ItemBlock;
  /** 收會時間. */
  readonly received: ReviewTime;
  /** 會畢時間. */
  readonly finished: ReviewTime;
  readonly attachmentText?: string;
  readonly attachments: readonly Attachment[];
}

/** 簽稿會核單. */
export interface Review extends LetterBase {
  readonly kind: 'review';
  /** 案情摘要. */
  readonly subject: string;
  /** 承辦單位. */
  readonly unit: string;
  /** 收文字號. */
  readonly receiptNumber?: DocumentNumber;
  readonly entries: readonly ReviewEntry[];
}

const unitName = (element: ElementReader | undefined) => element?.require('單位名')?.text() ?? '';

function readTime(element: ElementReader | undefined): ReviewTime {
  if (!element) return {};
  const { date, dateText: written } = readDateText(element.require('年月日'));
  return present<ReviewTime>({ date, dateText: written, time: filled(element.take('時分')?.text()) });
}

/** Groups the flat run: a new row begins at 受會單位. */
function readEntries(root: ElementReader): ReviewEntry[] {
  const names = ['受會單位', '會核意見', '收會時間', '會畢時間', '附件'];
  const rows: Map<string, ElementReader>[] = [];
  for (const child of root.takeAll(...names)) {
    const row = rows.at(-1);
    if (child.name === '受會單位') rows.push(new Map([[child.name, child]]));
    else if (row && !row.has(child.name)) row.set(child.name, child);
    else root.leave(child);
  }
  if (rows.length === 0) root.report('READ_PART_MISSING', { name: '受會單位' });
  return rows.map((row): ReviewEntry => {
    const section = row.get('會核意見')?.require('段落');
    return {
      unit: unitName(row.get('受會單位')),
      opinion: section ? readItemBlock(section) : { items: [] },
      received: readTime(row.get('收會時間')),
      finished: readTime(row.get('會畢時間')),
      ...readAttachments(row.get('附件')),
    };
  });
}

function read(root: ElementReader): Omit<Review, 'generation' | 'extra'> {
  const receipt = root.take('收文字號');
  return present<Omit<Review, 'generation' | 'extra'>>({
    kind: 'review',
    issuers: readIssuers(root.requireAll('發文機關')),
    addressee: readAddressee(root.take('受文者')),
    issueDate: undefined,
    issueDateText: undefined,
    documentNumbers: [],
    urgency: undefined,
    classification: undefined,
    subject: readTextOf(root.require('案情摘要')),
    unit: unitName(root.require('承辦單位')),
    receiptNumber: receipt && readDocumentNumber(receipt),
    entries: readEntries(root),
    attachmentText: undefined,
    attachments: [],
    signatures: [],
  });
}

const writeTime = (name: string, value: ReviewTime): XmlElement =>
  parent(name, [
    leaf('年月日', dateText(value, 'plain')),
    value.time !== undefined && leaf('時分', value.time),
  ]);

function writeEntry(entry: ReviewEntry, writing: Writing) {
  return [
    parent('受會單位', [leaf('單位名', entry.unit)]),
    parent('會核意見', [writeItemBlock(entry.opinion, '')]),
    writeTime('收會時間', entry.received),
    writeTime('會畢時間', entry.finished),
    writeAttachments(entry, writing),
  ];
}

function write(letter: Review, writing: Writing) {
  const { addressee, receiptNumber } = letter;
  return parent('簽稿會核單', [
    addressee && writeAddressee(addressee, writing),
    ...letter.issuers.map(writeIssuer),
    writeTextOf('案情摘要', letter.subject),
    parent('承辦單位', [leaf('單位名', letter.unit)]),
    receiptNumber && writeDocumentNumber('收文字號', receiptNumber),
    ...letter.entries.flatMap((entry) => writeEntry(entry, writing)),
  ]);
}

const time: Field = {
  shape: record<ReviewTime>(() => ({
    date: optional(isoDate),
    dateText: optional(text),
    time: optional(text),
  })),
  fallback: () => ({}),
};

const entry = record<ReviewEntry>(() => ({
  unit: required(text),
  opinion: { shape: itemBlock, fallback: () => ({ items: [] }) },
  received: time,
  finished: time,
  attachmentText: optional(text),
  attachments: list(attachment),
}));

const shape = record<Review>(() => ({
  kind: required(oneOf('review')),
  ...baseFields,
  subject: required(text),
  unit: textOr(''),
  receiptNumber: optional(documentNumber),
  entries: list(entry),
}));

/** 簽稿會核單, DTD 104_6. */
export const reviewType: DocumentType<Review> = {
  kind: 'review',
  root: '簽稿會核單',
  label: '簽稿會核單',
  subjectLabel: '案情摘要',
  numbered: false,
  shape,
  recipientFields: [],
  read,
  write,
};
