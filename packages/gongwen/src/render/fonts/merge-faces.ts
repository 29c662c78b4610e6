import { type CharacterMap, readCmap, writeCmap } from './cmap.ts';
import { type FontTables, viewOf, writeSfnt } from './sfnt.ts';

/** What one slice gives to the merged face. */
interface Slice {
  readonly glyf: Uint8Array;
  readonly offsets: readonly number[];
  readonly advances: readonly number[];
  readonly bearings: readonly number[];
  readonly cmap: CharacterMap;
}

const table = (tables: FontTables, tag: string): Uint8Array => {
  const found = tables.get(tag);
  if (found === undefined) throw new RangeError(`the face has no ${tag} table`);
  return found;
};

function readSlice(tables: FontTables): Slice {
  const glyphs = viewOf(table(tables, 'maxp')).getUint16(4);
  const long = viewOf(table(tables, 'head')).getInt16(50) === 1;
  const loca = viewOf(table(tables, 'loca'));
  const metrics = viewOf(table(tables, 'hmtx'));
  const full = viewOf(table(tables, 'hhea')).getUint16(34);
  const offsets: number[] = [];
  const advances: number[] = [];
  const bearings: number[] = [];
  for (let glyph = 0; glyph <= glyphs; glyph++)
    offsets.push(long ? loca.getUint32(glyph * 4) : loca.getUint16(glyph * 2) * 2);
  for (let glyph = 0; glyph < glyphs; glyph++) {
    advances.push(metrics.getUint16(Math.min(glyph, full - 1) * 4));
    bearings.push(
      glyph < full ? metrics.getInt16(glyph * 4 + 2) : metrics.getInt16(full * 4 + (glyph - full) * 2),
    );
  }
  return { glyf: table(tables, 'glyf'), offsets, advances, bearings, cmap: readCmap(table(tables, 'cmap')) };
}

const WORDS = 1;
const SCALE = 8;
const MORE = 32;
const TWO_SCALES = 64;
const TWO_BY_TWO = 128;

/** Adds `shift` to the glyph numbers inside a composite glyph. */
function shiftComponents(glyph: Uint8Array, shift: number): void {
  const view = viewOf(glyph);
  let at = 10;
  for (let flags = MORE; (flags & MORE) !== 0; ) {
    flags = view.getUint16(at);
    view.setUint16(at + 2, view.getUint16(at + 2) + shift);
    at += 4 + ((flags & WORDS) !== 0 ? 4 : 2);
    at += (flags & SCALE) !== 0 ? 2 : (flags & TWO_SCALES) !== 0 ? 4 : (flags & TWO_BY_TWO) !== 0 ? 8 : 0;
  }
}

interface Merged {
  readonly glyphs: Uint8Array[];
  readonly advances: number[];
  readonly bearings: number[];
  readonly cmap: Map<number, number>;
}

function addSlice(merged: Merged, slice: Slice): void {
  const shift = merged.glyphs.length;
  for (const [glyph, advance] of slice.advances.entries()) {
    const data = slice.glyf.slice(slice.offsets[glyph], slice.offsets[glyph + 1]);
    if (data.byteLength > 10 && viewOf(data).getInt16(0) < 0) shiftComponents(data, shift);
    merged.glyphs.push(data);
    merged.advances.push(advance);
    merged.bearings.push(slice.bearings[glyph] ?? 0);
  }
  for (const [code, glyph] of slice.cmap) if (!merged.cmap.has(code)) merged.cmap.set(code, glyph + shift);
}

/** Puts the glyphs in one table, each at a multiple of four, and their offsets in another. */
function glyphTables(glyphs: readonly Uint8Array[]): { glyf: Uint8Array; loca: Uint8Array } {
  const padded = (glyph: Uint8Array) => (glyph.byteLength + 3) & ~3;
  const glyf = new Uint8Array(glyphs.reduce((sum, glyph) => sum + padded(glyph), 0));
  const loca = new Uint8Array(4 * (glyphs.length + 1));
  const offsets = viewOf(loca);
  let at = 0;
  for (const [index, glyph] of glyphs.entries()) {
    offsets.setUint32(index * 4, at);
    glyf.set(glyph, at);
    at += padded(glyph);
  }
  offsets.setUint32(glyphs.length * 4, at);
  return { glyf, loca };
}

function metricsTable({ advances, bearings }: Merged): Uint8Array {
  const data = new Uint8Array(4 * advances.length);
  const view = viewOf(data);
  for (const [index, advance] of advances.entries()) {
    view.setUint16(index * 4, advance);
    view.setInt16(index * 4 + 2, bearings[index] ?? 0);
  }
  return data;
}

/** Tables that describe the face as a whole and may be taken over from the first slice. */
const KEPT = ['OS/2', 'gasp', 'name', 'cvt ', 'fpgm', 'prep'] as const;

/**
 * Makes one TrueType face of slices of the same design, such as the files of a web font by Unicode range.
 *
 * Layout tables (GSUB, GPOS, vertical metrics) are left out: a 公文 is set horizontally without ligatures.
 *
 * @param slices tables of each slice; the first one gives names and measures, and its glyph 0 is the missing glyph.
 * @returns the bytes of a TrueType file.
 */
export function mergeFaces(slices: readonly FontTables[]): Uint8Array {
  const [first] = slices;
  if (first === undefined) throw new RangeError('no slices to merge');
  const merged: Merged = { glyphs: [], advances: [], bearings: [], cmap: new Map() };
  for (const tables of slices) addSlice(merged, readSlice(tables));
  const tables = new Map<string, Uint8Array>();
  for (const tag of KEPT) {
    const kept = first.get(tag);
    if (kept !== undefined) tables.set(tag, kept);
  }
  const { glyf, loca } = glyphTables(merged.glyphs);
  const head = table(first, 'head').slice();
  viewOf(head).setInt16(50, 1);
  const maxp = table(first, 'maxp').slice();
  viewOf(maxp).setUint16(4, merged.glyphs.length);
  const hhea = table(first, 'hhea').slice();
  viewOf(hhea).setUint16(34, merged.glyphs.length);
  const post = table(first, 'post').slice(0, 32);
  viewOf(post).setUint32(0, 0x00030000);
  for (const [tag, data] of Object.entries({ head, maxp, hhea, post, glyf, loca })) tables.set(tag, data);
  tables.set('hmtx', metricsTable(merged));
  tables.set('cmap', writeCmap(merged.cmap));
  return writeSfnt(tables);
}
