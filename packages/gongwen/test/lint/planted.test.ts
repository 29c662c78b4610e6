import { expect, it } from 'vitest';
import { plainLetter } from '../../src/lint/examples.ts';
import { fixLetter, lintLetter } from '../../src/lint/index.ts';
import { PLANTED, UNTOUCHED } from './planted-letters.ts';
import { PLANTED_TEXTS } from './planted-texts.ts';

const asOf = new Date('2026-10-06T00:00:00Z');

it.each(PLANTED)('$rule names the fault: $fault', ({ rule, letter }) => {
  expect(lintLetter(letter, { asOf }).map(({ code }) => code)).toContain(rule);
});

it('finds nothing in the letters before the faults were planted', () => {
  expect(UNTOUCHED.flatMap((letter) => lintLetter(letter, { asOf }))).toEqual([]);
});

it('names the fault of sixty short texts', () => {
  const silent = PLANTED_TEXTS.filter(([rule, text]) => {
    const letter = { ...plainLetter, sections: [{ name: '說明', text, items: [] }] };
    return !lintLetter(letter, { asOf }).some(({ code }) => code === rule);
  });
  expect(silent).toEqual([]);
});

it('leaves nothing to mend twice in the planted letters', () => {
  for (const { letter } of PLANTED) {
    const fixed = fixLetter(letter, { asOf }).letter;
    expect(lintLetter(fixed, { asOf }).filter(({ fix }) => fix?.safe)).toEqual([]);
  }
});
