import { fillTemplate, type Issue, type IssueParams } from '@kcc/validators';
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
  readonly issues: Issue<ReadCode>[];
  readonly extras: Extra[];
  /** Attachments met so far; their derived entity names count through the whole document. */
  attachmentCount: number;
  /** Entity that 交換表 refers to. */
  rosterEntity?: string;
  report(code: ReadCode, path: string, start: Position | undefined, params?: IssueParams): void;
}

/** Begins a reading of one document. */
export function createReading(generation: Generation, entities: Iterable<EntityTarget>): Reading {
  const issues: Issue<ReadCode>[] = [];
  return {
    generation,
    entities: new Map([...entities].map((entity) => [entity.name, entity])),
    usedEntities: new Set(),
    issues,
    extras: [],
    attachmentCount: 0,
    report(code, path, start, params) {
      const [severity, template] = readMessages[code];
      issues.push({
        code,
        severity,
        path,
        ...(start && { line: start.line, column: start.column }),
        message: fillTemplate(template, params),
        ...(params && { params }),
      });
    },
  };
}
