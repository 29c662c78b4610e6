import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from './imports.ts';

describe('npm run proof', () => {
  const script = readFileSync(join(root, 'scripts/proof.mjs'), 'utf8');
  const named = [...script.matchAll(/file: '([^']+)'/g)].map(([, file]) => file ?? '').sort();
  // Helpers may ask for KCC_PROOF too; only test files are run.
  const asking = execFileSync(
    'git',
    ['grep', '-l', 'KCC_PROOF', '--', 'packages/*.test.ts', 'examples/*.test.ts'],
    {
      cwd: root,
      encoding: 'utf8',
    },
  );

  it('runs every test that has a long form, and no other', () => {
    expect(named).toEqual(asking.split('\n').filter(Boolean).sort());
  });
});
