import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Plugin } from 'vite';

const ZLIB = fileURLToPath(new URL('./zlib-in-browser.ts', import.meta.url));

/** The module of @kcc/gongwen that reads the outlines of a few characters from font files. */
const OUTLINES = /render\/fonts\/bundled-outlines\.ts$/;
const GIVEN_OUTLINES = '\0kcc:outlines';
const DRAWN_CHARACTERS = '裝訂線騎縫';

/**
 * Lets the writers of docx and odt run in a browser: they need Node for two things only, deflating, which fflate does
 * as well, and the outlines of five characters, which are read here and go along as data.
 */
export function nodeStandIns(): Plugin {
  let outlinesFile = '';
  return {
    name: 'kcc-node-stand-ins',
    enforce: 'pre',
    async resolveId(source, importer) {
      if (source === 'node:zlib') return ZLIB;
      if (!source.endsWith('/bundled-outlines.ts')) return null;
      const resolved = await this.resolve(source, importer, { skipSelf: true });
      if (resolved === null || !OUTLINES.test(resolved.id)) return resolved;
      outlinesFile = resolved.id;
      return GIVEN_OUTLINES;
    },
    async load(id) {
      if (id !== GIVEN_OUTLINES) return null;
      const { loadBundledOutlines } = await import(pathToFileURL(outlinesFile).href);
      const outlineOf = await loadBundledOutlines(DRAWN_CHARACTERS);
      const entries = [...DRAWN_CHARACTERS].map((character) => [character, outlineOf(character)]);
      return [
        `const outlines = new Map(${JSON.stringify(entries)});`,
        'export const loadBundledOutlines = async () => (character) => outlines.get(character);',
      ].join('\n');
    },
  };
}

/** The folder of a package that this app depends on. */
export function packageFolder(name: string): string {
  return dirname(createRequire(import.meta.url).resolve(join(name, 'package.json')));
}
