import { inflateSync } from 'node:zlib';
import { type FontTables, viewOf } from './sfnt.ts';

/** The tables of a WOFF 1 file: an OpenType face whose tables are deflated one by one (W3C WOFF 1.0 §5). */
export function readWoff(bytes: Uint8Array): FontTables {
  const view = viewOf(bytes);
  const tables = new Map<string, Uint8Array>();
  const count = view.getUint16(12);
  for (let index = 0; index < count; index++) {
    const record = 44 + 20 * index;
    const tag = String.fromCharCode(...bytes.subarray(record, record + 4));
    const offset = view.getUint32(record + 4);
    const stored = view.getUint32(record + 8);
    const length = view.getUint32(record + 12);
    const data = bytes.subarray(offset, offset + stored);
    tables.set(tag, stored < length ? new Uint8Array(inflateSync(data)) : data);
  }
  return tables;
}
