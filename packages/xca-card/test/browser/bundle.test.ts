import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Bundles source for a browser as an app would; fails on any Node built-in. */
async function bundle(source: string, external: readonly string[] = []) {
  const result = await build({
    stdin: { contents: source, resolveDir: root, loader: 'ts' },
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    conditions: ['@kcc/source'],
    external: [...external],
    logLevel: 'silent',
  });
  const [file] = result.outputFiles;
  return {
    bytes: gzipSync(file?.contents ?? new Uint8Array()).length,
    inputs: Object.keys(result.metafile.inputs),
  };
}

const everything = (name: string) => `export * from './src/${name}/index.ts';`;

describe('in a browser bundle', () => {
  it('certificate and HiPKI together take at most 80 KB, gzipped', async () => {
    const { bytes, inputs } = await bundle(
      `import * as a from './src/certificate/index.ts'; import * as b from './src/drivers/hipki/index.ts'; globalThis.x = [a, b];`,
    );
    expect(bytes).toBeGreaterThan(5_000);
    expect(bytes).toBeLessThanOrEqual(80 * 1024);
    expect(inputs.filter((input) => /pkcs11|node-forge|peculiar/.test(input))).toEqual([]);
  });

  it.each(['certificate', 'drivers/hipki', 'card'])('%s needs no Node built-in', async (name) => {
    const source = name === 'card' ? `export * from './src/index.ts';` : everything(name);
    const { inputs } = await bundle(source);
    expect(inputs.some((input) => input.startsWith('node:'))).toBe(false);
  });

  it('cms needs none either, and loads node-forge only when a PKCS#12 file is read', async () => {
    const { bytes, inputs } = await bundle(everything('cms'), ['node-forge']);
    expect(inputs.some((input) => /node:|node-forge/.test(input))).toBe(false);
    expect(bytes).toBeLessThanOrEqual(60 * 1024);
  });
});
