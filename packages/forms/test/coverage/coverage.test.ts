import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { coverageMarkdown, coverageRows } from './coverage-table.ts';
import { coverageFile, readTests } from './read-tests.ts';
import { specIds } from './spec-ids.ts';
import { writtenReasons } from './written-reasons.ts';

const rows = coverageRows(readTests()).flatMap((group) => group.rows);

describe('the coverage of the form specification', () => {
  it('meets every id or gives a written reason', () => {
    const missing = rows.filter(({ places, reason }) => places.length === 0 && reason === undefined);
    expect(missing.map(({ id }) => id)).toEqual([]);
  });

  it('tries every id that is met', () => {
    expect(rows.filter(({ places, tests }) => places.length > 0 && tests.length === 0)).toEqual([]);
  });

  it('gives reasons only for ids that exist', () => {
    const known = Object.values(specIds).flat();
    expect(Object.keys(writtenReasons).filter((id) => !known.includes(id))).toEqual([]);
  });

  it('is the table in the docs', () => {
    expect(readFileSync(coverageFile, 'utf8')).toBe(coverageMarkdown(readTests()));
  });

  const spec = fileURLToPath(new URL('../../../../../shared/spec/forms.md', import.meta.url));
  const itWithSpec = existsSync(spec) ? it : it.skip;
  itWithSpec(`lists the ids of the specification${existsSync(spec) ? '' : ': ../shared is not here'}`, () => {
    const text = readFileSync(spec, 'utf8');
    const known = new Set(Object.values(specIds).flat());
    const fields = [...text.matchAll(/^\| ((?:[WEFGHIJKRTX]\d+(?:\.\d+)?(?: \/ )?)+)(?: \(L[^)]*\))? \|/gm)];
    const ids = fields.flatMap(([, cell = '']) => cell.split(' / '));
    expect(ids.length).toBeGreaterThan(150);
    expect(ids.filter((id) => !known.has(id))).toEqual([]);
  });
});
