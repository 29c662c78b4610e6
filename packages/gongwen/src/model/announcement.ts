import type { LetterBase, LetterBody } from './base.ts';
import type { DocumentType } from './document-type.ts';
import { readAttachments, writeAttachments } from './fields/attachments.ts';
import { readBody, writeBody } from './fields/body.ts';
import {
  readDocumentNumbers,
  readIssueDate,
  readIssuers,
  writeDocumentNumbers,
  writeIssueDate,
  writeIssuer,
} from './fields/header.ts';
import { present } from './present.ts';
import type { ElementReader } from './reading/element-reader.ts';
import { baseFields, bodyFields } from './shape/letter-shapes.ts';
import { oneOf, record, required } from './shape/shape.ts';
import { parent } from './writing/elements.ts';
import type { Writing } from './writing/writing.ts';

/** 公告. Its exchange form has no 受文者, 速別, 密等 or 署名. */
export interface Announcement extends LetterBase, LetterBody {
  readonly kind: 'announcement';
}

function read(root: ElementReader): Omit<Announcement, 'generation' | 'extra'> {
  const date = readIssueDate(root.require('發文日期'));
  return present<Omit<Announcement, 'generation' | 'extra'>>({
    kind: 'announcement',
    issuers: readIssuers(root.requireAll('發文機關')),
    issueDate: date.issueDate,
    issueDateText: date.issueDateText,
    documentNumbers: readDocumentNumbers(root.requireAll('發文字號'), date.issueDate),
    ...readAttachments(root.take('附件')),
    ...readBody(root),
    signatures: [],
  });
}

function write(letter: Announcement, writing: Writing) {
  return parent('公告', [
    ...letter.issuers.map(writeIssuer),
    writeIssueDate(letter),
    ...writeDocumentNumbers(letter.documentNumbers),
    writeAttachments(letter, writing),
    ...writeBody(letter),
  ]);
}

const shape = record<Announcement>(() => ({
  kind: required(oneOf('announcement')),
  ...baseFields,
  ...bodyFields,
}));

/** 公告, DTD 104_3. */
export const announcementType: DocumentType<Announcement> = {
  kind: 'announcement',
  root: '公告',
  label: '公告',
  numbered: true,
  shape,
  recipientFields: [],
  read,
  write,
};
