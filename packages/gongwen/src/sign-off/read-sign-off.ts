import type { Issue } from '@kcc/validators';
import { type DocumentReading, type ReadOptions, readDocument } from '../grammar/read-document.ts';
import type { LetterSource } from '../model/letter-from-tree.ts';
import { filled, present } from '../model/present.ts';
import { ElementReader } from '../model/reading/element-reader.ts';
import { createReading } from '../model/reading/reading.ts';
import type { SignOff, SignOffFlow, SignOffPerson, SignOffPoint, SignOffStep } from './model.ts';
import { readFolder } from './read-folder.ts';

export interface SignOffReading {
  /** Absent when the root element is not 線上簽核. */
  readonly signOff?: SignOff;
  readonly issues: readonly Issue[];
}

/** A sign-off file with the answers of the reading. */
export type SignOffDocumentReading = DocumentReading & SignOffReading;

/** Reads the bytes of a 簽核電子檔 (SI). */
export function readSignOff(bytes: Uint8Array, options: ReadOptions = {}): SignOffDocumentReading {
  const reading = readDocument(bytes, options);
  if (!reading.tree) return reading;
  const { signOff, issues } = signOffFromTree({
    ...reading,
    tree: reading.tree,
    maxIssues: options.limits?.issues,
  });
  return { ...reading, ...(signOff && { signOff }), issues: [...reading.issues, ...issues] };
}

/** Reads the tree of a 線上簽核. */
export function signOffFromTree({ tree, generation, maxIssues }: LetterSource): SignOffReading {
  const reading = createReading(generation ?? '104', [], maxIssues);
  if (tree.name !== '線上簽核') {
    reading.report('READ_ROOT_UNKNOWN', `/${tree.name}`, tree.start, { name: tree.name });
    return { issues: reading.issues };
  }
  const root = new ElementReader(reading, tree);
  root.attribute('Id');
  const flow = root.require('線上簽核流程');
  flow?.attribute('Id');
  const info = root.require('線上簽核資訊');
  info?.attribute('Id');
  info?.take('補簽追認')?.skip();
  const content = {
    flows: flow?.requireAll('簽核流程').map(readFlow) ?? [],
    points: info?.requireAll('簽核點定義').map(readPoint) ?? [],
  };
  root.finish();
  const signOff = {
    ...(generation !== undefined && { generation }),
    ...content,
    ...(reading.extras.length > 0 && { extra: reading.extras }),
  };
  return { signOff, issues: reading.issues };
}

function readFlow(element: ElementReader): SignOffFlow {
  const steps = element
    .takeAll('流程點', '分會點')
    .map(
      (step): SignOffStep =>
        step.name === '流程點'
          ? { type: 'point', role: step.attribute('流程別') ?? '' }
          : { type: 'branch', flows: step.requireAll('簽核流程').map(readFlow) },
    );
  return { id: element.attribute('Id') ?? '', change: element.attribute('異動別') ?? '', steps };
}

function readPoint(element: ElementReader): SignOffPoint {
  element.attribute('URI');
  element.require('Signature')?.skip();
  const object = element.require('Object');
  const change = object?.require('異動資訊');
  change?.attribute('借卡');
  const signer = change?.require('簽核人員');
  const loan = change?.take('借卡');
  loan?.attribute('Id');
  const returned = change?.attribute('退文');
  const content = object?.require('簽核資訊');
  content?.take('來文文件夾', '來文文件夾參照路徑')?.skip();
  const folder = content?.take('簽核文件夾', '子文簽核文件夾');
  return present<SignOffPoint>({
    id: filled(element.attribute('Id')),
    objectId: filled(object?.attribute('Id')),
    signer: signer ? readPerson(signer) : NOBODY,
    change: change?.require('異動別')?.text() ?? '',
    opinions: (change?.takeAll('簽核意見') ?? []).map(readOpinion),
    signedAt: change?.require('簽章時間')?.text() ?? '',
    next: (change?.takeAll('次位簽核人員') ?? []).flatMap((next) => next.takeAll('簽核人員').map(readPerson)),
    returned: returned === undefined ? undefined : returned === 'Y',
    borrowedCard: loan && {
      date: loan.take('借卡日期')?.text() ?? '',
      reason: loan.take('借卡原因')?.text() ?? '',
    },
    folder: folder && readFolder(folder),
  });
}

const NOBODY: SignOffPerson = { unit: '', title: '', name: '', account: '' };

function readOpinion(element: ElementReader): string {
  element.attribute('URI');
  return element.text();
}

function readPerson(element: ElementReader): SignOffPerson {
  const agency = element.take('機關');
  return present<SignOffPerson>({
    agency: agency && {
      name: agency.take('全銜')?.text() ?? '',
      ...codeOf(filled(agency.take('機關代碼')?.text())),
    },
    unit: element.require('單位')?.text() ?? '',
    title: element.require('職稱')?.text() ?? '',
    name: element.require('姓名')?.text() ?? '',
    account: element.require('帳號')?.text() ?? '',
    role: filled(element.take('角色')?.text()),
  });
}

const codeOf = (code: string | undefined) => (code === undefined ? {} : { code });
