/**
 * Windows code page 950 as differences from what every Big5 decoder agrees on. Decoders go apart over the user-defined
 * zones, 0xA3C0–0xA3E1 and 0xF9FE: browsers follow HKSCS there, Node the code page, iconv neither. Source: the code page
 * as Microsoft publishes it.
 */

/** [first pair, last pair] of the zones without dispute: symbols, common characters, less common ones. */
export const AGREED_ZONES = [
  [0xa140, 0xa3bf],
  [0xa440, 0xc67e],
  [0xc940, 0xf9fd],
] as const;

/** Checksum over the 13,501 characters of these zones. */
export const AGREED_CHECKSUM = -1400350042;

/** [pair, code point] of the single characters in dispute: € and ▓. */
export const OWN_PAIRS = [
  [0xa3e1, 0x20ac],
  [0xf9fe, 0x2593],
] as const;

/** [first pair, last pair, first code point] of the user-defined zones (造字區), in private use as Windows puts them. */
export const USER_ZONES = [
  [0xfa40, 0xfefe, 0xe000],
  [0x8e40, 0xa0fe, 0xe311],
  [0x8140, 0x8dfe, 0xeeb8],
  [0xc6a1, 0xc8fe, 0xf6b1],
] as const;
