import { CodeText } from './code-text.ts';

/** Code units of a slab; documents of up to a quarter of that share slabs, since a buffer of its own costs time. */
const SLAB = 65_536;
let slab: Uint16Array | undefined;
let used = 0;

/**
 * Decodes UTF-8 strictly: overlong forms, surrogates and cut sequences are refused.
 *
 * @returns The text, or the offset of the first byte that is not UTF-8.
 */
export function decodeUtf8(bytes: Uint8Array): CodeText | number {
  if (bytes.length < SLAB / 4) return decodeShared(bytes);
  const codes = new Uint16Array(countUnits(bytes) + 1);
  const end = decodeInto(bytes, codes, 0);
  return end < 0 ? ~end : new CodeText(codes);
}

function decodeShared(bytes: Uint8Array): CodeText | number {
  // a fresh slab is zero everywhere, so that the zero at the end is already there
  if (slab === undefined || used + bytes.length >= SLAB) {
    slab = new Uint16Array(SLAB);
    used = 0;
  }
  const end = decodeInto(bytes, slab, used);
  if (end < 0) {
    slab = undefined;
    return ~end;
  }
  const codes = slab.subarray(used, end + 1);
  used = end + 1;
  return new CodeText(codes);
}

/** UTF-16 code units that the bytes would make, were they UTF-8. */
function countUnits(bytes: Uint8Array): number {
  let units = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    if ((byte & 0xc0) !== 0x80) units += byte >= 0xf0 ? 2 : 1;
  }
  return units;
}

/** Offset behind the code units written, or the complement of the offset of a byte that is not UTF-8. */
function decodeInto(bytes: Uint8Array, codes: Uint16Array, from: number): number {
  const { length } = bytes;
  let end = from;
  let at = 0;
  while (at < length) {
    const first = bytes[at] ?? 0;
    if (first < 0x80) {
      codes[end++] = first;
      at += 1;
    } else if (first >= 0xe0 && first < 0xf0) {
      const second = bytes[at + 1] ?? 0;
      const third = bytes[at + 2] ?? 0;
      const code = ((first & 0x0f) << 12) | ((second & 0x3f) << 6) | (third & 0x3f);
      if ((second & 0xc0) !== 0x80 || (third & 0xc0) !== 0x80 || code < 0x800 || (code & 0xf800) === 0xd800)
        return ~at;
      codes[end++] = code;
      at += 3;
    } else {
      const point = readRare(bytes, at, first);
      if (point < 0) return ~at;
      if (point < 0x10000) codes[end++] = point;
      else {
        codes[end++] = 0xd800 + ((point - 0x10000) >> 10);
        codes[end++] = 0xdc00 + (point & 0x3ff);
      }
      at += point < 0x800 ? 2 : 4;
    }
  }
  return end;
}

/** A sequence of two or four bytes; -1 when it is none. */
function readRare(bytes: Uint8Array, at: number, first: number): number {
  const second = bytes[at + 1] ?? 0;
  if ((second & 0xc0) !== 0x80) return -1;
  if (first >= 0xc2 && first < 0xe0) return ((first & 0x1f) << 6) | (second & 0x3f);
  const third = bytes[at + 2] ?? 0;
  const fourth = bytes[at + 3] ?? 0;
  if (first < 0xf0 || first > 0xf4 || (third & 0xc0) !== 0x80 || (fourth & 0xc0) !== 0x80) return -1;
  const point = ((first & 0x07) << 18) | ((second & 0x3f) << 12) | ((third & 0x3f) << 6) | (fourth & 0x3f);
  return point >= 0x10000 && point <= 0x10ffff ? point : -1;
}
