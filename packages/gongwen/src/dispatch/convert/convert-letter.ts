import type { Issue } from '@kcc/validators';
import { readDocument } from '../../grammar/read-document.ts';
import { DECREE_SUBTYPES } from '../../model/decree.ts';
import type { Letter } from '../../model/letter.ts';
import { LETTER_SUBTYPES } from '../../model/official-letter.ts';
import type { EntityDeclaration, Prolog } from '../../xml/document.ts';
import type { DispatchFile, WrittenFile } from '../file.ts';
import { type Dispatch, type DispatchInput, readDispatch } from '../read-dispatch.ts';
import type { LetterDocument } from '../read-letter.ts';
import { type WriteDispatchOptions, writeDispatch } from '../write-dispatch.ts';
import { compareTrees } from './compare-trees.ts';
import { change } from './report.ts';

export interface ConvertOptions extends Pick<WriteDispatchOptions, 'generation' | 'encoding'> {
  /** Name of the new files without extension; default: the letter's. */
  readonly baseName?: string;
}

export interface ConvertedLetter {
  /** The letter as it stands in the new files. */
  readonly letter?: Letter;
  /** Empty when an issue is an error. */
  readonly files: readonly DispatchFile[];
  /** What the old files have wrong, then each change that was made to them. */
  readonly issues: readonly Issue[];
}

/**
 * Brings the files of a dispatch to the current form (generation 104, UTF-8), whatever generation and writer they come
 * from. Every change of the letter is an issue at its place in the old file.
 *
 * @param inputs - The letter, with its roster and message where they are at hand.
 */
export async function convertLetter(
  inputs: readonly DispatchInput[],
  options: ConvertOptions = {},
): Promise<ConvertedLetter> {
  const dispatch = await readDispatch(inputs);
  const { document, letter } = dispatch;
  if (!letter || !document) return { files: [], issues: dispatch.issues };
  const { generation = '104', encoding = 'utf-8' } = options;
  const prepared = prepare(letter);
  const written = writeDispatch(prepared.letter, {
    baseName: options.baseName ?? baseNameOf(document.path),
    generation,
    encoding,
    ...linkedOptions(dispatch),
  });
  const errors = written.issues.filter(({ severity }) => severity === 'error');
  const main = written.files.find((file): file is WrittenFile => file.role === 'letter');
  const changes = main ? [...compareDocuments(document, main)].sort(byLine) : [];
  return {
    letter: { ...prepared.letter, generation },
    files: written.files,
    issues: [...dispatch.issues, ...prepared.issues, ...changes, ...errors],
  };
}

const byLine = (a: Issue, b: Issue) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0);

const baseNameOf = (path: string) => (path.split(/[\\/]/).at(-1) ?? path).replace(/\.[^.]*$/, '');

/** Roster and message where they are at hand; else the letter goes on pointing at the files that it names. */
function linkedOptions({ roster, message, document }: Dispatch): Partial<WriteDispatchOptions> {
  const { roster: rosterFile, message: messageFile } = document?.linked ?? {};
  return {
    ...(roster ? { roster } : { roster: { entries: [] }, ...(rosterFile && { rosterFile }) }),
    ...(message ? { message } : messageFile && { messageFile }),
  };
}

/** What the new format cannot hold is replaced before writing. */
function prepare(letter: Letter): { readonly letter: Letter; readonly issues: readonly Issue[] } {
  const issues: Issue[] = [];
  const attachments = letter.attachments.map(({ entity: _entity, notation: _notation, ...rest }) => rest);
  let result: Letter = { ...letter, attachments };
  if (result.kind === 'letter' && !includes(LETTER_SUBTYPES, result.subtype)) {
    issues.push(change('CONVERT_SUBTYPE', '/函/函類別', undefined, { from: result.subtype, to: '函' }));
    result = { ...result, subtype: '函' };
  }
  if (result.kind === 'decree' && !includes(DECREE_SUBTYPES, result.subtype)) {
    issues.push(change('CONVERT_SUBTYPE', '/令/令類別', undefined, { from: result.subtype, to: '令' }));
    result = { ...result, subtype: '令' };
  }
  if (result.kind === 'letter' && result.recipients.length === 0) {
    issues.push(change('CONVERT_RECIPIENTS_HIDDEN', '/函/正本', undefined, {}));
    result = { ...result, recipients: [{ type: 'collective', name: '' }] };
  }
  return { letter: result, issues };
}

const includes = (list: readonly string[], value: string) => list.includes(value);

function compareDocuments(before: LetterDocument, file: WrittenFile): readonly Issue[] {
  const after = readDocument(file.bytes);
  if (!before.tree || !after.tree) return [];
  const issues: Issue[] = [];
  if (before.dtd !== after.dtd) {
    issues.push(change('CONVERT_DTD', '', undefined, { from: before.dtd ?? '', to: after.dtd ?? '' }));
  }
  if (before.encoding !== after.encoding) {
    issues.push(change('CONVERT_ENCODING', '', undefined, { from: before.encoding, to: after.encoding }));
  }
  return [
    ...issues,
    ...compareEntities(before.prolog, after.prolog),
    ...compareTrees(before.tree, after.tree),
  ];
}

const unparsed = (prolog: Prolog) =>
  (prolog.doctype?.entities ?? []).filter(({ notation }) => notation !== undefined);

const shown = ({ name, notation }: EntityDeclaration) => `${name} NDATA ${notation ?? ''}`;

const isRoster = (name: string) => name === '表單' || name === '名單';

function compareEntities(before: Prolog, after: Prolog): readonly Issue[] {
  const news = unparsed(after);
  return unparsed(before).flatMap((old) => {
    const kept =
      news.find(({ name, systemId }) => systemId === old.systemId || name === old.name) ??
      news.find(({ name }) => isRoster(name) && isRoster(old.name));
    const file = old.systemId ?? '';
    if (!kept) return [change('CONVERT_ENTITY_REMOVED', '', undefined, { name: old.name, file })];
    const [from, to] = [`${shown(old)} "${file}"`, `${shown(kept)} "${kept.systemId ?? ''}"`];
    return from === to ? [] : [change('CONVERT_ENTITY', '', undefined, { file, from, to })];
  });
}
