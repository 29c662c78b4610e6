import { viewOf } from './sfnt.ts';

/** Glyph numbers by code point. */
export type CharacterMap = ReadonlyMap<number, number>;

function readSegments(view: DataView, offset: number, map: Map<number, number>): void {
  const doubled = view.getUint16(offset + 6);
  for (let at = 0; at < doubled; at += 2) {
    const last = view.getUint16(offset + 14 + at);
    const first = view.getUint16(offset + 16 + doubled + at);
    const delta = view.getUint16(offset + 16 + 2 * doubled + at);
    const rangeAt = offset + 16 + 3 * doubled + at;
    const range = view.getUint16(rangeAt);
    for (let code = first; code <= last && code < 0xffff; code++) {
      const raw = range === 0 ? code : view.getUint16(rangeAt + range + 2 * (code - first));
      const glyph = range !== 0 && raw === 0 ? 0 : (raw + delta) & 0xffff;
      if (glyph !== 0) map.set(code, glyph);
    }
  }
}

function readGroups(view: DataView, offset: number, map: Map<number, number>): void {
  const count = view.getUint32(offset + 12);
  for (let index = 0; index < count; index++) {
    const at = offset + 16 + 12 * index;
    const first = view.getUint32(at);
    const last = view.getUint32(at + 4);
    const glyph = view.getUint32(at + 8);
    for (let code = first; code <= last; code++) map.set(code, glyph + code - first);
  }
}

/** Reads a cmap table: the Unicode subtables of format 4 and 12, which every font in use has. */
export function readCmap(table: Uint8Array): CharacterMap {
  const view = viewOf(table);
  const map = new Map<number, number>();
  const seen = new Set<number>();
  const count = view.getUint16(2);
  for (let index = 0; index < count; index++) {
    const platform = view.getUint16(4 + 8 * index);
    const encoding = view.getUint16(6 + 8 * index);
    const offset = view.getUint32(8 + 8 * index);
    const unicode = platform === 0 || (platform === 3 && (encoding === 1 || encoding === 10));
    if (!unicode || seen.has(offset)) continue;
    seen.add(offset);
    const format = view.getUint16(offset);
    if (format === 4) readSegments(view, offset, map);
    if (format === 12) readGroups(view, offset, map);
  }
  return map;
}

/** Runs of consecutive code points with consecutive glyphs. */
function groupsOf(map: CharacterMap): [first: number, last: number, glyph: number][] {
  const groups: [number, number, number][] = [];
  for (const [code, glyph] of [...map].sort(([a], [b]) => a - b)) {
    const last = groups.at(-1);
    if (last !== undefined && code === last[1] + 1 && glyph === last[2] + code - last[0]) last[1] = code;
    else groups.push([code, code, glyph]);
  }
  return groups;
}

/** Writes a cmap table with one subtable of format 12, for all of Unicode. */
export function writeCmap(map: CharacterMap): Uint8Array {
  const groups = groupsOf(map);
  const table = new Uint8Array(12 + 16 + 12 * groups.length);
  const view = viewOf(table);
  view.setUint16(2, 1);
  view.setUint16(4, 3);
  view.setUint16(6, 10);
  view.setUint32(8, 12);
  view.setUint16(12, 12);
  view.setUint32(16, 16 + 12 * groups.length);
  view.setUint32(24, groups.length);
  for (const [index, [first, last, glyph]] of groups.entries()) {
    const at = 28 + 12 * index;
    view.setUint32(at, first);
    view.setUint32(at + 4, last);
    view.setUint32(at + 8, glyph);
  }
  return table;
}
