import type { LetterBase, LetterBody } from './base.ts';
import type { DocumentType } from './document-type.ts';
import { readAddressee, writeAddressee } from './fields/addressee.ts';
import { readAttachments, writeAttachments } from './fields/attachments.ts';
import { readBody, readSignatures, writeBody, writeSignatures } from './fields/body.ts';
import {
  readClassification,
  readDocumentNumbers,
  readIssueDate,
  readIssuers,
  readSubtype,
  readUrgency,
  writeClassification,
  writeDocumentNumbers,
  writeIssueDate,
  writeIssuer,
  writeUrgency,
} from './fields/header.ts';
import { readRecipients, writeRecipients } from './fields/recipients.ts';
import type { Recipient } from './party.ts';
import { filled, present } from './present.ts';
import type { ElementReader } from './reading/element-reader.ts';
import { baseFields, bodyFields, recipient } from './shape/letter-shapes.ts';
import { list, oneOf, optional, record, required, text, textOr } from './shape/shape.ts';
import { empty, leaf, parent } from './writing/elements.ts';
import type { Writing } from './writing/writing.ts';

/** 函 and its subtypes (函類別). */
export interface OfficialLetter extends LetterBase, LetterBody {
  readonly kind: 'letter';
  /** 函類別: 函, 書函, 移文單 … */
  readonly subtype: string;
  /** 地址. */
  readonly address?: string;
  /** 聯絡方式, one line each. */
  readonly contactLines: readonly string[];
  /** 正本. */
  readonly recipients: readonly Recipient[];
  /** 副本. */
  readonly copies: readonly Recipient[];
}

/** 函類別 since generation 97. */
export const LETTER_SUBTYPES = [
  '函',
  '書函',
  '交辦案件通知單',
  '交議案件通知單',
  '催辦案件通知單',
  '移文單',
  '機密文書機密等級變更或註銷建議單',
  '機密文書機密等級變更或註銷通知單',
  '執行命令',
  '獎懲建議函',
] as const;

function read(root: ElementReader): Omit<OfficialLetter, 'generation' | 'extra'> {
  const date = readIssueDate(root.require('發文日期'));
  return present<Omit<OfficialLetter, 'generation' | 'extra'>>({
    kind: 'letter',
    subtype: readSubtype(root.require('函類別'), LETTER_SUBTYPES, '函'),
    issuers: readIssuers(root.requireAll('發文機關')),
    address: filled(root.require('地址')?.text()),
    contactLines: root
      .requireAll('聯絡方式')
      .map((line) => line.text())
      .filter((line) => line !== ''),
    addressee: readAddressee(root.require('受文者')),
    issueDate: date.issueDate,
    issueDateText: date.issueDateText,
    documentNumbers: readDocumentNumbers(root.requireAll('發文字號'), date.issueDate),
    urgency: readUrgency(root.take('速別')),
    classification: readClassification(root),
    ...readAttachments(root.take('附件')),
    ...readBody(root),
    recipients: readRecipients(root, '正本', true),
    copies: readRecipients(root, '副本'),
    signatures: readSignatures(root),
  });
}

function write(letter: OfficialLetter, writing: Writing) {
  const { contactLines, copies } = letter;
  const handling = [writeUrgency(letter.urgency), writeClassification(letter.classification, writing)];
  const early = writing.generation === '91';
  return parent('函', [
    ...letter.issuers.map(writeIssuer),
    empty('函類別', { 代碼: letter.subtype }),
    leaf('地址', letter.address),
    ...(contactLines.length > 0 ? contactLines : ['']).map((line) => leaf('聯絡方式', line)),
    writeAddressee(letter.addressee ?? { type: 'roster', text: '' }, writing),
    ...(early ? handling : []),
    writeIssueDate(letter),
    ...writeDocumentNumbers(letter.documentNumbers),
    ...(early ? [] : handling),
    writeAttachments(letter, writing),
    ...writeBody(letter),
    writeRecipients('正本', letter.recipients),
    copies.length > 0 && writeRecipients('副本', copies, { notes: true }),
    ...writeSignatures(letter),
  ]);
}

const shape = record<OfficialLetter>(() => ({
  kind: required(oneOf('letter')),
  subtype: textOr('函'),
  ...baseFields,
  address: optional(text),
  contactLines: list(text),
  ...bodyFields,
  recipients: list(recipient),
  copies: list(recipient),
}));

/** 函, DTD 104_2. */
export const officialLetterType: DocumentType<OfficialLetter> = {
  kind: 'letter',
  root: '函',
  label: '函',
  subtypes: LETTER_SUBTYPES,
  numbered: true,
  shape,
  recipientFields: [
    { field: 'recipients', element: '正本', copyKind: '正本', required: true },
    { field: 'copies', element: '副本', copyKind: '副本' },
  ],
  read,
  write,
};
