import type { DocumentNumber, LetterBase, LetterBody } from './base.ts';
import type { DocumentType } from './document-type.ts';
import { readAddressee, writeAddressee } from './fields/addressee.ts';
import { readAttachments, writeAttachments } from './fields/attachments.ts';
import { readBody, readSignatures, writeBody, writeSignatures } from './fields/body.ts';
import { dateText, readDateText } from './fields/date.ts';
import { readSerial, writeSerial } from './fields/document-number.ts';
import {
  readClassification,
  readCode,
  readIssuers,
  readUrgency,
  writeClassification,
  writeIssuer,
  writeUrgency,
} from './fields/header.ts';
import { readSuperiors, writeSuperiors } from './fields/recipients.ts';
import type { Issuer, Party } from './party.ts';
import { filled, present } from './present.ts';
import type { ElementReader } from './reading/element-reader.ts';
import { baseFields, bodyFields, party } from './shape/letter-shapes.ts';
import { isoDate, list, oneOf, optional, record, required, text } from './shape/shape.ts';
import { empty, leaf, parent } from './writing/elements.ts';
import type { Writing } from './writing/writing.ts';

/** 簽. Its 文號 has no 字; its origin is an agency (發文機關) or, without an agency code, a unit (單位). */
export interface Memo extends LetterBase, LetterBody {
  readonly kind: 'memo';
  /** 擬辦方式 1–6. */
  readonly handling?: string;
  /** 敬陳. */
  readonly submitTo: readonly Party[];
  /** 年月日, ISO; the day beside the signature. */
  readonly signedDate?: string;
  readonly signedDateText?: string;
}

function readOrigin(root: ElementReader): Issuer[] {
  const unit = root.take('單位');
  if (unit) {
    const name = unit.require('單位名')?.text() ?? '';
    const unitCode = filled(unit.take('單位代碼')?.text());
    return [present<Issuer & { type: 'unit' }>({ type: 'unit', name, code: undefined, unitCode })];
  }
  const foreign = root.has('發文機關') ? undefined : root.take('機關');
  foreign?.report('READ_NAME_FOREIGN', { found: '機關', name: '發文機關' });
  const origin = foreign ?? root.require('發文機關');
  return origin ? readIssuers([origin]) : [];
}

function readNumbers(root: ElementReader): DocumentNumber[] {
  const serial = root.require('文號');
  const number = serial && readSerial(serial);
  return number && Object.keys(number).length > 0 ? [number] : [];
}

function readHandling(root: ElementReader): string | undefined {
  const element = root.take('擬辦方式');
  return element && (readCode(element) ?? '1');
}

function read(root: ElementReader): Omit<Memo, 'generation' | 'extra'> {
  const signed = readDateText(root.require('年月日'));
  return present<Omit<Memo, 'generation' | 'extra'>>({
    kind: 'memo',
    issuers: readOrigin(root),
    addressee: readAddressee(root.take('受文者')),
    issueDate: undefined,
    issueDateText: undefined,
    documentNumbers: readNumbers(root),
    urgency: readUrgency(root.take('速別')),
    classification: readClassification(root),
    handling: readHandling(root),
    ...readAttachments(root.take('附件')),
    ...readBody(root),
    submitTo: readSuperiors(root.take('敬陳')),
    signatures: readSignatures(root),
    signedDate: signed.date,
    signedDateText: signed.dateText,
  });
}

function writeOrigin(issuer: Issuer | undefined) {
  if (issuer?.type !== 'unit' || issuer.code !== undefined) return issuer && writeIssuer(issuer);
  const { name, unitCode } = issuer;
  return parent('單位', [leaf('單位名', name), unitCode !== undefined && leaf('單位代碼', unitCode)]);
}

function write(letter: Memo, writing: Writing) {
  const { signedDate, signedDateText, addressee } = letter;
  const signed = {
    ...(signedDate && { date: signedDate }),
    ...(signedDateText && { dateText: signedDateText }),
  };
  return parent('簽', [
    writeOrigin(letter.issuers[0]),
    addressee && writeAddressee(addressee, writing),
    writeSerial(letter.documentNumbers[0] ?? {}),
    writeUrgency(letter.urgency),
    writeClassification(letter.classification, writing),
    letter.handling !== undefined && empty('擬辦方式', { 代碼: letter.handling }),
    writeAttachments(letter, writing),
    ...writeBody(letter),
    writeSuperiors(letter.submitTo),
    ...(letter.signatures.length > 0 ? writeSignatures(letter).slice(0, 1) : [leaf('署名')]),
    leaf('年月日', dateText(signed, 'letter')),
  ]);
}

const shape = record<Memo>(() => ({
  kind: required(oneOf('memo')),
  ...baseFields,
  handling: optional(oneOf('1', '2', '3', '4', '5', '6')),
  ...bodyFields,
  submitTo: list(party),
  signedDate: optional(isoDate),
  signedDateText: optional(text),
}));

/** 簽, DTD 104_5. */
export const memoType: DocumentType<Memo> = {
  kind: 'memo',
  root: '簽',
  label: '簽',
  numbered: false,
  shape,
  recipientFields: [],
  read,
  write,
};
