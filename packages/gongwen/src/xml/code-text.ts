import { stringOf } from './string-of.ts';

/**
 * Text as UTF-16 code units in an array that ends with a zero: what the reader runs over. Strings are made only of the
 * pieces that somebody asks for.
 */
export class CodeText {
  /** Code units, and after the last one a zero that stands for the end. */
  readonly codes: Uint16Array;
  /** Number of code units without the zero at the end. */
  readonly length: number;

  constructor(codes: Uint16Array) {
    this.codes = codes;
    this.length = codes.length - 1;
  }

  static fromString(text: string): CodeText {
    const codes = new Uint16Array(text.length + 1);
    for (let at = 0; at < text.length; at += 1) codes[at] = text.charCodeAt(at);
    return new CodeText(codes);
  }

  /** The code unit at an offset; 0 behind the end. */
  at(offset: number): number {
    return this.codes[offset] ?? 0;
  }

  /** The code point at an offset. */
  pointAt(offset: number): number {
    const high = this.at(offset);
    if (high < 0xd800 || high > 0xdbff) return high;
    const low = this.at(offset + 1);
    return low >= 0xdc00 && low <= 0xdfff ? ((high - 0xd800) << 10) + (low - 0xdc00) + 0x10000 : high;
  }

  slice(from: number, to = this.length): string {
    return stringOf(this.codes, from, Math.min(to, this.length));
  }

  startsWith(word: string, at: number): boolean {
    return standsAt(this.codes, at, word);
  }

  /** Offset of the next occurrence of a code unit, -1 when there is none. */
  indexOfCode(code: number, from: number): number {
    const at = this.codes.indexOf(code, from);
    return at >= this.length ? -1 : at;
  }

  /** Offset of the next occurrence of a word, -1 when there is none. */
  indexOf(word: string, from: number): number {
    const first = word.charCodeAt(0);
    for (let at = this.indexOfCode(first, from); at >= 0; at = this.indexOfCode(first, at + 1)) {
      if (this.startsWith(word, at)) return at;
    }
    return -1;
  }

  toString(): string {
    return this.slice(0);
  }
}

/** True when a word stands at an offset. */
export function standsAt(codes: Uint16Array, at: number, word: string): boolean {
  for (let index = 0; index < word.length; index += 1) {
    if (codes[at + index] !== word.charCodeAt(index)) return false;
  }
  return true;
}
