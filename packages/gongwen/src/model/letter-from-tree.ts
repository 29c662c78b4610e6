import type { Issue } from '@kcc/validators';
import type { XmlElement } from '../xml/tree.ts';
import type { Generation, LetterBase } from './base.ts';
import { documentTypes } from './document-types.ts';
import { reportUnreferenced } from './fields/attachments.ts';
import type { Letter } from './letter.ts';
import { ElementReader } from './reading/element-reader.ts';
import { createReading, type EntityTarget, type Reading } from './reading/reading.ts';

/** What a letter is read from; the result of `readDocument` is one. */
export interface LetterSource {
  readonly tree: XmlElement;
  readonly generation?: Generation | undefined;
  /** What a grammar knows the root as. */
  readonly kind?: string | undefined;
  /** How many issues are listed; default 200. */
  readonly maxIssues?: number | undefined;
  readonly prolog?: { readonly doctype?: { readonly entities: readonly EntityTarget[] } } | undefined;
}

/** The reading half of a document type. */
interface ReadableType {
  readonly root: string;
  read(root: ElementReader): object;
}

export interface LetterReading<L> {
  /** Absent when the root element is no known kind of letter. */
  readonly letter?: L;
  /** The other files of the dispatch that the internal subset names. */
  readonly linked: LinkedFiles;
  readonly issues: readonly Issue[];
}

/** File names as declared; an empty one means that the writer declared the entity and named no file. */
export interface LinkedFiles {
  /** 交換表單 (SW). */
  readonly roster?: string;
  /** 文書訊息表單 (DM). */
  readonly message?: string;
}

/**
 * Reads a tree as a letter, tolerantly: every oddity is an issue, whatever has no place in the model stays in
 * `letter.extra`.
 *
 * @param source - Tree, generation and entities; without a generation 104 is assumed.
 */
export function letterFromTree(source: LetterSource): LetterReading<Letter> {
  return readAs<Letter>(source, documentTypes);
}

/** {@link letterFromTree} with other kinds than the package's own. */
export function readAs<L extends LetterBase>(
  source: LetterSource,
  types: readonly ReadableType[],
): LetterReading<L> {
  const { tree, generation, prolog, maxIssues } = source;
  const reading = createReading(generation ?? '104', prolog?.doctype?.entities ?? [], maxIssues);
  const type = types.find(({ root }) => root === tree.name);
  if (!type) {
    const code = source.kind === undefined ? 'READ_ROOT_UNKNOWN' : 'READ_NOT_A_LETTER';
    reading.report(code, `/${tree.name}`, tree.start, { name: tree.name });
    return { linked: linkedFiles(reading), issues: reading.issues };
  }
  const root = new ElementReader(reading, tree);
  const { kind, ...content } = type.read(root) as LetterBase & { kind: string };
  root.finish();
  reportUnreferenced(reading, root.path);
  const letter = {
    kind,
    ...(generation !== undefined && { generation }),
    ...content,
    ...(reading.extras.length > 0 && { extra: reading.extras }),
  };
  // The types handed in say that their kinds make up L.
  return {
    letter: letter as unknown as L,
    linked: linkedFiles(reading),
    issues: sortByPlace(reading.issues),
  };
}

/** The roster is what 交換表 names, or else what its usual names or extension tell. */
function linkedFiles({ entities, rosterEntity }: Reading): LinkedFiles {
  const all = [...entities.values()];
  const has = (extension: string) => (entity: EntityTarget) =>
    entity.systemId?.toLowerCase().endsWith(extension) === true;
  const roster =
    entities.get(rosterEntity ?? '') ??
    all.find(({ name }) => name === '表單' || name === '名單') ??
    all.find(has('.sw'));
  const message =
    entities.get('文書訊息表單') ?? all.find(({ notation }) => notation === 'DM') ?? all.find(has('.dm'));
  return {
    ...(roster && { roster: roster.systemId ?? '' }),
    ...(message && { message: message.systemId ?? '' }),
  };
}

const sortByPlace = (issues: readonly Issue[]): Issue[] =>
  [...issues].sort((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0));
