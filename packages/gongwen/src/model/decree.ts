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
import { present } from './present.ts';
import type { ElementReader } from './reading/element-reader.ts';
import { baseFields, bodyFields, recipient } from './shape/letter-shapes.ts';
import { list, oneOf, record, required, textOr } from './shape/shape.ts';
import { empty, parent } from './writing/elements.ts';
import type { Writing } from './writing/writing.ts';

/** 令. */
export interface Decree extends LetterBase, LetterBody {
  readonly kind: 'decree';
  /** 令類別: 令, 獎懲令. */
  readonly subtype: string;
  readonly recipients: readonly Recipient[];
  readonly copies: readonly Recipient[];
}

/** 令類別. */
export const DECREE_SUBTYPES = ['令', '獎懲令'] as const;

function read(root: ElementReader): Omit<Decree, 'generation' | 'extra'> {
  const date = readIssueDate(root.require('發文日期'));
  const { generation } = root.reading;
  const subtype = root.take('令類別');
  if (!subtype && generation !== '91' && generation !== '93')
    root.report('READ_PART_MISSING', { name: '令類別' });
  return present<Omit<Decree, 'generation' | 'extra'>>({
    kind: 'decree',
    subtype: readSubtype(
      subtype,
      DECREE_SUBTYPES,
      generation === '99' || generation === '104' ? '獎懲令' : '令',
    ),
    issuers: readIssuers(root.requireAll('發文機關')),
    addressee: readAddressee(root.take('受文者')),
    issueDate: date.issueDate,
    issueDateText: date.issueDateText,
    documentNumbers: readDocumentNumbers(root.requireAll('發文字號'), date.issueDate),
    urgency: readUrgency(root.take('速別')),
    classification: readClassification(root),
    ...readAttachments(root.take('附件')),
    ...readBody(root),
    recipients: readRecipients(root, '正本'),
    copies: readRecipients(root, '副本'),
    signatures: readSignatures(root),
  });
}

function write(letter: Decree, writing: Writing) {
  const { addressee, recipients, copies } = letter;
  return parent('令', [
    ...letter.issuers.map(writeIssuer),
    empty('令類別', { 代碼: letter.subtype }),
    addressee && writeAddressee(addressee, writing),
    writeIssueDate(letter),
    ...writeDocumentNumbers(letter.documentNumbers),
    writeUrgency(letter.urgency),
    writeClassification(letter.classification, writing),
    writeAttachments(letter, writing),
    ...writeBody(letter),
    recipients.length > 0 && writeRecipients('正本', recipients),
    copies.length > 0 && writeRecipients('副本', copies, { notes: true }),
    ...writeSignatures(letter),
  ]);
}

const shape = record<Decree>(() => ({
  kind: required(oneOf('decree')),
  subtype: textOr('令'),
  ...baseFields,
  ...bodyFields,
  recipients: list(recipient),
  copies: list(recipient),
}));

/** 令, DTD 104_1. */
export const decreeType: DocumentType<Decree> = {
  kind: 'decree',
  root: '令',
  label: '令',
  subtypes: DECREE_SUBTYPES,
  numbered: true,
  shape,
  recipientFields: [
    { field: 'recipients', element: '正本', copyKind: '正本' },
    { field: 'copies', element: '副本', copyKind: '副本' },
  ],
  read,
  write,
};
