import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';

/** Most bytes of a minified bundle: a page must open quickly on an old office computer. */
const MOST_BYTES = 1024 * 1024;

describe.each(['index.ts', 'output/html/index.ts', 'output/prompts/index.ts'])(
  'a browser bundle of %s',
  (entry) => {
    const file = fileURLToPath(new URL(`../src/${entry}`, import.meta.url));

    it('pulls in no Node built-in, no Buffer and no heavy library', async () => {
      const { metafile, outputFiles } = await build({
        entryPoints: [file],
        bundle: true,
        write: false,
        minify: true,
        format: 'esm',
        platform: 'browser',
        conditions: ['@kcc/source'],
        metafile: true,
      });
      const inputs = Object.keys(metafile.inputs);
      expect(
        inputs.filter((input) => /node_modules\/.*\/(docx|easy-template-x|fflate|typst)/.test(input)),
      ).toEqual([]);
      const imported = Object.values(metafile.inputs).flatMap(({ imports }) =>
        imports.map(({ path }) => path),
      );
      expect(imported.filter((path) => path.startsWith('node:'))).toEqual([]);
      const text = outputFiles[0]?.text ?? '';
      expect(text).not.toMatch(/\bBuffer\./);
      expect(text.length).toBeGreaterThan(1000);
      expect(text.length).toBeLessThan(MOST_BYTES);
    });
  },
);
