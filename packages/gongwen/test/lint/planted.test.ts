import { expect, it } from 'vitest';
import { lintLetter } from '../../src/lint/index.ts';
import { PLANTED, UNTOUCHED } from './planted-letters.ts';

const asOf = new Date('2026-10-06T00:00:00Z');

it.each(PLANTED)('$rule names the fault: $fault', ({ rule, letter }) => {
  expect(lintLetter(letter, { asOf }).map(({ code }) => code)).toContain(rule);
});

it('finds nothing in the letters before the faults were planted', () => {
  expect(UNTOUCHED.flatMap((letter) => lintLetter(letter, { asOf }))).toEqual([]);
});
