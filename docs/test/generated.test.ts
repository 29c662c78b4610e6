import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cliErrorTexts, cliErrorUses } from '../build/cli-errors.ts';
import { allCommands } from '../build/command-page.ts';
import { codedErrors } from '../build/error-page.ts';
import { generatedFiles } from '../build/generated-files.ts';
import { issueCodes } from '../build/issue-codes.ts';
import { ROOT } from '../build/root.ts';

const read = (path: string) => readFileSync(join(ROOT, 'docs', path), 'utf8');
const files = await generatedFiles();

describe('generated pages and pictures', () => {
  it.each([...files.keys()])('%s is up to date (npx pnpm --filter @kcc-docs/site run write)', (path) => {
    expect(read(path) === files.get(path)).toBe(true);
  });

  it('document every coded error with when, likely and resolve', () => {
    const page = read('errors.md');
    for (const [, rows] of codedErrors()) {
      for (const [code, { when, likely, resolve }] of Object.entries(rows)) {
        expect(page).toContain(`#### ${code}\n`);
        expect(
          [when, likely, resolve].every((text) => text.length > 5),
          code,
        ).toBe(true);
      }
    }
  });

  it('document every code of the command line, and no other', () => {
    const used = cliErrorUses().map(({ code }) => code);
    expect(Object.keys(cliErrorTexts).sort()).toEqual(used);
  });

  it('document every issue code in both languages', () => {
    const page = read('errors.md');
    for (const codes of Object.values(issueCodes())) {
      for (const { code, zh, en } of codes) {
        expect(page).toContain(`| \`${code}\` |`);
        expect(zh !== '' && en !== '', code).toBe(true);
      }
    }
  });

  it('document every command', async () => {
    const page = read('command-line.md');
    for (const { path } of await allCommands()) expect(page).toContain(`### kcc ${path.join(' ')}\n`);
  });
});
