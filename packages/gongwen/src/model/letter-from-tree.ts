import type { Issue } from '@kcc/validators';
import type { XmlElement } from '../xml/tree.ts';
import type { Generation, LetterBase } from './base.ts';
import { documentTypes } from './document-types.ts';
import { reportUnreferenced } from './fields/attachments.ts';
import type { Letter } from './letter.ts';
import { ElementReader } from './reading/element-reader.ts';
import { createReading, type EntityTarget } from './reading/reading.ts';

/** What a letter is read from; the result of `readDocument` is one. */
export interface LetterSource {
  readonly tree: XmlElement;
  readonly generation?: Generation | undefined;
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
  readonly issues: readonly Issue[];
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
  const { tree, generation, prolog } = source;
  const reading = createReading(generation ?? '104', prolog?.doctype?.entities ?? []);
  const type = types.find(({ root }) => root === tree.name);
  if (!type) {
    reading.report('READ_ROOT_UNKNOWN', `/${tree.name}`, tree.start, { name: tree.name });
    return { issues: reading.issues };
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
  return { letter: letter as unknown as L, issues: sortByPlace(reading.issues) };
}

const sortByPlace = (issues: readonly Issue[]): Issue[] =>
  [...issues].sort((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0));
