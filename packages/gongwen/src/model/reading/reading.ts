import { fillTemplate, type Issue, type IssueParams } from '@kcc/validators';
import { DEFAULT_LIMITS } from '../../xml/limits.ts';
import type { XmlIssueCode } from '../../xml/messages.ts';
import { xmlIssue } from '../../xml/reader.ts';
import type { Position } from '../../xml/tree.ts';
import type { Generation } from '../base.ts';
import type { Extra } from '../extra.ts';
import { type ReadCode, readMessages } from './messages.ts';

/** An unparsed entity of the internal subset, such as an attachment or the roster. */
export interface EntityTarget {
  readonly name: string;
  /** File name; empty or absent where the writer gave none. */
  readonly systemId?: string | undefined;
  readonly notation?: string | undefined;
}

/** What one reading knows and collects. */
export interface Reading {
  readonly generation: Generation;
  readonly entities: ReadonlyMap<string, EntityTarget>;
  /** Names of the entities that some element referred to. */
  readonly usedEntities: Set<string>;
  /** As many as the limit allows; one more tells how many are left out. */
  readonly issues: readonly Issue<ReadCode | XmlIssueCode>[];
  readonly extras: Extra[];
  /** Attachments met so far; their derived entity names count through the whole document. */
  attachmentCount: number;
  /** Entity that 交換表 refers to. */
  rosterEntity?: string;
  /** Notes an issue; its path is asked for only when it is listed. */
  report(
    code: ReadCode,
    path: string | (() => string),
    start: Position | undefined,
    params?: IssueParams,
  ): void;
}

/** Begins a reading of one document, which lists so many issues. */
export function createReading(
  generation: Generation,
  entities: Iterable<EntityTarget>,
  maximum: number = DEFAULT_LIMITS.issues,
): Reading {
  const listed: Issue<ReadCode>[] = [];
  let more = 0;
  return {
    generation,
    entities: new Map([...entities].map((entity) => [entity.name, entity])),
    usedEntities: new Set(),
    get issues() {
      if (more === 0) return listed;
      return [...listed, xmlIssue('XML_MORE_ISSUES', 'warning', { listed: listed.length, more })];
    },
    extras: [],
    attachmentCount: 0,
    report(code, path, start, params) {
      if (listed.length >= maximum) {
        more += 1;
        return;
      }
      const [severity, template] = readMessages[code];
      listed.push({
        code,
        severity,
        path: typeof path === 'string' ? path : path(),
        ...(start && { line: start.line, column: start.column }),
        message: fillTemplate(template, params),
        ...(params && { params }),
      });
    },
  };
}
