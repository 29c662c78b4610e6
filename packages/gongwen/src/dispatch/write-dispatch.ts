import type { Issue } from '@kcc/validators';
import type { Grammar } from '../grammar/grammar.ts';
import type { Attachment } from '../model/attachment.ts';
import type { Generation, LetterBase } from '../model/base.ts';
import type { DocumentType } from '../model/document-type.ts';
import { allTypes } from '../model/document-types.ts';
import type { Letter } from '../model/letter.ts';
import { createWriting, type DeclaredEntity, type Writing } from '../model/writing/writing.ts';
import { type ExchangeEncoding, encodeText, type Unencodable } from '../xml/encode.ts';
import { serializeXml } from '../xml/serialize.ts';
import type { XmlElement } from '../xml/tree.ts';
import { addresseeOf } from './addressee-of.ts';
import { attachmentsOf, checkAttachments } from './attachments-of.ts';
import { buildDocument, checkBuilt, grammarFor } from './build-document.ts';
import { checkContent } from './check-content.ts';
import { checkTexts } from './check-texts.ts';
import type { AttachmentSlot, WrittenDispatch, WrittenFile } from './file.ts';
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
  /** Name of a roster file that is not written now, for a letter that goes on pointing at it. */
  readonly rosterFile?: string;
  /** Name of a message file that is not written now, likewise. */
  readonly messageFile?: string;
  /** Makes a re-sent letter: says why (DM). */
  readonly message?: Pick<Message, 'code' | 'note'>;
  /** What to do with `letter.extra`: leave it out (default), or put it back in its place and lose validity. */
  readonly extra?: 'drop' | 'keep';
  /** An office's own grammars, such as one made with `extendGrammar`. */
  readonly grammars?: readonly Grammar[];
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
export function writeDispatch<L extends AnyLetter = Letter>(
  letter: L,
  options: WriteDispatchOptions,
): WrittenDispatch {
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
  if (roster.entries.length === 0) writing.nameRosterFile(options.rosterFile ?? '');
  const addressee = addresseeOf(letter, type.recipientFields, roster, writing);
  const tree = type.write({ ...letter, ...(addressee && { addressee }) }, writing);
  const root = graftExtras(tree, letter.extra ?? [], options.extra ?? 'drop', writing);
  const { message } = options;
  const messageFile = message ? `${baseName}.dm` : options.messageFile;
  if (messageFile !== undefined) writing.declareMessage(messageFile);
  const writer = new FileWriter(writing, { ...options, encoding });
  writer.add(`${baseName}.di`, 'letter', root, writing.entities());
  if (roster.entries.length > 0) writer.add(`${baseName}.sw`, 'roster', rosterToTree(roster, generation));
  if (message) writer.add(`${baseName}.dm`, 'message', messageToTree(message));
  return writer.finish(attachments.map(slotOf));
}

const slotOf = ({ fileName, sha256 }: Attachment): AttachmentSlot => ({
  path: fileName,
  role: 'attachment-slot',
  ...(sha256 !== undefined && { sha256 }),
});

function typeOf(letter: AnyLetter, types: readonly DocumentType[] = []): DocumentType {
  const type = allTypes(types).find(({ kind }) => kind === letter.kind);
  if (!type) throw new TypeError(`letter.kind: no document type for ${JSON.stringify(letter.kind)}`);
  return type;
}

type FileOptions = Pick<WriteDispatchOptions, 'grammars' | 'extra'> & { readonly encoding: ExchangeEncoding };

/** Checks, serializes and encodes the files of one dispatch. */
class FileWriter {
  readonly #writing: Writing;
  readonly #options: FileOptions;
  readonly #files: WrittenFile[] = [];
  readonly #notes: Issue[] = [];

  constructor(writing: Writing, options: FileOptions) {
    this.#writing = writing;
    this.#options = options;
  }

  add(
    path: string,
    role: WrittenFile['role'],
    root: XmlElement,
    entities: readonly DeclaredEntity[] = [],
  ): void {
    const { generation } = this.#writing;
    const { encoding, grammars, extra } = this.#options;
    const grammar = grammarFor(root.name, generation, grammars);
    if (!grammar) {
      this.#writing.report('WRITE_GENERATION_LACKS', '', { generation, name: root.name });
      return;
    }
    if (this.#failed()) return;
    const document = buildDocument(root, entities, grammar, encoding);
    if (extra !== 'keep') this.#notes.push(...checkBuilt(document, grammar, this.#writing));
    const encoded = encodeText(serializeXml(document), encoding);
    if ('bytes' in encoded) this.#files.push({ path, role, bytes: encoded.bytes });
    else this.#reportNames(path, encoded.unencodable);
  }

  /** Every text was looked at before; what is left are file and entity names. */
  #reportNames(path: string, unencodable: readonly Unencodable[]): void {
    const { encoding } = this.#options;
    for (const { character, column } of unencodable) {
      this.#writing.report('WRITE_CHARACTER_UNENCODABLE', `/${path}`, {
        column,
        character,
        code: '',
        encoding,
      });
    }
  }

  #failed(): boolean {
    return this.#writing.issues.some(({ severity }) => severity === 'error');
  }

  finish(slots: readonly AttachmentSlot[]): WrittenDispatch {
    const issues = [...this.#writing.issues, ...this.#notes];
    return { files: this.#failed() ? [] : [...this.#files, ...slots], issues };
  }
}
