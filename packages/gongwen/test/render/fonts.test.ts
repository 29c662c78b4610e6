import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { TIMES_AND_SQUARE } from '../../src/layout/metrics.ts';
import { loadBundledFaces } from '../../src/render/fonts/bundled.ts';
import { loadBundledOutlines } from '../../src/render/fonts/bundled-outlines.ts';
import { readCmap, writeCmap } from '../../src/render/fonts/cmap.ts';
import { type FontFace, readFaces } from '../../src/render/fonts/face.ts';
import { loadFontChain } from '../../src/render/fonts/font-chain.ts';
import { mergeFaces } from '../../src/render/fonts/merge-faces.ts';
import { outlineOf } from '../../src/render/fonts/outline.ts';
import { renamedFace } from '../../src/render/fonts/rename-face.ts';
import { faceRuns, type GlyphNote } from '../../src/render/fonts/runs.ts';
import { readWoff } from '../../src/render/fonts/woff.ts';
import { inFolder } from './support/office.ts';

const tinos = createRequire(import.meta.url).resolve('@fontsource/tinos/files/tinos-latin-400-normal.woff');
/** Not toEqual: comparing 13 MB element by element takes minutes. */
const same = (a: FontFace, b: FontFace) => Buffer.compare(a.bytes, b.bytes) === 0;
const point = (character: string) => character.codePointAt(0) ?? 0;

describe('bundled faces', () => {
  it('merge the slices of the npm packages into one face each', async () => {
    const { han, latin } = await loadBundledFaces();
    expect(han.family).toBe('LXGW WenKai TC');
    expect(han.characters.size).toBeGreaterThan(14_000);
    for (const character of '高雄市議會，。「」○〓') expect(han.characters.has(point(character))).toBe(true);
    expect(han.advance(point('公'))).toBe(1);
    expect(latin.family).toBe('Tinos');
    expect(latin.advance(point('0'))).toBe(0.5);
  });

  it('are kept in a cache folder, and one that is cut off is not believed', async () => {
    await inFolder(async (folder) => {
      const first = await loadBundledFaces(folder);
      const second = await loadBundledFaces(folder);
      expect(same(second.han, first.han)).toBe(true);
      await writeFile(join(folder, 'tinos-5.3.0-400.ttf'), first.latin.bytes.subarray(0, 100));
      const third = await loadBundledFaces(folder);
      expect(same(third.latin, first.latin)).toBe(true);
    });
  });

  it('have the metrics that the layout assumes without them', async () => {
    const { latin } = await loadBundledFaces();
    for (let code = 0x20; code < 0x7f; code++) {
      expect(latin.advance(code)).toBeCloseTo(TIMES_AND_SQUARE.advance(code), 3);
    }
  });

  it('keep the outlines of the slices they came from', async () => {
    const { han } = await loadBundledFaces();
    const outlines = await loadBundledOutlines('裝訂線');
    for (const character of '裝訂線') expect(outlineOf(han, character)).toEqual(outlines(character));
    expect(outlines('裝')?.length).toBeGreaterThan(2);
  });
});

describe('font files', () => {
  it('survive writing and reading: characters, advances, names', async () => {
    const tables = readWoff(await readFile(tinos));
    const [face] = readFaces(mergeFaces([tables, tables]), 'test');
    const original = readCmap(tables.get('cmap') ?? new Uint8Array());
    expect(face?.characters).toEqual(original);
    expect(readCmap(writeCmap(original))).toEqual(original);
    if (face === undefined) throw new Error('no face');
    const [renamed] = readFaces(renamedFace(face, 'gongwen-9'), 'test');
    expect(renamed).toMatchObject({ family: 'gongwen-9', postscriptName: 'Tinos-Regular' });
    expect(renamed?.characters).toEqual(original);
  });

  it('that are none give no face, or a coded error when they were handed in', async () => {
    expect(readFaces(new TextEncoder().encode('no font at all, only text'), 'test')).toEqual([]);
    await expect(loadFontChain({ han: [new Uint8Array(40)] })).rejects.toMatchObject({
      code: 'FONT_UNREADABLE',
    });
    await expect(loadFontChain({ han: ['no-such-file.ttf'] })).rejects.toMatchObject({
      code: 'FONT_UNREADABLE',
    });
  });
});

describe('font chain', () => {
  it('finds faces by name in a folder and prefers them; the bundled ones stay behind them', async () => {
    await inFolder(async (folder) => {
      const { latin } = await loadBundledFaces();
      await writeFile(join(folder, 'kai.ttf'), renamedFace(latin, 'DFKai-SB'));
      await writeFile(join(folder, 'other.ttf'), renamedFace(latin, 'Something Else'));
      await writeFile(join(folder, 'notes.txt'), 'not a font');
      const chain = await loadFontChain({ folders: [folder] });
      expect(chain.han.map(({ family }) => family)).toEqual(['DFKai-SB', 'LXGW WenKai TC']);
      expect(chain.faceFor(point('公'))?.family).toBe('LXGW WenKai TC');
    });
  });

  it('divides a text by face, notes what comes from another face, and marks what none has', async () => {
    const chain = await loadFontChain();
    const notes: GlyphNote[] = [];
    const runs = faceRuns('公A\u{e0100}文\u{10fffd}「B」', chain, (found) => notes.push(found));
    expect(runs.map(({ text, face }) => [text, face.family])).toEqual([
      ['公', 'LXGW WenKai TC'],
      ['A\u{e0100}', 'Tinos'],
      ['文〓「', 'LXGW WenKai TC'],
      ['B', 'Tinos'],
      ['」', 'LXGW WenKai TC'],
    ]);
    expect(notes).toEqual([expect.objectContaining({ codePoint: 0x10fffd, face: undefined })]);
  });
});
