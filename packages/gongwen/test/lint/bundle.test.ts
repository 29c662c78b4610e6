import { build } from 'esbuild';
import { expect, it } from 'vitest';

it('runs in a browser: the rules pull in nothing of Node', async () => {
  const { metafile } = await build({
    entryPoints: [new URL('../../src/lint/index.ts', import.meta.url).pathname],
    bundle: true,
    write: false,
    metafile: true,
    format: 'esm',
    platform: 'browser',
    conditions: ['@kcc/source'],
  });
  const external = Object.values(metafile.outputs).flatMap(({ imports }) =>
    imports.filter((entry) => entry.external),
  );
  expect(external).toEqual([]);
  expect(Object.keys(metafile.inputs).filter((path) => /^node:|\(disabled\)|\/render\//.test(path))).toEqual(
    [],
  );
});
