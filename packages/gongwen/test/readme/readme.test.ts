import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
const blocks = [...readme.matchAll(/```ts\n([\s\S]*?)```/g)].map(([, code]) => code ?? '');
const source = fileURLToPath(new URL('../../src/index.ts', import.meta.url));

describe('the examples of the README', () => {
  it('are there', () => expect(blocks.length).toBeGreaterThan(2));

  blocks.forEach((code, index) => {
    it(`example ${index + 1} runs and finds nothing wrong`, async () => {
      const folder = mkdtempSync(join(tmpdir(), 'gongwen-readme-'));
      try {
        const file = join(folder, 'example.ts');
        const exported = code.includes('issues') ? '\nexport { issues };\n' : '';
        writeFileSync(file, code.replaceAll("'@kcc/gongwen'", JSON.stringify(source)) + exported);
        const { issues = [] }: { issues?: readonly { severity: string }[] } = await import(
          /* @vite-ignore */ file
        );
        expect(issues.filter(({ severity }) => severity === 'error')).toEqual([]);
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    });
  });
});
