import { EXTENSION, HANZI_1, HANZI_2, SYMBOLS } from './big5-table.ts';

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

/** [first pair, characters] of the zones with assigned characters. */
const zones = () =>
  [
    [0xa140, SYMBOLS],
    [0xa440, HANZI_1],
    [0xc940, HANZI_2],
    [0xf9d6, EXTENSION],
  ] as const;

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
  for (const [first, characters] of zones()) {
    const base = indexOf(first >> 8, first & 0xff);
    for (let at = 0; at < characters.length; at += 1) put(base + at, characters.charCodeAt(at));
  }
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
