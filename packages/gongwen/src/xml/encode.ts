import { big5Codec } from './big5-codec.ts';

/** An encoding that letters are exchanged in. */
export type ExchangeEncoding = 'utf-8' | 'big5';

/** A character that the encoding has no code for. */
export interface Unencodable {
  readonly character: string;
  /** Offset in UTF-16 code units. */
  readonly offset: number;
  /** 1-based line. */
  readonly line: number;
  /** 1-based column in UTF-16 code units. */
  readonly column: number;
}

export type Encoded =
  | { readonly bytes: Uint8Array }
  /** Nothing was encoded: these characters stand in the way. */
  | { readonly unencodable: readonly Unencodable[] };

/**
 * Turns text into bytes, without a byte order mark. Nothing is replaced: either every character has a code or the list
 * of those that have none comes back.
 *
 * @param text The whole document, with a declaration that names the same encoding.
 * @param encoding `utf-8`, or `big5` (Windows code page 950 with user-defined characters from the private use area).
 */
export function encodeText(text: string, encoding: ExchangeEncoding): Encoded {
  if (encoding === 'utf-8') {
    const unencodable = findLoneSurrogates(text);
    return unencodable.length > 0 ? { unencodable } : { bytes: new TextEncoder().encode(text) };
  }
  if (encoding !== 'big5') throw new TypeError("encoding must be 'utf-8' or 'big5'");
  return encodeBig5(text);
}

function encodeBig5(text: string): Encoded {
  const codec = big5Codec();
  const bytes = new Uint8Array(text.length * 2);
  const missing: number[] = [];
  let length = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code < 0x80) {
      bytes[length++] = code;
      continue;
    }
    const pair = codec.encode(code);
    if (pair === 0) {
      missing.push(at);
      if ((text.codePointAt(at) ?? 0) > 0xffff) at += 1;
      continue;
    }
    bytes[length++] = pair >> 8;
    bytes[length++] = pair & 0xff;
  }
  return missing.length > 0 ? { unencodable: locate(text, missing) } : { bytes: bytes.slice(0, length) };
}

function findLoneSurrogates(text: string): readonly Unencodable[] {
  const offsets: number[] = [];
  for (const match of text.matchAll(/[\ud800-\udfff]/gu)) offsets.push(match.index);
  return locate(text, offsets);
}

function locate(text: string, offsets: readonly number[]): readonly Unencodable[] {
  let line = 1;
  let lineStart = 0;
  let at = 0;
  return offsets.map((offset) => {
    for (; at < offset; at += 1) {
      const code = text.charCodeAt(at);
      if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)) {
        line += 1;
        lineStart = at + 1;
      }
    }
    const character = String.fromCodePoint(text.codePointAt(offset) ?? 0);
    return { character, offset, line, column: offset - lineStart + 1 };
  });
}
