import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createMemory } from '../remember.ts';
import { BUNDLED_HAN, packageFolder } from './bundled.ts';
import { type CharacterMap, readCmap } from './cmap.ts';
import { type Contour, outlineOf } from './outline.ts';
import type { FontTables } from './sfnt.ts';
import { readWoff } from './woff.ts';

/** True when one of the comma-separated ranges (`U+3401,U+34fe-3500`) holds the code point. */
function covers(ranges: string, codePoint: number): boolean {
  return ranges.split(',').some((range) => {
    const [first, last] = range.replace('U+', '').split('-');
    const from = Number.parseInt(first ?? '', 16);
    return codePoint >= from && codePoint <= (last === undefined ? from : Number.parseInt(last, 16));
  });
}

interface Slice {
  readonly tables: FontTables;
  readonly characters: CharacterMap;
}

/** Only the slices of the bundled 楷體 that hold these characters: a few files of 60 KB instead of all 116. */
async function loadSlices(characters: string): Promise<Slice[]> {
  const folder = await packageFolder(BUNDLED_HAN.package);
  const ranges: Record<string, string> = JSON.parse(await readFile(join(folder, 'unicode.json'), 'utf8'));
  const codePoints = [...characters].map((character) => character.codePointAt(0) ?? 0);
  const names = Object.entries(ranges)
    .filter(([, range]) => codePoints.some((codePoint) => covers(range, codePoint)))
    .map(([slice]) => slice.replace(/[[\]]/g, ''));
  return Promise.all(
    names.map(async (name) => {
      const file = join(folder, 'files', `${BUNDLED_HAN.file}-${name}-400-normal.woff`);
      const tables = readWoff(await readFile(file));
      return { tables, characters: readCmap(tables.get('cmap') ?? new Uint8Array(4)) };
    }),
  );
}

const loaded = createMemory<ReadonlyMap<string, readonly Contour[]>>(2);

async function loadOutlines(characters: string): Promise<ReadonlyMap<string, readonly Contour[]>> {
  const slices = await loadSlices(characters);
  const outlines = new Map<string, readonly Contour[]>();
  for (const character of characters) {
    for (const slice of slices) {
      const outline = outlineOf(slice, character);
      if (outline !== undefined) outlines.set(character, outline);
    }
  }
  return outlines;
}

/**
 * Outlines of a few characters of the bundled 楷體, remembered for the next document.
 *
 * @throws GongwenError `FONT_PACKAGE_MISSING`.
 */
export async function loadBundledOutlines(
  characters: string,
): Promise<(character: string) => readonly Contour[] | undefined> {
  const outlines = await loaded.get(characters, () => loadOutlines(characters));
  return (character) => outlines.get(character);
}
