import { unpackCodePoints } from './big5-digits.ts';
import { EXTENSION, HANZI, SYMBOLS } from './big5-table.ts';

/** Trail bytes 0x40–0x7E and 0xA1–0xFE: 157 a lead byte. */
const TRAILS = 157;
const UNDEFINED = 0;

/** [first pair, last pair, first code point] of the user-defined zones (造字區), mapped to private use as Windows does. */
const USER_ZONES = [
  [0xfa40, 0xfefe, 0xe000],
  [0x8e40, 0xa0fe, 0xe311],
  [0x8140, 0x8dfe, 0xeeb8],
  [0xc6a1, 0xc8fe, 0xf6b1],
] as const;

/** Characters of the first level, 0xA440 to 0xC67E; the second begins at 0xC940. */
const FIRST_LEVEL = 5401;

/** Number of a pair in code order, from 0x8140. */
function indexOf(lead: number, trail: number): number {
  return (lead - 0x81) * TRAILS + (trail < 0x7f ? trail - 0x40 : trail - 0x62);
}

function pairAt(index: number): number {
  const trail = index % TRAILS;
  return ((Math.floor(index / TRAILS) + 0x81) << 8) | (trail < 0x3f ? trail + 0x40 : trail + 0x62);
}

/**
 * Big5 as Windows code page 950 reads it, user-defined characters in the private use area: the same in every runtime,
 * and reversible but for ten pairs that stand for a character which has an older pair.
 */
export interface Big5 {
  /** Character of a pair, 0 when the pair means nothing. */
  decode(lead: number, trail: number): number;
  /** Pair of a character beyond ASCII, 0 when it has none. */
  encode(code: number): number;
}

/** Builds the two tables; about 3 ms. */
export function createBig5(): Big5 {
  const toUnicode = new Uint16Array((0xfe - 0x80) * TRAILS);
  const toBig5 = new Uint16Array(0x10000);
  const put = (index: number, code: number) => {
    if (code === UNDEFINED) return;
    toUnicode[index] = code;
    if (toBig5[code] === 0) toBig5[code] = pairAt(index);
  };
  const putAll = (first: number, characters: ArrayLike<number>) => {
    const base = indexOf(first >> 8, first & 0xff);
    for (let at = 0; at < characters.length; at += 1) put(base + at, characters[at] ?? UNDEFINED);
  };
  const hanzi = unpackCodePoints(HANZI, 0x4e00);
  putAll(0xa140, unitsOf(SYMBOLS));
  putAll(0xa440, hanzi.subarray(0, FIRST_LEVEL));
  putAll(0xc940, hanzi.subarray(FIRST_LEVEL));
  putAll(0xf9d6, unitsOf(EXTENSION));
  for (const [first, last, code] of USER_ZONES) {
    const base = indexOf(first >> 8, first & 0xff);
    const count = indexOf(last >> 8, last & 0xff) - base + 1;
    for (let at = 0; at < count; at += 1) put(base + at, code + at);
  }
  // 十 and 卅 stand twice: among the symbols and among the characters, where they are meant.
  toBig5[0x5341] = 0xa451;
  toBig5[0x5345] = 0xa4ca;
  return {
    decode: (lead, trail) => toUnicode[indexOf(lead, trail)] ?? UNDEFINED,
    encode: (code) => toBig5[code] ?? 0,
  };
}

function unitsOf(text: string): readonly number[] {
  return Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));
}
