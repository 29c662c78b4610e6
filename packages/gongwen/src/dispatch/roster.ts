import type { Issue } from '@kcc/validators';
import type { Generation } from '../model/base.ts';
import type { Extra } from '../model/extra.ts';
import {
  type ReadRecipient,
  readRecipientRun,
  writePartyWithCodes,
  writePortableFile,
} from '../model/fields/party.ts';
import type { LetterSource } from '../model/letter-from-tree.ts';
import type { Organisation, Person, Unit } from '../model/party.ts';
import { ElementReader } from '../model/reading/element-reader.ts';
import { createReading } from '../model/reading/reading.ts';
import { empty, leaf, parent } from '../model/writing/elements.ts';
import type { XmlElement } from '../xml/tree.ts';

/** One electronic recipient of a 交換表單. */
export type RosterEntry = (Organisation | Unit | Person) & {
  /** 含附件 — free text of the grammar; 含附件 and 不含附件 are in use. */
  readonly withAttachments?: string;
  /** 內含本文與附件之可攜式文件檔名. */
  readonly portableFile?: string;
  /** 本別: 正本, 副本, 抄本 …; generation 104 only, and optional there. */
  readonly copyKind?: string;
};

/** 交換表單 (SW) — the list of everybody whom a letter reaches electronically. */
export interface Roster {
  readonly generation?: Generation;
  readonly entries: readonly RosterEntry[];
  readonly extra?: readonly Extra[];
}

export interface RosterReading {
  /** Absent when the root element is no 交換表單. */
  readonly roster?: Roster;
  readonly issues: readonly Issue[];
}

/** Reads a 交換表單; records begin at 全銜, 單位名 or 姓名. */
export function rosterFromTree({ tree, generation, maxIssues }: LetterSource): RosterReading {
  const reading = createReading(generation ?? '104', [], maxIssues);
  if (tree.name !== '交換表單') {
    reading.report('READ_ROOT_UNKNOWN', `/${tree.name}`, tree.start, { name: tree.name });
    return { issues: reading.issues };
  }
  const root = new ElementReader(reading, tree);
  const entries = readRecipientRun(root).map((entry) => toEntry(entry, root));
  root.finish();
  const roster = {
    ...(generation !== undefined && { generation }),
    entries,
    ...(reading.extras.length > 0 && { extra: reading.extras }),
  };
  return { roster, issues: reading.issues };
}

function toEntry(
  { party, withAttachments, portableFile, copyKind }: ReadRecipient,
  root: ElementReader,
): RosterEntry {
  if (party.type === 'collective') root.report('READ_ROSTER_COLLECTIVE', { name: party.name });
  return {
    ...(party.type === 'collective' ? { type: 'organisation', name: party.name } : party),
    ...(withAttachments !== undefined && { withAttachments }),
    ...(portableFile !== undefined && { portableFile }),
    ...(copyKind !== undefined && { copyKind }),
  };
}

/** Writes a 交換表單; 本別 only where the generation has it. */
export function rosterToTree(roster: Roster, generation: Generation): XmlElement {
  const records = roster.entries.flatMap((entry) => [
    ...writePartyWithCodes(entry),
    entry.withAttachments !== undefined && leaf('含附件', entry.withAttachments),
    writePortableFile(entry.portableFile),
    generation === '104' &&
      entry.copyKind !== undefined &&
      parent('本別', [empty('收發處理本別', { 代碼: entry.copyKind })]),
  ]);
  return parent('交換表單', records);
}
