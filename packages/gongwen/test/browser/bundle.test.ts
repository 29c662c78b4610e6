import { gzipSync } from 'node:zlib';
import { type BuildResult, build } from 'esbuild';
import { chromium } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { createBig5 } from '../../src/xml/big5.ts';
import { itNeeds } from '../support/foreign-tools.ts';
import { bytesOf, letterText } from '../support/letters.ts';

/** Reading, checking and writing: what a web page that handles letters needs. */
const LARGEST = 45 * 1024;

function bundle(code: string, splitting = true): Promise<BuildResult<{ write: false; metafile: true }>> {
  return build({
    stdin: { contents: code, resolveDir: new URL('.', import.meta.url).pathname, loader: 'ts' },
    bundle: true,
    splitting,
    minify: true,
    write: false,
    metafile: true,
    outdir: 'out',
    format: 'esm',
    platform: 'browser',
    charset: 'utf8',
    conditions: ['@kcc/source'],
  });
}

/** The chunk that a page loads at once; what is imported dynamically is apart. */
const firstChunk = ({ outputFiles }: BuildResult<{ write: false }>) =>
  outputFiles.find(({ path }) => path.endsWith('stdin.js'))?.text ?? '';

describe('in a browser bundle', () => {
  it('the package root pulls in nothing of Node', async () => {
    const { metafile } = await bundle("export * from '../../src/index.ts';");
    const external = Object.values(metafile.outputs).flatMap(({ imports }) =>
      imports.filter((entry) => entry.external),
    );
    expect(external).toEqual([]);
    expect(Object.keys(metafile.inputs).filter((path) => /^node:|\(disabled\)/.test(path))).toEqual([]);
  });

  it(`reading, checking and writing stay under ${LARGEST} bytes compressed`, async () => {
    const result = await bundle(
      "export { checkAgainstGrammar, readDocument, readLetter, writeDispatch } from '../../src/index.ts';",
      false,
    );
    expect(gzipSync(firstChunk(result), { level: 9 }).length).toBeLessThanOrEqual(LARGEST);
  });

  it('the tolerant parser comes only when a letter must be salvaged', async () => {
    const result = await bundle("export { salvageDocument } from '../../src/index.ts';");
    expect(firstChunk(result)).not.toContain('XMLBuilder');
    expect(result.outputFiles.length).toBeGreaterThan(1);
  });

  itNeeds('chromium', 'chromium')(
    'Chromium reads and writes Big5 as Node does',
    async () => {
      const code = `
      import { decodeBytes, encodeText, readDocument } from '../../src/index.ts';
      import { createBig5 } from '../../src/xml/big5.ts';
      const { issues, valid } = readDocument(Uint8Array.from(globalThis.letter));
      const { text } = decodeBytes(Uint8Array.from(globalThis.letter));
      const written = encodeText(text, 'big5');
      const big5 = createBig5();
      const pairs = [];
      for (let lead = 0x81; lead <= 0xfe; lead += 1) {
        for (let trail = 0x40; trail <= 0xfe; trail += 1) pairs.push(big5.decode(lead, trail));
      }
      globalThis.result = { valid, issues, written: Array.from(written.bytes), pairs };`;
      const script = firstChunk(await bundle(code));
      const text = letterText({
        declaration: '<?xml version="1.0" encoding="Big5"?>',
        dtd: '104_2_big5.dtd',
      });
      const letter = [...bytesOf(text.replace('陳○○', '陳\ue000\uf6b1'), 'big5')];
      const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
      try {
        const page = await browser.newPage();
        await page.evaluate(`globalThis.letter = ${JSON.stringify(letter)}`);
        await page.addScriptTag({ content: script, type: 'module' });
        const result = await page.waitForFunction('globalThis.result').then((handle) => handle.jsonValue());
        expect(result).toEqual({ valid: true, issues: [], written: letter, pairs: allPairs() });
      } finally {
        await browser.close();
      }
    },
    60_000,
  );
});

function allPairs(): readonly number[] {
  const big5 = createBig5();
  const pairs: number[] = [];
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) pairs.push(big5.decode(lead, trail));
  }
  return pairs;
}
