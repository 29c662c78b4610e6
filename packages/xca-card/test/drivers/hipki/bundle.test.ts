import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { expect, it } from 'vitest';

const LIMIT_BYTES = 80_000;

/** The entries in one file for a browser; fails at any import of a Node built-in or of pkcs11js. */
async function bundle(entries: readonly string[]): Promise<{ contents: Uint8Array; text: string }> {
  const { outputFiles } = await build({
    stdin: {
      contents: entries.map((entry) => `export * from './${entry}/index.ts';`).join('\n'),
      resolveDir: fileURLToPath(new URL('../../../src/', import.meta.url)),
      loader: 'ts',
    },
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    conditions: ['@kcc/source'],
    write: false,
  });
  const [file] = outputFiles;
  if (file === undefined) throw new Error('nothing was built');
  return file;
}

it('bundles certificate and hipki for a browser: no Node built-in, no native code, within 80 kB compressed', async () => {
  const { contents, text } = await bundle(['certificate', 'drivers/hipki']);
  expect(gzipSync(contents).length).toBeLessThan(LIMIT_BYTES);
  expect(text).not.toMatch(/\bBuffer\.(?:from|alloc)\b/);
});

it('bundles the root and cms for a browser too: a page that signs needs both', async () => {
  const { text } = await bundle(['.', 'cms']);
  // Not the whole text into the report of a failure: it is long.
  for (const name of ['signCms', 'isCardError']) expect(text.includes(name), name).toBe(true);
});
