import { standsAt } from './code-text.ts';
import { stringOf } from './string-of.ts';

/** Longest name that is remembered, in code units. */
const LONGEST = 32;
const SLOTS = 1024;

/** Names met lately, so that equal names are one string and cost nothing to make. Holds a bounded number of short names. */
export class NameTable {
  readonly #slots: (string | undefined)[] = new Array<string | undefined>(SLOTS).fill(undefined);

  /** The name between two offsets. */
  get(codes: Uint16Array, from: number, to: number): string {
    const length = to - from;
    if (length > LONGEST) return stringOf(codes, from, to);
    let hash = length;
    for (let at = from; at < to; at += 1) hash = (hash * 31 + (codes[at] ?? 0)) | 0;
    const slot = (hash ^ (hash >>> 10)) & (SLOTS - 1);
    const known = this.#slots[slot];
    if (known?.length === length && standsAt(codes, from, known)) return known;
    const name = unique(stringOf(codes, from, to));
    this.#slots[slot] = name;
    return name;
  }
}

/** The engine's one copy of a string, as literals are, so that looking it up in a map compares addresses. */
function unique(text: string): string {
  return Object.keys({ [text]: 0 })[0] ?? text;
}
