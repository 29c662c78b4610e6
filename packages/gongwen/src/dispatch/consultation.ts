import type { Issue } from '@kcc/validators';
import type { DocumentNumber, Generation, LetterBase, Urgency } from '../model/base.ts';
import type { Extra } from '../model/extra.ts';
import { dateText } from '../model/fields/date.ts';
import {
  readDocumentNumber,
  readSerial,
  writeDocumentNumber,
  writeSerial,
} from '../model/fields/document-number.ts';
import { readCode, readIssueDate, readUrgency, writeUrgency } from '../model/fields/header.ts';
import { readRecipientRun, writePartyWithCodes } from '../model/fields/party.ts';
import type { LetterSource } from '../model/letter-from-tree.ts';
import type { Issuer, Organisation, Person, Unit } from '../model/party.ts';
import { present } from '../model/present.ts';
import { ElementReader } from '../model/reading/element-reader.ts';
import { createReading } from '../model/reading/reading.ts';
import { empty, leaf, parent } from '../model/writing/elements.ts';
import type { XmlElement } from '../xml/tree.ts';

/** 跨機關陳核會稿交換表單 — sends drafts to another agency for its opinion or approval. */
export interface Consultation extends Pick<LetterBase, 'issueDate' | 'issueDateText'> {
  readonly generation?: Generation;
  readonly recipient: Organisation | Unit | Person;
  /** 跨機關陳核會稿文號. */
  readonly number: DocumentNumber;
  /** 壓縮檔案名稱 — the archive that holds the drafts. */
  readonly archiveFile: string;
  /** 傳送機關. */
  readonly sender: Issuer;
  /** 會陳狀態 1–4; their meaning is not public. */
  readonly status: string;
  /** 速別; the format demands the element, not its value. */
  readonly urgency?: Urgency;
  readonly documentNumber?: DocumentNumber;
  readonly extra?: readonly Extra[];
}

export interface ConsultationReading {
  /** Absent when the root element is no 跨機關陳核會稿交換表單. */
  readonly consultation?: Consultation;
  readonly issues: readonly Issue[];
}

const ROOT = '跨機關陳核會稿交換表單';
const NOBODY = { type: 'organisation', name: '' } as const;

/** Reads a 跨機關陳核會稿交換表單. */
export function consultationFromTree({ tree, generation, maxIssues }: LetterSource): ConsultationReading {
  const reading = createReading(generation ?? '104', [], maxIssues);
  if (tree.name !== ROOT) {
    reading.report('READ_ROOT_UNKNOWN', `/${tree.name}`, tree.start, { name: tree.name });
    return { issues: reading.issues };
  }
  const root = new ElementReader(reading, tree);
  const content = readContent(root);
  root.finish();
  const consultation = {
    ...(generation !== undefined && { generation }),
    ...content,
    ...(reading.extras.length > 0 && { extra: reading.extras }),
  };
  return { consultation, issues: reading.issues };
}

function readContent(root: ElementReader): Consultation {
  const number = root.require('跨機關陳核會稿文號')?.require('文號');
  const sender = root.require('傳送機關');
  const status = root.require('會陳狀態');
  const documentNumber = root.take('發文字號');
  const { issueDate, issueDateText } = root.has('發文日期') ? readIssueDate(root.take('發文日期')) : {};
  const archiveFile = root.require('壓縮檔案名稱')?.require('檔案名稱')?.text() ?? '';
  const urgency = readUrgency(root.require('速別'));
  const issuer = sender && readRecipientRun(sender)[0]?.party;
  const recipient = readRecipientRun(root)[0]?.party;
  return present<Consultation>({
    generation: undefined,
    recipient: recipient === undefined || recipient.type === 'collective' ? NOBODY : recipient,
    number: number ? readSerial(number) : {},
    archiveFile,
    sender: issuer?.type === 'organisation' || issuer?.type === 'unit' ? issuer : NOBODY,
    status: (status && readCode(status)) ?? '1',
    urgency,
    issueDate,
    issueDateText,
    documentNumber: documentNumber && readDocumentNumber(documentNumber),
    extra: undefined,
  });
}

/** Writes a 跨機關陳核會稿交換表單. */
export function consultationToTree(consultation: Consultation): XmlElement {
  const { issueDate, issueDateText, documentNumber } = consultation;
  const date = dateText(
    { ...(issueDate && { date: issueDate }), ...(issueDateText && { dateText: issueDateText }) },
    'letter',
  );
  return parent(ROOT, [
    ...writePartyWithCodes(consultation.recipient),
    parent('跨機關陳核會稿文號', [writeSerial(consultation.number)]),
    parent('壓縮檔案名稱', [leaf('檔案名稱', consultation.archiveFile)]),
    parent('傳送機關', writePartyWithCodes(consultation.sender)),
    empty('會陳狀態', { 代碼: consultation.status }),
    writeUrgency(consultation.urgency) ?? empty('速別'),
    date !== '' && parent('發文日期', [leaf('年月日', date)]),
    documentNumber && writeDocumentNumber('發文字號', documentNumber),
  ]);
}
