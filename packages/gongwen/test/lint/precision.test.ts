import { expect, it } from 'vitest';
import { layoutLetter, paginate } from '../../src/layout/index.ts';
import { plainLetter } from '../../src/lint/examples.ts';
import { exchangeProfile, lintLetter, strictProfile } from '../../src/lint/index.ts';
import type { Letter } from '../../src/model/letter.ts';
import { Random } from '../support/random.ts';
import { GOOD_KINDS } from './good-letters.ts';
import { LETTERS, SENTENCES } from './near-misses.ts';

const asOf = new Date('2026-10-05T00:00:00Z');
const makers = Object.entries(GOOD_KINDS);

/** What the rules say of a letter, with its text beside it. */
const said = (letter: Letter, options: Parameters<typeof lintLetter>[1] = {}) =>
  lintLetter(letter, { asOf, ...options }).map(
    ({ code, severity, path, message }) => `${severity} ${code} ${path} ${message}`,
  );

it('finds no error in 300 good letters of all kinds', () => {
  const found = Array.from({ length: 300 }, (_, seed) => {
    const [, make] = makers[seed % makers.length] ?? [];
    const letter = make?.(new Random(seed));
    return letter ? said(letter, { profile: { ...strictProfile, severities: ['error'] } }) : ['nothing made'];
  }).flat();
  expect(found).toEqual([]);
});

it.each(makers)('finds neither error nor warning in ten clean letters: %s', (_, make) => {
  const found = Array.from({ length: 10 }, (_, seed) => said(make(new Random(seed + 5000)), {}));
  expect(found.flat()).toEqual([]);
});

it('finds neither error nor warning on their pages and on the way out', () => {
  const found = makers.flatMap(([, make], seed) => {
    const letter = make(new Random(seed + 7000));
    const paged = paginate(layoutLetter(letter));
    return [...said(letter, { paged }), ...said(letter, { profile: { ...exchangeProfile, finished: true } })];
  });
  expect(found).toEqual([]);
});

it('finds neither error nor warning in sentences with names, numbers, quotations and laws', () => {
  const found = SENTENCES.flatMap((text) =>
    said({ ...plainLetter, sections: [{ name: '說明', text, items: [] }] }).map((line) => `${text} ${line}`),
  );
  expect(found).toEqual([]);
});

it('finds neither error nor warning in letters as offices write them', () => {
  expect(LETTERS.flatMap((letter) => said(letter, { paged: paginate(layoutLetter(letter)) }))).toEqual([]);
});
