import type { Issue } from '@kcc/validators';
import type { Generation } from '../model/base.ts';
import type { Extra } from '../model/extra.ts';
import { readCode } from '../model/fields/header.ts';
import type { LetterSource } from '../model/letter-from-tree.ts';
import { ElementReader } from '../model/reading/element-reader.ts';
import { createReading } from '../model/reading/reading.ts';
import { empty, leaf, parent } from '../model/writing/elements.ts';
import type { XmlElement } from '../xml/tree.ts';

/** 文書訊息代碼. */
export const MESSAGE_CODES = ['1', '2', '3', '4', '5', '6'] as const;

/**
 * What writers are seen to mean by 文書訊息代碼. No official table is public: 2 to 5 come from one vendor, 6 from a
 * vendor that cites the rule of 109; the meaning of 1 is not known.
 */
export const MESSAGE_CODE_LABELS: Readonly<Record<string, string>> = {
  '2': '文書本文修正重發',
  '3': '附件修正重發',
  '4': '本文附件修正重發',
  '5': '錯發',
  '6': '本文附件未修正重發',
};

/** 文書訊息表單 (DM) — says why a letter is sent again. */
export interface Message {
  readonly generation?: Generation;
  /** 文書訊息代碼. */
  readonly code: string;
  /** 訊息備註. */
  readonly note: string;
  readonly extra?: readonly Extra[];
}

export interface MessageReading {
  /** Absent when the root element is no 文書訊息表單. */
  readonly message?: Message;
  readonly issues: readonly Issue[];
}

/** Reads a 文書訊息表單, in the form of 2020 (attribute) or of 2015 (text). */
export function messageFromTree({ tree, generation, maxIssues }: LetterSource): MessageReading {
  const reading = createReading(generation ?? '104', [], maxIssues);
  if (tree.name !== '文書訊息表單') {
    reading.report('READ_ROOT_UNKNOWN', `/${tree.name}`, tree.start, { name: tree.name });
    return { issues: reading.issues };
  }
  const root = new ElementReader(reading, tree);
  const element = root.require('文書訊息代碼');
  const code = (element && readCode(element)) ?? '1';
  if (element && !MESSAGE_CODES.some((known) => known === code)) {
    element.report('READ_VALUE_OFF_LIST', { element: element.name, value: code });
  }
  const note = root.require('訊息備註')?.text() ?? '';
  root.finish();
  const message = {
    ...(generation !== undefined && { generation }),
    code,
    note,
    ...(reading.extras.length > 0 && { extra: reading.extras }),
  };
  return { message, issues: reading.issues };
}

/** Writes a 文書訊息表單 in the form of 2020. */
export function messageToTree(message: Pick<Message, 'code' | 'note'>): XmlElement {
  return parent('文書訊息表單', [
    empty('文書訊息代碼', { 代碼: message.code }),
    leaf('訊息備註', message.note),
  ]);
}
