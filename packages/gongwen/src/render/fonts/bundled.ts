import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { GongwenError } from '../../errors/gongwen-error.ts';
import { type FontFace, readFaces } from './face.ts';
import { mergeFaces } from './merge-faces.ts';
import { readWoff } from './woff.ts';

/** A font that comes from the registry as slices by Unicode range. */
export interface BundledFont {
  readonly package: string;
  /** The part of the file names before the slice. */
  readonly file: string;
  /** Slices to take; undefined takes all. */
  readonly slices?: readonly string[];
}

/** 楷體 of the LXGW WenKai project (SIL OFL 1.1). */
export const BUNDLED_HAN: BundledFont = { package: '@fontsource/lxgw-wenkai-tc', file: 'lxgw-wenkai-tc' };

/** A face with the metrics of Times New Roman (SIL OFL 1.1 since Google's release). */
export const BUNDLED_LATIN: BundledFont = {
  package: '@fontsource/tinos',
  file: 'tinos',
  slices: ['latin', 'latin-ext', 'greek'],
};

/** Faces that the SDK brings along: one 楷體 and one Times-metric Latin face. */
export interface BundledFaces {
  readonly han: FontFace;
  readonly latin: FontFace;
}

/** Folder of an installed package. @throws GongwenError `FONT_PACKAGE_MISSING`. */
export async function packageFolder(name: string): Promise<string> {
  try {
    return dirname(createRequire(import.meta.url).resolve(`${name}/package.json`));
  } catch (cause) {
    throw new GongwenError('FONT_PACKAGE_MISSING', { package: name }, cause);
  }
}

async function sliceFiles(font: BundledFont, folder: string): Promise<string[]> {
  const ending = '-400-normal.woff';
  const names = font.slices?.map((slice) => `${font.file}-${slice}${ending}`);
  const all = await readdir(join(folder, 'files'));
  const wanted = names ?? all.filter((name) => name.endsWith(ending));
  /** The Latin slice first: its names and measures stand for the whole face. */
  return wanted.sort(
    (a, b) => Number(b.includes('-latin-400')) - Number(a.includes('-latin-400')) || (a < b ? -1 : 1),
  );
}

async function cacheName(font: BundledFont, folder: string): Promise<string> {
  const manifest: unknown = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  const version =
    typeof manifest === 'object' && manifest !== null && 'version' in manifest
      ? String(manifest.version)
      : '0';
  return `${font.file}-${version}-400.ttf`;
}

/** Writes the merged face for the next process; a cache that cannot be written is done without. */
async function toCache(path: string, bytes: Uint8Array): Promise<void> {
  const draft = `${path}.${process.pid}`;
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(draft, bytes);
    await rename(draft, path);
  } catch {}
}

/** The face of a prepared file; undefined when there is none or it is damaged. */
async function fromCache(path: string | undefined, origin: string): Promise<FontFace | undefined> {
  if (path === undefined) return undefined;
  try {
    return readFaces(new Uint8Array(await readFile(path)), origin)[0];
  } catch {
    return undefined;
  }
}

async function loadFont(font: BundledFont, cacheFolder: string | undefined): Promise<FontFace> {
  const folder = await packageFolder(font.package);
  const cachePath = cacheFolder === undefined ? undefined : join(cacheFolder, await cacheName(font, folder));
  const known = await fromCache(cachePath, font.package);
  if (known !== undefined) return known;
  const files = await sliceFiles(font, folder);
  const bytes = mergeFaces(
    await Promise.all(files.map(async (name) => readWoff(await readFile(join(folder, 'files', name))))),
  );
  if (cachePath !== undefined) await toCache(cachePath, bytes);
  const [face] = readFaces(bytes, font.package);
  if (face === undefined) throw new GongwenError('FONT_PACKAGE_MISSING', { package: font.package });
  return face;
}

/**
 * Loads the faces that come from npm, each merged from its slices into one.
 *
 * @param cacheFolder where the merged files are kept between processes; without one they are merged again (0.5 s).
 * @throws GongwenError `FONT_PACKAGE_MISSING` when a font package is not installed.
 */
export async function loadBundledFaces(cacheFolder?: string): Promise<BundledFaces> {
  const [han, latin] = await Promise.all([
    loadFont(BUNDLED_HAN, cacheFolder),
    loadFont(BUNDLED_LATIN, cacheFolder),
  ]);
  return { han, latin };
}
