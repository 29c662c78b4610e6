import type { FontFace } from './face.ts';
import { faceCount, viewOf, writeSfnt } from './sfnt.ts';

const FAMILY = 1;
const STYLE = 2;
const FULL = 4;
const POSTSCRIPT = 6;

/** A name table with one family name, so that a renderer can find no other face under it. */
function nameTable(family: string, postscriptName: string): Uint8Array {
  const names = [
    [FAMILY, family],
    [STYLE, 'Regular'],
    [FULL, postscriptName],
    [POSTSCRIPT, postscriptName],
  ] as const;
  const size = names.reduce((sum, [, text]) => sum + 2 * text.length, 6 + 12 * names.length);
  const table = new Uint8Array(size);
  const view = viewOf(table);
  view.setUint16(2, names.length);
  view.setUint16(4, 6 + 12 * names.length);
  let offset = 0;
  for (const [index, [id, text]] of names.entries()) {
    const at = 6 + 12 * index;
    for (const [place, value] of [3, 1, 0x409, id, 2 * text.length, offset].entries())
      view.setUint16(at + 2 * place, value);
    for (let unit = 0; unit < text.length; unit++) {
      view.setUint16(6 + 12 * names.length + offset + 2 * unit, text.charCodeAt(unit));
    }
    offset += 2 * text.length;
  }
  return table;
}

/** The file with its name table exchanged: the new one is put behind the rest, which stays where it is. */
function withTable(bytes: Uint8Array, tag: string, table: Uint8Array): Uint8Array {
  const start = (bytes.byteLength + 3) & ~3;
  const file = new Uint8Array(start + table.byteLength);
  file.set(bytes);
  file.set(table, start);
  const view = viewOf(file);
  for (let index = 0; index < view.getUint16(4); index++) {
    const record = 12 + 16 * index;
    if (String.fromCharCode(...file.subarray(record, record + 4)) !== tag) continue;
    view.setUint32(record + 8, start);
    view.setUint32(record + 12, table.byteLength);
  }
  return file;
}

/**
 * The face as a font file of its own under a name that nothing else has; its PostScript name, which a PDF shows, stays.
 *
 * @param family the only family name of the new file.
 */
export function renamedFace(face: FontFace, family: string): Uint8Array {
  const table = nameTable(family, face.postscriptName);
  if (faceCount(face.bytes) === 1) return withTable(face.bytes, 'name', table);
  return writeSfnt(new Map([...face.tables, ['name', table]]));
}
