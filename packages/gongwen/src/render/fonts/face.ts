import type { TextMetrics } from '../../layout/metrics.ts';
import { type CharacterMap, readCmap } from './cmap.ts';
import { readNames } from './names.ts';
import { type FontTables, faceCount, readTables, viewOf } from './sfnt.ts';

/** One font face that a document may be set in. */
export interface FontFace extends TextMetrics {
  /** Family name as the renderer knows it. */
  readonly family: string;
  /** All family names of the face in every language, such as TW-Kai and 全字庫正楷體. */
  readonly names: readonly string[];
  readonly postscriptName: string;
  /** 400 for regular, 700 for bold. */
  readonly weight: number;
  readonly italic: boolean;
  /** The font file. */
  readonly bytes: Uint8Array;
  readonly tables: FontTables;
  readonly characters: CharacterMap;
  /** Where the face came from: a package or a path, for reports. */
  readonly origin: string;
}

/**
 * Reads a font file for measuring and coverage.
 *
 * @param bytes a TrueType or OpenType file or collection.
 * @param origin where it came from, for reports.
 * @returns every face of the file; empty when the bytes are no font.
 */
export function readFaces(bytes: Uint8Array, origin: string): FontFace[] {
  const faces: FontFace[] = [];
  try {
    for (let index = 0; index < faceCount(bytes); index++) {
      const tables = readTables(bytes, index);
      const face = readFace(bytes, tables, origin);
      if (face !== undefined) faces.push(face);
    }
  } catch (error) {
    if (error instanceof RangeError) return [];
    throw error;
  }
  return faces;
}

function readFace(bytes: Uint8Array, tables: FontTables, origin: string): FontFace | undefined {
  const [cmap, head, hhea, hmtx, name, os2] = ['cmap', 'head', 'hhea', 'hmtx', 'name', 'OS/2'].map((tag) =>
    tables.get(tag),
  );
  if (!cmap || !head || !hhea || !hmtx || !name) return undefined;
  const characters = readCmap(cmap);
  const unitsPerEm = viewOf(head).getUint16(18);
  const full = viewOf(hhea).getUint16(34);
  const metrics = viewOf(hmtx);
  const { families, english, postscript } = readNames(name);
  return {
    family: english,
    names: families,
    postscriptName: postscript,
    weight: os2 === undefined ? 400 : viewOf(os2).getUint16(4),
    italic: (viewOf(head).getUint16(44) & 2) !== 0,
    bytes,
    tables,
    characters,
    origin,
    advance(codePoint) {
      const glyph = characters.get(codePoint);
      return glyph === undefined ? 1 : metrics.getUint16(Math.min(glyph, full - 1) * 4) / unitsPerEm;
    },
  };
}
