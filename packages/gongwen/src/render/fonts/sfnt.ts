/** Tables of one font face by tag. */
export type FontTables = ReadonlyMap<string, Uint8Array>;

/** A font's bytes as a view; every offset in a font is big-endian. */
export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

const tagAt = (bytes: Uint8Array, offset: number): string =>
  String.fromCharCode(...bytes.subarray(offset, offset + 4));

const COLLECTION = 'ttcf';

/** Number of faces in a font file: more than one only in a collection (ttc). */
export function faceCount(bytes: Uint8Array): number {
  return tagAt(bytes, 0) === COLLECTION ? viewOf(bytes).getUint32(8) : 1;
}

/**
 * The tables of a TrueType or OpenType face.
 *
 * @param face which face of a collection, from 0.
 * @throws RangeError when the bytes are no font or are cut off.
 */
export function readTables(bytes: Uint8Array, face = 0): FontTables {
  const view = viewOf(bytes);
  const start = tagAt(bytes, 0) === COLLECTION ? view.getUint32(12 + 4 * face) : 0;
  const tables = new Map<string, Uint8Array>();
  const count = view.getUint16(start + 4);
  for (let index = 0; index < count; index++) {
    const record = start + 12 + 16 * index;
    const offset = view.getUint32(record + 8);
    const end = offset + view.getUint32(record + 12);
    if (end > bytes.byteLength) throw new RangeError('the font file is cut off');
    tables.set(tagAt(bytes, record), bytes.subarray(offset, end));
  }
  return tables;
}

const CHECKSUM_MAGIC = 0xb1b0afba;

function checksum(bytes: Uint8Array): number {
  const view = viewOf(bytes);
  let sum = 0;
  const words = bytes.byteLength >> 2;
  for (let index = 0; index < words; index++) sum = (sum + view.getUint32(index * 4)) >>> 0;
  let rest = 0;
  for (let index = words * 4; index < words * 4 + 4; index++) rest = (rest << 8) | (bytes[index] ?? 0);
  return (sum + (rest >>> 0)) >>> 0;
}

/** Writes a TrueType file of these tables, with checksums. */
export function writeSfnt(tables: FontTables): Uint8Array {
  const entries = [...tables].sort(([a], [b]) => (a < b ? -1 : 1));
  const selector = Math.floor(Math.log2(entries.length));
  let offset = 12 + 16 * entries.length;
  const total = entries.reduce((sum, [, data]) => sum + ((data.byteLength + 3) & ~3), offset);
  const file = new Uint8Array(total);
  const view = viewOf(file);
  view.setUint32(0, 0x00010000);
  view.setUint16(4, entries.length);
  view.setUint16(6, 16 << selector);
  view.setUint16(8, selector);
  view.setUint16(10, 16 * entries.length - (16 << selector));
  let headAt = 0;
  for (const [index, [tag, data]] of entries.entries()) {
    const record = 12 + 16 * index;
    for (let letter = 0; letter < 4; letter++) file[record + letter] = tag.charCodeAt(letter);
    file.set(data, offset);
    if (tag === 'head') {
      headAt = offset;
      view.setUint32(offset + 8, 0);
    }
    const padded = (data.byteLength + 3) & ~3;
    view.setUint32(record + 4, checksum(file.subarray(offset, offset + padded)));
    view.setUint32(record + 8, offset);
    view.setUint32(record + 12, data.byteLength);
    offset += padded;
  }
  if (headAt > 0) view.setUint32(headAt + 8, (CHECKSUM_MAGIC - checksum(file)) >>> 0);
  return file;
}
