import { readFile } from 'node:fs/promises';
import { GongwenError } from '../../errors/gongwen-error.ts';
import { isCombining, isLatin, type TextMetrics } from '../../layout/metrics.ts';
import { loadBundledFaces } from './bundled.ts';
import { type FontFace, readFaces } from './face.ts';
import type { FontOptions, FontSource } from './font-options.ts';
import { type FoundFont, scanFolder } from './scan-folder.ts';

/** Han faces that an office accepts for a 公文, the best first; a face's extensions follow it. */
const HAN_NAMES = ['標楷體', 'DFKai-SB', 'BiauKai', 'TW-Kai', 'TW-Kai-Ext-B', 'TW-Kai-Plus'] as const;

/** Times New Roman and the faces with its metrics. */
const LATIN_NAMES = [
  'Times New Roman',
  'Liberation Serif',
  'Tinos',
  'Nimbus Roman',
  'TeX Gyre Termes',
] as const;

/** The faces of a document, in order of preference for each script. */
export interface FontChain extends TextMetrics {
  readonly han: readonly FontFace[];
  readonly latin: readonly FontFace[];
  /** The face a character is set in; undefined when no face has it. */
  faceFor(codePoint: number): FontFace | undefined;
  /** The face that a character of its script should be set in. */
  preferredFor(codePoint: number): FontFace;
}

async function loadSource(source: FontSource): Promise<FontFace[]> {
  const origin = typeof source === 'string' ? source : 'bytes';
  let bytes: Uint8Array;
  try {
    bytes = typeof source === 'string' ? new Uint8Array(await readFile(source)) : source;
  } catch (cause) {
    throw new GongwenError('FONT_UNREADABLE', { origin, reason: 'the file cannot be opened' }, cause);
  }
  const faces = readFaces(bytes, origin);
  if (faces.length === 0)
    throw new GongwenError('FONT_UNREADABLE', { origin, reason: 'no TrueType or OpenType face' });
  return faces;
}

async function loadAll(sources: readonly FontSource[]): Promise<FontFace[]> {
  return (await Promise.all(sources.map(loadSource))).flat();
}

/** The regular faces among the files found, ordered by the list of names. */
async function pickByName(found: readonly FoundFont[], wanted: readonly string[]): Promise<FontFace[]> {
  const rank = (names: readonly string[]) => wanted.findIndex((name) => names.includes(name));
  const files = found.filter((font) => rank(font.names) >= 0);
  const faces = await loadAll(
    [...files].sort((a, b) => rank(a.names) - rank(b.names)).map((font) => font.path),
  );
  return faces.filter((face) => !face.italic && face.weight < 600 && rank(face.names) >= 0);
}

/**
 * Loads the fonts of a document: those handed in, those found by name in the folders, and the bundled ones behind them.
 *
 * @throws GongwenError `FONT_UNREADABLE`, `FONT_PACKAGE_MISSING`.
 */
export async function loadFontChain(options: FontOptions = {}): Promise<FontChain> {
  const [handedHan, handedLatin] = await Promise.all([
    loadAll(options.han ?? []),
    loadAll(options.latin ?? []),
  ]);
  const found = (await Promise.all((options.folders ?? []).map(scanFolder))).flat();
  const bundled = await loadBundledFaces(options.cacheFolder);
  const han = [...handedHan, ...(await pickByName(found, HAN_NAMES)), bundled.han];
  const latin = [...handedLatin, ...(await pickByName(found, LATIN_NAMES)), bundled.latin];
  return createFontChain(han, latin);
}

/** A chain of loaded faces; each list needs at least one. */
export function createFontChain(han: readonly FontFace[], latin: readonly FontFace[]): FontChain {
  const [firstHan] = han;
  const [firstLatin] = latin;
  if (firstHan === undefined || firstLatin === undefined)
    throw new TypeError('han and latin need a face each');
  const chosen = new Map<number, FontFace | undefined>();
  const faceFor = (codePoint: number): FontFace | undefined => {
    if (chosen.has(codePoint)) return chosen.get(codePoint);
    const order = isLatin(codePoint) ? [...latin, ...han] : [...han, ...latin];
    const face = order.find((candidate) => candidate.characters.has(codePoint));
    chosen.set(codePoint, face);
    return face;
  };
  return {
    han,
    latin,
    faceFor,
    preferredFor: (codePoint) => (isLatin(codePoint) ? firstLatin : firstHan),
    advance: (codePoint) => (isCombining(codePoint) ? 0 : (faceFor(codePoint)?.advance(codePoint) ?? 1)),
  };
}
