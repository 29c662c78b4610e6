import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { expect, it } from 'vitest';

const LIMIT_BYTES = 80_000;

it('bundles certificate and hipki for a browser: no Node built-in, no native code, within 80 kB compressed', async () => {
  const { outputFiles } = await build({
    stdin: {
      contents: "export * from './certificate/index.ts'; export * from './drivers/hipki/index.ts';",
      resolveDir: fileURLToPath(new URL('../../../src/', import.meta.url)),
      loader: 'ts',
    },
    bundle: true,
    minify: true,
    format: 'esm',
    // Fails at any import of a Node built-in or of pkcs11js.
    platform: 'browser',
    conditions: ['@kcc/source'],
    write: false,
  });
  const [file] = outputFiles;
  expect(gzipSync(file?.contents ?? new Uint8Array()).length).toBeLessThan(LIMIT_BYTES);
  expect(file?.text).not.toMatch(/\bBuffer\.(?:from|alloc)\b/);
});
