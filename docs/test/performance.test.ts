import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../build/root.ts';

const page = readFileSync(join(ROOT, 'docs/performance.md'), 'utf8');
const bench = readFileSync(join(ROOT, 'scripts/bench.mjs'), 'utf8');

describe('the page of figures', () => {
  it('has a place for every benchmark', () => {
    const [, table = ''] = /const BENCHES = \{([\s\S]*?)\n\};/.exec(bench) ?? [];
    const names = [...table.matchAll(/^ {2}'?([\w-]+)'?: \[/gm)].map(([, name]) => name ?? '');
    expect(names.length).toBeGreaterThan(5);
    for (const name of names) {
      expect(page).toContain(`<!-- figures of ${name} -->\n`);
      expect(page).toContain(`\n<!-- end of ${name} -->`);
    }
  });

  it('gives machine, date and command with every figure', () => {
    for (const [, name = '', text = ''] of page.matchAll(
      /<!-- figures of ([\w-]+) -->\n([\s\S]*?)\n<!-- end of \1 -->/g,
    )) {
      if (!text.includes('```')) continue;
      expect(text).toContain(`npm run bench -- ${name}`);
      expect(text).toMatch(/日期 date: \d{4}-\d\d-\d\d/);
      expect(text).toMatch(/機器 machine: \d+ × .+Node \d+/);
    }
  });
});
