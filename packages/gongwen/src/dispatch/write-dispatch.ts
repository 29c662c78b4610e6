import type { Issue } from '@kcc/validators';
import type { Generation, LetterBase } from '../model/base.ts';
import type { DocumentType } from '../model/document-type.ts';
import { allTypes } from '../model/document-types.ts';
import type { Letter } from '../model/letter.ts';
import { createWriting, type Writing } from '../model/writing/writing.ts';
import { type ExchangeEncoding, encodeText } from '../xml/encode.ts';
import { serializeXml } from '../xml/serialize.ts';
import type { XmlElement } from '../xml/tree.ts';
import { addresseeOf } from './addressee-of.ts';
import { attachmentsOf, checkAttachments } from './attachments-of.ts';
import { buildDocument } from './build-document.ts';
import { checkContent } from './check-content.ts';
import { checkTexts } from './check-texts.ts';
import type { AttachmentSlot, DispatchFile, WrittenDispatch, WrittenFile } from './file.ts';
import { graftExtras } from './graft-extras.ts';
import { type Message, messageToTree } from './message.ts';
import { type Roster, rosterToTree } from './roster.ts';
import { rosterOfLetter } from './roster-of-letter.ts';

export interface WriteDispatchOptions {
  /** Name of the DI, SW and DM files without extension, such as 1150001234. */
  readonly baseName: string;
  /** Default: 104. */
  readonly generation?: Generation;
  /** Default: utf-8. */
  readonly encoding?: ExchangeEncoding;
  /** Takes the place of the roster that is derived from the letter's recipients. */
  readonly roster?: Roster;
  /** Makes a re-sent letter: says why (DM). */
  readonly message?: Pick<Message, 'code' | 'note'>;
  /** What to do with `letter.extra`: leave it out (default), or put it back in its place and lose validity. */
  readonly extra?: 'drop' | 'keep';
  /** Kinds of letter beside or instead of the format's own. */
  readonly types?: readonly DocumentType[];
}

type AnyLetter = LetterBase & { readonly kind: string };

/**
 * Writes a letter as the files of one dispatch: DI, SW, for a re-sent letter DM, and a slot for each attachment.
 *
 * The result is canonical and byte-stable, valid by the grammar of the generation, and complete: with an issue of
 * severity error nothing is written.
 *
 * @throws TypeError when no document type knows the letter's kind.
 */
export function writeDispatch(letter: Letter | AnyLetter, options: WriteDispatchOptions): WrittenDispatch {
  const { generation = '104', encoding = 'utf-8', baseName } = options;
  const type = typeOf(letter, options.types);
  const attachments = attachmentsOf(letter);
  const writing = createWriting({
    generation,
    rosterFile: `${baseName}.sw`,
    reservedNames: attachments.flatMap(({ entity }) => entity ?? []),
  });
  checkContent(letter, type, baseName, writing);
  checkTexts(letter, encoding, writing);
  checkAttachments(attachments, baseName, writing);
  const roster = options.roster ?? rosterOfLetter(letter, type.recipientFields, writing);
  if (roster.entries.length === 0) writing.withoutRosterFile();
  const addressee = addresseeOf(letter, type.recipientFields, roster, writing);
  const tree = type.write({ ...letter, ...(addressee && { addressee }) }, writing);
  const root = graftExtras(tree, letter.extra ?? [], options.extra ?? 'drop', writing);
  if (options.message) writing.declareMessage(`${baseName}.dm`);
  const files = [
    encodeFile(`${baseName}.di`, 'letter', root, writing, encoding),
    roster.entries.length > 0 &&
      encodeFile(`${baseName}.sw`, 'roster', rosterToTree(roster, generation), writing, encoding),
    options.message &&
      encodeFile(`${baseName}.dm`, 'message', messageToTree(options.message), writing, encoding),
    ...attachments.map(
      ({ fileName, sha256 }): AttachmentSlot => ({
        path: fileName,
        role: 'attachment-slot',
        ...(sha256 !== undefined && { sha256 }),
      }),
    ),
  ].filter((file): file is DispatchFile => file !== undefined && file !== false);
  return finish(files, writing.issues);
}

function typeOf(letter: AnyLetter, types: readonly DocumentType[] = []): DocumentType {
  const type = allTypes(types).find(({ kind }) => kind === letter.kind);
  if (!type) throw new TypeError(`letter.kind: no document type for ${JSON.stringify(letter.kind)}`);
  return type;
}

function encodeFile(
  path: string,
  role: WrittenFile['role'],
  root: XmlElement,
  writing: Writing,
  encoding: ExchangeEncoding,
): WrittenFile {
  const entities = role === 'letter' ? writing.entities() : [];
  const document = buildDocument(root, entities, writing.generation, encoding);
  const encoded = encodeText(serializeXml(document), encoding);
  // Texts were looked at before; what is left here are names, which the caller chose for this encoding.
  if ('bytes' in encoded) return { path, role, bytes: encoded.bytes };
  const [first] = encoded.unencodable;
  if (first && !writing.issues.some(({ severity }) => severity === 'error')) {
    const { character, column } = first;
    writing.report('WRITE_CHARACTER_UNENCODABLE', `/${path}`, { column, character, code: '', encoding });
  }
  return { path, role, bytes: new Uint8Array() };
}

function finish(files: readonly DispatchFile[], issues: readonly Issue[]): WrittenDispatch {
  const failed = issues.some(({ severity }) => severity === 'error');
  return { files: failed ? [] : files, issues };
}
