import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build, type Plugin } from 'esbuild';
import { afterAll, describe, expect, it } from 'vitest';

const source = fileURLToPath(new URL('../src/', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'kcc-size-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Empties the tables of `src/data/`: what is left is the checks and their messages. */
const withoutTables: Plugin = {
  name: 'without-tables',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]src[\\/]data[\\/]/ }, async ({ path }) => {
      const names = (await readFile(path, 'utf8')).matchAll(/export const (\w+)/g);
      return {
        loader: 'ts',
        contents: Array.from(names, ([, name]) => `export const ${name} = [];`).join('\n'),
      };
    });
  },
};

/** Bytes, gzipped, of a browser bundle; a Node built-in would fail the build. */
async function bundle(contents: string, plugins: Plugin[] = []): Promise<{ text: string; gzip: number }> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: source, loader: 'ts' },
    bundle: true,
    minify: true,
    charset: 'utf8',
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    write: false,
    plugins,
    logLevel: 'silent',
  });
  const text = outputFiles[0]?.text ?? '';
  return { text, gzip: gzipSync(text, { level: 9 }).length };
}

/** File and function of every check, and the most bytes that a bundle of it alone may have, tables aside. */
const checks = [
  ['uniform-number', 'checkUniformNumber', 1536],
  ['national-id', 'checkNationalId', 1536],
  ['resident-id', 'checkResidentId', 1536],
  ['agency-code', 'checkAgencyCode', 1536],
  ['oid', 'checkOid', 1536],
  ['case-number', 'checkCaseNumber', 1536],
  ['user-code', 'checkUserCode', 1536],
  ['pin', 'checkPin', 1536],
  ['document-number', 'checkDocumentNumber', 1536],
  ['phone', 'checkPhone', 1536],
  ['email', 'checkEmail', 1536],
  ['ip-address', 'checkIpAddress', 1536],
  ['amount', 'checkAmount', 1536],
  // Two checks in one, a grammar of dates, or a look at every character: more than one identifier.
  ['postal-code', 'checkPostalCode', 1600],
  ['school-code', 'checkSchoolCode', 1700],
  ['roc-date', 'checkRocDate', 2048],
  ['characters', 'checkCharacters', 2048],
  ['person-name', 'checkPersonName', 2048],
  ['person-name', 'checkOrganisationName', 2048],
  ['address', 'checkAddress', 3072],
] as const;

const imports = checks.map(([file, name]) => `import { ${name} } from './${file}.ts';`).join('\n');
const all = `${imports}\nexport const checks = [${checks.map(([, name]) => name).join()}];`;

describe('a browser bundle, gzipped', () => {
  it('of all checks without the tables is at most 8 KB', async () => {
    expect((await bundle(all, [withoutTables])).gzip).toBeLessThanOrEqual(8192);
  });
  it('of all checks with the tables is at most 20 KB', async () => {
    expect((await bundle(all)).gzip).toBeLessThanOrEqual(20_480);
  });
  it.each(checks)('of %s %s alone is at most %i bytes without tables', async (file, name, most) => {
    const { gzip } = await bundle(`export { ${name} } from './${file}.ts';`, [withoutTables]);
    expect(gzip).toBeLessThanOrEqual(most);
  });
});

describe('a bundle of everything', () => {
  it('needs no Node built-in, no Buffer and no process', async () => {
    const everything =
      "export * from './index.ts'; export * from './standard-schema/index.ts'; export * from './messages/en.ts';";
    const { text } = await bundle(everything);
    expect(text).not.toMatch(/\bnode:|\bBuffer\b|\bprocess\b|\brequire\(/);
  });
  it('shaken down to one check is as small as that check alone, from one published file too', async () => {
    const published = join(folder, 'index.js');
    await build({
      entryPoints: [join(source, 'index.ts')],
      outfile: published,
      bundle: true,
      format: 'esm',
      platform: 'neutral',
      logLevel: 'silent',
    });
    for (const [file, name] of checks) {
      const one = await bundle(`export { ${name} } from './${file}.ts';`);
      const shaken = await bundle(`export { ${name} } from ${JSON.stringify(published)};`);
      // Names differ by a letter or two; a table or another check would be hundreds of bytes.
      expect(shaken.gzip, name).toBeLessThan(one.gzip + 60);
    }
  });
});

describe('the published modules', () => {
  it('do nothing when they are loaded', async () => {
    const entry = join(folder, 'nothing.ts');
    writeFileSync(entry, `import ${JSON.stringify(join(source, 'index.ts'))};`);
    const { outputFiles } = await build({
      entryPoints: [entry],
      bundle: true,
      format: 'esm',
      write: false,
      ignoreAnnotations: false,
      logLevel: 'silent',
    });
    expect(outputFiles[0]?.text.replace(/\/\/.*\n/g, '').trim()).toBe('');
  });
});
