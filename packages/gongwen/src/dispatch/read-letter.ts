import type { Issue } from '@kcc/validators';
import { type DocumentReading, type ReadOptions, readDocument } from '../grammar/read-document.ts';
import type { LetterBase } from '../model/base.ts';
import type { DocumentType } from '../model/document-type.ts';
import { allTypes } from '../model/document-types.ts';
import type { Letter } from '../model/letter.ts';
import { type LetterSource, type LinkedFiles, readAs } from '../model/letter-from-tree.ts';
import { type Consultation, consultationFromTree } from './consultation.ts';
import { type Message, messageFromTree } from './message.ts';
import { type Roster, rosterFromTree } from './roster.ts';

export interface ReadLetterOptions extends ReadOptions {
  /** Kinds of letter beside or instead of the format's own. */
  readonly types?: readonly DocumentType[];
}

/** What a file of a dispatch is and says; one of the models is there when its root is known. */
export interface LetterDocument<L = Letter> extends DocumentReading {
  readonly letter?: L;
  /** The roster and message that a letter's DOCTYPE names. */
  readonly linked?: LinkedFiles;
  readonly roster?: Roster;
  readonly message?: Message;
  readonly consultation?: Consultation;
}

/**
 * Reads the bytes of a letter (DI), roster (SW), message (DM) or consultation in one call.
 *
 * The reading is tolerant: `wellFormed` and `valid` speak of the bytes as they stand, while what does not fit the
 * grammar is a warning when the letter could be read all the same. Only what stopped the reading is an error.
 */
export function readLetter<L extends LetterBase = Letter>(
  bytes: Uint8Array,
  options: ReadLetterOptions = {},
): LetterDocument<L> {
  const reading = readDocument(bytes, options);
  if (!reading.tree) return reading;
  const { issues, ...model } = readModel<L>(
    { ...reading, tree: reading.tree, maxIssues: options.limits?.issues },
    options.types,
  );
  return { ...reading, ...model, issues: mergeIssues(reading.issues, issues) };
}

interface Model<L> {
  readonly letter?: L;
  readonly linked?: LinkedFiles;
  readonly roster?: Roster;
  readonly message?: Message;
  readonly consultation?: Consultation;
  readonly issues: readonly Issue[];
}

function readModel<L extends LetterBase>(
  source: LetterSource,
  types: readonly DocumentType[] | undefined,
): Model<L> {
  switch (source.tree.name) {
    case '交換表單':
      return rosterFromTree(source);
    case '文書訊息表單':
      return messageFromTree(source);
    case '跨機關陳核會稿交換表單':
      return consultationFromTree(source);
    default:
      return readAs<L>(source, allTypes(types));
  }
}

/** A reading that got through names each oddity once, and as a warning. */
function mergeIssues(checked: readonly Issue[], read: readonly Issue[]): readonly Issue[] {
  if (read.some(({ severity }) => severity === 'error')) return [...checked, ...read];
  const told = read.filter(({ severity }) => severity !== 'info');
  const tolerated = checked
    .filter((issue) => !isGrammarIssue(issue) || !told.some((other) => saysTheSame(other, issue)))
    .map((issue) =>
      isGrammarIssue(issue) && issue.severity === 'error' ? { ...issue, severity: 'warning' } : issue,
    );
  return [...(tolerated as readonly Issue[]), ...read].sort(byPlace);
}

const isGrammarIssue = ({ code }: Issue) => code.startsWith('GRAMMAR_');

/** At the same element, or inside one (but the root) that the reading had its say about. */
function saysTheSame(read: Issue, checked: Issue): boolean {
  const isRoot = read.path.lastIndexOf('/') === 0;
  return read.path === checked.path || (!isRoot && checked.path.startsWith(`${read.path}/`));
}

const byPlace = (a: Issue, b: Issue) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0);
