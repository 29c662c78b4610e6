import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readLetter } from '../../src/dispatch/read-letter.ts';

const FOLDER = new URL('../../../../../shared/spec/di-samples/', import.meta.url);

/** File number → what INDEX.md expects of a reading: ok (no warning) or warn. */
const EXPECTED: Readonly<Record<string, 'ok' | 'warn'>> = {
  '01': 'ok',
  '02': 'ok',
  '03': 'ok',
  '04': 'ok',
  '05': 'ok',
  '06': 'ok',
  '07': 'ok',
  '08': 'ok',
  '09': 'ok',
  '10': 'ok',
  '11': 'warn',
  '12': 'ok',
  '13': 'ok',
  '18': 'ok',
  '19': 'warn',
  '20': 'ok',
  '21': 'ok',
  '22': 'ok',
  '23': 'warn',
  '24': 'warn',
  '25': 'warn',
  '28': 'warn',
  '29': 'warn',
  '30': 'warn',
  '31': 'ok',
  '32': 'warn',
};

describe('the sample files of the specification', () => {
  if (!existsSync(FOLDER)) {
    it.skip('are read as its index expects: ../shared is not here', () => undefined);
    return;
  }
  for (const file of readdirSync(FOLDER)) {
    const expected = EXPECTED[file.slice(0, 2)];
    if (expected === undefined) continue;
    it(`${file}: ${expected}`, () => {
      const { letter, roster, message, consultation, issues } = readLetter(
        readFileSync(new URL(encodeURIComponent(file), FOLDER)),
      );
      expect(letter ?? roster ?? message ?? consultation).toBeDefined();
      const severities = new Set(issues.map(({ severity }) => severity));
      expect(severities.has('error')).toBe(false);
      expect(severities.has('warning')).toBe(expected === 'warn');
    });
  }
});
