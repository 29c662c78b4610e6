import type { Issue } from '@kcc/validators';
import type { LetterBase } from '../model/base.ts';
import { allTypes } from '../model/document-types.ts';
import type { Letter } from '../model/letter.ts';
import { attachmentsOf } from './attachments-of.ts';
import { sha256Hex } from './digest.ts';
import { joinRoster } from './join-roster.ts';
import type { Message } from './message.ts';
import { type LetterDocument, type ReadLetterOptions, readLetter } from './read-letter.ts';
import type { Roster } from './roster.ts';

/** A file as it was received or is about to be sent. */
export interface DispatchInput {
  /** File name; folders before it do not matter. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** An attachment of a letter and the file that belongs to it. */
export interface DispatchAttachment {
  readonly fileName: string;
  /** Name of the file that was found, which may differ in letter case; absent when there is none. */
  readonly found?: string;
  readonly size?: number;
  /** Lower-case hexadecimal. */
  readonly sha256?: string;
}

/** One letter with everything that travels with it. */
export interface Dispatch<L = Letter> {
  /** The letter with what the roster knows joined to its recipients; absent when no file could be read as one. */
  readonly letter?: L;
  /** The letter as its own file says it, with the reading's answers. */
  readonly document?: LetterDocument<L> & { readonly path: string };
  readonly roster?: Roster;
  readonly message?: Message;
  /** The files read as SW and DM, with the reading's answers. */
  readonly rosterDocument?: LetterDocument & { readonly path: string };
  readonly messageDocument?: LetterDocument & { readonly path: string };
  readonly attachments: readonly DispatchAttachment[];
  /** Files that nothing in the letter names. */
  readonly others: readonly string[];
  readonly issues: readonly Issue[];
}

export interface ReadDispatchOptions extends ReadLetterOptions {
  /** Path of the letter, where the files hold more than one. Default: the first `.di`. */
  readonly main?: string;
}

/** Reads the files of one dispatch together: letter, the roster and message it names, and its attachments. */
export async function readDispatch<L extends LetterBase = Letter>(
  files: readonly DispatchInput[],
  options: ReadDispatchOptions = {},
): Promise<Dispatch<L>> {
  const main = findMain(files, options.main);
  if (!main) return { attachments: [], others: files.map(({ path }) => path), issues: [] };
  const document = { ...readLetter<L>(main.bytes, options), path: main.path };
  const { letter, linked = {} } = document;
  const rosterDocument = readNamed(files, linked.roster, '.sw', options);
  const messageDocument = readNamed(files, linked.message, '.dm', options);
  const { roster } = rosterDocument ?? {};
  const { message } = messageDocument ?? {};
  const fields = allTypes(options.types).find(({ root }) => root === document.root)?.recipientFields ?? [];
  const joined = letter && roster ? joinRoster(letter, roster, fields) : undefined;
  const attachments = letter ? await matchAttachments(letter, files) : [];
  const named = [
    main.path,
    rosterDocument?.path,
    messageDocument?.path,
    ...attachments.map(({ found }) => found),
  ];
  return {
    document,
    ...(letter && { letter: joined?.letter ?? letter }),
    ...(rosterDocument && { rosterDocument }),
    ...(roster && { roster }),
    ...(messageDocument && { messageDocument }),
    ...(message && { message }),
    attachments,
    others: files.map(({ path }) => path).filter((path) => !named.includes(path)),
    issues: [
      ...document.issues,
      ...(rosterDocument?.issues ?? []),
      ...(messageDocument?.issues ?? []),
      ...(joined?.issues ?? []),
    ],
  };
}

const baseName = (path: string) => path.split(/[\\/]/).at(-1) ?? '';

function findMain(files: readonly DispatchInput[], main: string | undefined): DispatchInput | undefined {
  if (main !== undefined) return files.find(({ path }) => path === main);
  return files.find(({ path }) => /\.di$/i.test(path)) ?? files.find(({ path }) => /\.xml$/i.test(path));
}

/** The file that the DOCTYPE names; without a name, the only one with the extension. */
function readNamed(
  files: readonly DispatchInput[],
  name: string | undefined,
  extension: string,
  options: ReadLetterOptions,
): (LetterDocument & { readonly path: string }) | undefined {
  const alike = files.filter(({ path }) => path.toLowerCase().endsWith(extension));
  const file = name ? findFile(files, name) : alike.length === 1 ? alike[0] : undefined;
  return file && { ...readLetter(file.bytes, options), path: file.path };
}

/** A file by its exact name, or by one that differs in letter case only. */
function findFile(files: readonly DispatchInput[], name: string): DispatchInput | undefined {
  return (
    files.find(({ path }) => baseName(path) === name) ??
    files.find(({ path }) => baseName(path).toLowerCase() === name.toLowerCase())
  );
}

function matchAttachments(
  letter: LetterBase,
  files: readonly DispatchInput[],
): Promise<readonly DispatchAttachment[]> {
  return Promise.all(
    attachmentsOf(letter).map(async ({ fileName }): Promise<DispatchAttachment> => {
      const file = findFile(files, fileName);
      if (!file) return { fileName };
      return { fileName, found: file.path, size: file.bytes.length, sha256: await sha256Hex(file.bytes) };
    }),
  );
}
