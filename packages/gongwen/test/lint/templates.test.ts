import { expect, it } from 'vitest';
import { lintLetter } from '../../src/lint/index.ts';
import { newDraft, parseDraft } from '../../src/text/index.ts';

const KINDS = ['letter', 'decree', 'announcement', 'meeting', 'inspection', 'memo', 'review', 'joint'];

it.each(KINDS)('finds in the draft to start from only what is still to be filled in: %s', (kind) => {
  const { letter } = parseDraft(newDraft(kind)?.text ?? '');
  const codes =
    letter && lintLetter(letter, { asOf: new Date('2026-10-05T00:00:00Z') }).map(({ code }) => code);
  expect(new Set(codes)).toEqual(new Set(kind === 'joint' ? [] : ['GW-S012']));
});
