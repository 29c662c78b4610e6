import { deflateRawSync } from 'node:zlib';
import { crc32 } from './crc32.ts';

/** One file of an archive, ready to be written; prepared once, it can stand in many archives. */
export interface ZipEntry {
  readonly name: string;
  readonly data: Uint8Array;
  readonly method: 0 | 8;
  readonly crc: number;
  readonly size: number;
}

const encoder = new TextEncoder();

/** A deflated entry. */
export function deflatedEntry(name: string, content: Uint8Array | string): ZipEntry {
  const bytes = typeof content === 'string' ? encoder.encode(content) : content;
  return {
    name,
    data: new Uint8Array(deflateRawSync(bytes)),
    method: 8,
    crc: crc32(bytes),
    size: bytes.byteLength,
  };
}

/** An entry as it is, such as the `mimetype` of an OpenDocument file, which must not be compressed. */
export function storedEntry(name: string, content: Uint8Array | string): ZipEntry {
  const data = typeof content === 'string' ? encoder.encode(content) : content;
  return { name, data, method: 0, crc: crc32(data), size: data.byteLength };
}

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const VERSION = 20;
/** Names are UTF-8. */
const UTF8_FLAG = 0x0800;
/** 1 January 1980, the first date of the format: archives of the same content are the same bytes. */
const FIRST_DATE = 0x0021;

function writeCommon(view: DataView, at: number, entry: ZipEntry, nameLength: number): void {
  view.setUint16(at, VERSION, true);
  view.setUint16(at + 2, UTF8_FLAG, true);
  view.setUint16(at + 4, entry.method, true);
  view.setUint16(at + 8, FIRST_DATE, true);
  view.setUint32(at + 10, entry.crc, true);
  view.setUint32(at + 14, entry.data.byteLength, true);
  view.setUint32(at + 18, entry.size, true);
  view.setUint16(at + 22, nameLength, true);
}

/** Writes an archive with the entries in this order. */
export function writeZip(entries: readonly ZipEntry[]): Uint8Array {
  const names = entries.map((entry) => encoder.encode(entry.name));
  const size = entries.reduce(
    (sum, entry, index) => sum + 30 + 46 + 2 * (names[index]?.byteLength ?? 0) + entry.data.byteLength,
    22,
  );
  const file = new Uint8Array(size);
  const view = new DataView(file.buffer);
  const offsets: number[] = [];
  let at = 0;
  for (const [index, entry] of entries.entries()) {
    const name = names[index] ?? new Uint8Array();
    offsets.push(at);
    view.setUint32(at, LOCAL, true);
    writeCommon(view, at + 4, entry, name.byteLength);
    file.set(name, at + 30);
    file.set(entry.data, at + 30 + name.byteLength);
    at += 30 + name.byteLength + entry.data.byteLength;
  }
  const directory = at;
  for (const [index, entry] of entries.entries()) {
    const name = names[index] ?? new Uint8Array();
    view.setUint32(at, CENTRAL, true);
    view.setUint16(at + 4, VERSION, true);
    writeCommon(view, at + 6, entry, name.byteLength);
    view.setUint32(at + 42, offsets[index] ?? 0, true);
    file.set(name, at + 46);
    at += 46 + name.byteLength;
  }
  view.setUint32(at, END, true);
  view.setUint16(at + 8, entries.length, true);
  view.setUint16(at + 10, entries.length, true);
  view.setUint32(at + 12, at - directory, true);
  view.setUint32(at + 16, directory, true);
  return file;
}
