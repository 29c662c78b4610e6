import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import * as examples from '../../src/lint/examples.ts';
import { lintLetter, renderLedger, rules, specifiedIds } from '../../src/lint/index.ts';

it('traces every id of the specification in docs/lint-ledger.md', () => {
  const page = readFileSync(new URL('../../../../docs/lint-ledger.md', import.meta.url), 'utf8');
  expect(page).toBe(renderLedger(rules));
  expect(rules.filter(({ id }) => !specifiedIds.includes(id))).toEqual([]);
});

const { plainAnnouncement, plainDecree, plainLetter, plainMemo, plainNotice } = examples;
const level = { ...plainLetter, relation: 'level' } as const;
it.each([
  ['函', plainLetter],
  ['平行函', level],
  ['有附件的函', { ...level, subject: '檢送計畫書1份，請查照。', attachmentText: '如主旨' }],
  [
    '上行函',
    { ...plainLetter, relation: 'up', subject: '檢陳計畫書1份，請鑒核。', attachmentText: '如主旨' } as const,
  ],
  ['下行函', { ...plainLetter, relation: 'down' } as const],
  ['書函', { ...plainLetter, subtype: '書函', signatures: [] }],
  ['開會通知單', plainNotice],
  ['公告', plainAnnouncement],
  ['令', plainDecree],
  ['簽', plainMemo],
])('finds nothing in a good %s', (_, letter) => {
  expect(lintLetter(letter, { asOf: new Date('2026-10-05T00:00:00Z') })).toEqual([]);
});
