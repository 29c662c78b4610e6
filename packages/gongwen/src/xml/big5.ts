import { GongwenError } from '../errors/gongwen-error.ts';
import { AGREED_CHECKSUM, AGREED_ZONES, OWN_PAIRS, USER_ZONES } from './big5-table.ts';

/** Trail bytes 0x40–0x7E and 0xA1–0xFE: 157 a lead byte. */
const TRAILS = 157;
const UNDEFINED = 0;

/** Number of a pair in code order, from 0x8140. */
function indexOf(pair: number): number {
  const trail = pair & 0xff;
  return ((pair >> 8) - 0x81) * TRAILS + (trail < 0x7f ? trail - 0x40 : trail - 0x62);
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

/**
 * Builds the two tables; about 3 ms.
 *
 * @throws GongwenError BIG5_MISSING where the runtime was built without legacy encodings.
 */
export function createBig5(): Big5 {
  const toUnicode = new Uint16Array((0xfe - 0x80) * TRAILS);
  const toBig5 = new Uint16Array(0x10000);
  const put = (first: number, characters: ArrayLike<number>) => {
    const base = indexOf(first);
    for (let at = 0; at < characters.length; at += 1) {
      const code = characters[at] ?? UNDEFINED;
      toUnicode[base + at] = code;
      if (code !== UNDEFINED && toBig5[code] === 0) toBig5[code] = pairAt(base + at);
    }
  };
  for (const { first, codes } of agreedZones()) put(first, codes);
  for (const [pair, code] of OWN_PAIRS) put(pair, [code]);
  for (const [from, to, code] of USER_ZONES) {
    put(
      from,
      Uint16Array.from({ length: indexOf(to) - indexOf(from) + 1 }, (_, at) => code + at),
    );
  }
  // 十 and 卅 stand twice: among the symbols and among the characters, where they are meant.
  toBig5[0x5341] = 0xa451;
  toBig5[0x5345] = 0xa4ca;
  return {
    decode: (lead, trail) => toUnicode[indexOf((lead << 8) | trail)] ?? UNDEFINED,
    encode: (code) => toBig5[code] ?? 0,
  };
}

/**
 * Symbols and the two levels of characters. Every decoder has these alike, so the runtime's own serves; a checksum
 * proves it. All that decoders disagree about comes from tables of our own.
 */
function agreedZones(): readonly { readonly first: number; readonly codes: Uint16Array }[] {
  const zones = AGREED_ZONES.map(([first, last]) => ({ first, codes: decodeRange(first, last) }));
  let sum = 0;
  for (const { codes } of zones) for (const code of codes) sum = (Math.imul(sum, 31) + code) | 0;
  if (sum !== AGREED_CHECKSUM) throw new GongwenError('BIG5_MISSING');
  return zones;
}

function decodeRange(from: number, to: number): Uint16Array {
  const count = indexOf(to) - indexOf(from) + 1;
  const bytes = new Uint8Array(count * 2);
  for (let at = 0; at < count; at += 1) {
    const pair = pairAt(indexOf(from) + at);
    bytes[at * 2] = pair >> 8;
    bytes[at * 2 + 1] = pair & 0xff;
  }
  try {
    return Uint16Array.from(unitsOf(new TextDecoder('big5', { fatal: true }).decode(bytes)));
  } catch (cause) {
    throw new GongwenError('BIG5_MISSING', {}, cause);
  }
}

function unitsOf(text: string): readonly number[] {
  return Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));
}
