import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { rules } from '../../src/lint/index.ts';

const CATALOGUE = new URL('../../../../../shared/spec/lint-rules.md', import.meta.url);
const SEVERITIES: Readonly<Record<string, string>> = { E: 'error', W: 'warning', I: 'info' };

if (existsSync(CATALOGUE))
  it('gives every rule the severity and tier of the specification', () => {
    const wrong = readFileSync(CATALOGUE, 'utf8')
      .split('\n')
      .flatMap((line) => {
        const row = /^\| (GW-[A-Z]\d{3}) \| ([EWI]) \| (?:([DKCHR]) \| )?/.exec(line);
        const rule = rules.find(({ id }) => id === row?.[1]);
        const good = rule?.severity === SEVERITIES[row?.[2] ?? ''] && rule?.tier === (row?.[3] ?? 'R');
        return row && !good ? [row[1]] : [];
      });
    expect(wrong).toEqual([]);
  });
else
  it.skip('gives every rule the severity and tier of the specification: ../shared is not here', () =>
    undefined);
