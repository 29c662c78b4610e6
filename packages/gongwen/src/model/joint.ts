import type { DocumentNumber, LetterBase } from './base.ts';
import type { DocumentType } from './document-type.ts';
import { readAddressee, writeAddressee } from './fields/addressee.ts';
import { dateText, readWrappedDate } from './fields/date.ts';
import { readDocumentNumber, writeDocumentNumber } from './fields/document-number.ts';
import { readIssuers, readSubtype, writeIssuer } from './fields/header.ts';
import { readRecipientRun, writePartyName } from './fields/party.ts';
import type { Party } from './party.ts';
import { present } from './present.ts';
import type { ElementReader } from './reading/element-reader.ts';
import { baseFields, documentNumber, party } from './shape/letter-shapes.ts';
import { isoDate, list, oneOf, optional, record, required, text, textOr } from './shape/shape.ts';
import { empty, leaf, parent } from './writing/elements.ts';
import type { Writing } from './writing/writing.ts';

/** One agency's row of a 會銜公文會辦單. */
export interface JointEntry {
  readonly agency: string;
  /** 決行. */
  readonly decision?: Party;
  /** 審核. */
  readonly reviewer?: Party;
  /** 承辦. */
  readonly drafter?: Party;
  /** 會辦. */
  readonly consulted?: Party;
  /** 收文日期, ISO. */
  readonly receivedDate?: string;
  readonly receivedDateText?: string;
  readonly receiptNumber?: DocumentNumber;
  /** 發文日期, ISO. */
  readonly issueDate?: string;
  readonly issueDateText?: string;
  readonly documentNumber?: DocumentNumber;
}

/** 會銜公文會辦單. */
export interface Joint extends LetterBase {
  readonly kind: 'joint';
  /** 公文類別. */
  readonly subtype: string;
  /** 承辦單位. */
  readonly unit: string;
  /** 會辦機關. */
  readonly partners: readonly JointEntry[];
  /** 主辦機關. */
  readonly lead: JointEntry;
}

/** 公文類別 of 104, revision 2020. */
export const DOCUMENT_CLASSES = [
  '令',
  '函',
  '公告',
  '開會通知單',
  '簽',
  '簽稿會核單',
  '會銜公文會辦單',
  '公文時效統計',
  '會勘通知單',
  '便簽',
  '其他',
] as const;

const personIn = (row: ElementReader, name: string): Party | undefined => {
  const element = row.require(name);
  return element && readRecipientRun(element)[0]?.party;
};

const numberIn = (row: ElementReader, name: string): DocumentNumber | undefined => {
  const element = row.require(name);
  return element && readDocumentNumber(element);
};

function readEntry(row: ElementReader): JointEntry {
  const received = readWrappedDate(row.require('收文日期'));
  const issued = readWrappedDate(row.require('發文日期'));
  return present<JointEntry>({
    agency: row.require('全銜')?.text() ?? '',
    decision: personIn(row, '決行'),
    reviewer: personIn(row, '審核'),
    drafter: personIn(row, '承辦'),
    consulted: personIn(row, '會辦'),
    receivedDate: received.date,
    receivedDateText: received.dateText,
    receiptNumber: numberIn(row, '收文字號'),
    issueDate: issued.date,
    issueDateText: issued.dateText,
    documentNumber: numberIn(row, '發文字號'),
  });
}

function read(root: ElementReader): Omit<Joint, 'generation' | 'extra'> {
  const lead = root.require('主辦機關');
  return present<Omit<Joint, 'generation' | 'extra'>>({
    kind: 'joint',
    subtype: readSubtype(root.require('公文類別'), DOCUMENT_CLASSES, '函'),
    issuers: readIssuers(root.requireAll('發文機關')),
    addressee: readAddressee(root.take('受文者')),
    issueDate: undefined,
    issueDateText: undefined,
    documentNumbers: [],
    urgency: undefined,
    classification: undefined,
    unit: root.require('承辦單位')?.require('單位名')?.text() ?? '',
    partners: root.requireAll('會辦機關').map(readEntry),
    lead: lead ? readEntry(lead) : { agency: '' },
    attachmentText: undefined,
    attachments: [],
    signatures: [],
  });
}

const writePerson = (name: string, party: Party | undefined) =>
  parent(name, party ? writePartyName({ ...party, type: 'person' }) : [leaf('姓名')]);

const writeDate = (name: string, date: string | undefined, text: string | undefined) =>
  parent(name, [
    leaf('年月日', dateText({ ...(date && { date }), ...(text && { dateText: text }) }, 'plain')),
  ]);

function writeEntry(name: string, entry: JointEntry) {
  return parent(name, [
    leaf('全銜', entry.agency),
    writePerson('決行', entry.decision),
    writePerson('審核', entry.reviewer),
    writePerson('承辦', entry.drafter),
    writePerson('會辦', entry.consulted),
    writeDate('收文日期', entry.receivedDate, entry.receivedDateText),
    writeDocumentNumber('收文字號', entry.receiptNumber ?? {}),
    writeDate('發文日期', entry.issueDate, entry.issueDateText),
    writeDocumentNumber('發文字號', entry.documentNumber ?? {}),
  ]);
}

function write(letter: Joint, writing: Writing) {
  return parent('會銜公文會辦單', [
    ...letter.issuers.map(writeIssuer),
    empty('公文類別', { 代碼: letter.subtype }),
    parent('承辦單位', [leaf('單位名', letter.unit)]),
    ...letter.partners.map((partner) => writeEntry('會辦機關', partner)),
    writeEntry('主辦機關', letter.lead),
    letter.addressee && writeAddressee(letter.addressee, writing),
  ]);
}

const entry = record<JointEntry>(() => ({
  agency: required(text),
  decision: optional(party),
  reviewer: optional(party),
  drafter: optional(party),
  consulted: optional(party),
  receivedDate: optional(isoDate),
  receivedDateText: optional(text),
  receiptNumber: optional(documentNumber),
  issueDate: optional(isoDate),
  issueDateText: optional(text),
  documentNumber: optional(documentNumber),
}));

const shape = record<Joint>(() => ({
  kind: required(oneOf('joint')),
  subtype: textOr('函'),
  ...baseFields,
  unit: textOr(''),
  partners: list(entry),
  lead: required(entry),
}));

/** 會銜公文會辦單, DTD 104_7, whose official text leaves 決行, 審核, 承辦, 會辦 and 收文日期 undeclared. */
export const jointType: DocumentType<Joint> = {
  kind: 'joint',
  root: '會銜公文會辦單',
  label: '會銜公文會辦單',
  numbered: false,
  shape,
  recipientFields: [],
  read,
  write,
};
