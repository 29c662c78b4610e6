import { foldText } from '../model/fold-text.ts';
import type { Writing } from '../model/writing/writing.ts';
import { type ExchangeEncoding, encodeText } from '../xml/encode.ts';

/** Fields that stay in the draft and never reach the exchange XML. */
const PAPER_ONLY = new Set([
  'archive',
  'channel',
  'deadline',
  'extra',
  'medium',
  'postal',
  'quantity',
  'relation',
  'replyTo',
  'sha256',
  'signing',
  'title',
]);

const ILLEGAL = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/**
 * Looks at every text of a model before anything is written: characters that XML forbids, characters that the
 * encoding lacks, and white space that will not come back.
 *
 * @param writing - Takes the issues; paths are JSON pointers into the model, columns UTF-16 code units from 1.
 */
export function checkTexts(model: unknown, encoding: ExchangeEncoding, writing: Writing): void {
  for (const { path, text } of textsOf(model, '')) checkText(text, path, encoding, writing);
}

function* textsOf(value: unknown, path: string): Generator<{ path: string; text: string }> {
  if (typeof value === 'string') yield { path, text: value };
  else if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) yield* textsOf(item, `${path}/${index}`);
  } else if (typeof value === 'object' && value !== null) {
    const person = 'type' in value && value.type === 'person';
    for (const [key, item] of Object.entries(value)) {
      if (PAPER_ONLY.has(key) && !(person && key === 'title')) continue;
      yield* textsOf(item, `${path}/${key}`);
    }
  }
}

function checkText(text: string, path: string, encoding: ExchangeEncoding, writing: Writing): void {
  for (const match of text.matchAll(ILLEGAL)) {
    writing.report('WRITE_CHARACTER_ILLEGAL', path, { column: match.index + 1, code: codeName(match[0]) });
  }
  const encoded = encodeText(text.replace(ILLEGAL, ''), encoding);
  if ('unencodable' in encoded) {
    for (const character of new Set(encoded.unencodable.map((found) => found.character))) {
      const params = { column: text.indexOf(character) + 1, character, code: codeName(character), encoding };
      writing.report('WRITE_CHARACTER_UNENCODABLE', path, params);
    }
  }
  if (foldText(text) !== text) writing.report('WRITE_TEXT_FOLDED', path);
}

const codeName = (character: string) =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
