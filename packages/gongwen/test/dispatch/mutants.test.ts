import { describe, expect, it } from 'vitest';
import { readDispatch } from '../../src/dispatch/read-dispatch.ts';
import { readLetter } from '../../src/dispatch/read-letter.ts';
import { writeDispatch } from '../../src/dispatch/write-dispatch.ts';
import { formatDraft, parseDraft } from '../../src/text/draft.ts';
import { Random } from '../support/random.ts';
import { LETTER_TEXT, ROSTER_TEXT, sampleLetter } from './sample-letter.ts';

const encoder = new TextEncoder();
const SCRAPS = [
  '<',
  '>',
  '&',
  '"',
  '/',
  '：',
  '、',
  '一、',
  '(一)',
  '【',
  '】',
  '{',
  '}',
  '[',
  '---\n',
  '\n',
  ' ',
  '#',
  '\u0000',
  '',
  '𠮷',
];

/** One to three changes: a line gone, doubled or moved, or a few characters gone, put in or copied. */
function change(text: string, random: Random): string {
  let result = text;
  for (let times = 1 + random.below(3); times > 0; times -= 1) {
    const lines = result.split('\n');
    const [from, to] = [random.below(lines.length), random.below(lines.length)];
    const [line] = lines.slice(from, from + 1);
    const kind = random.below(5);
    if (kind === 0) lines.splice(from, 1);
    else if (kind === 1) lines.splice(to, 0, line ?? '');
    else if (kind === 2) lines.splice(to, 0, ...lines.splice(from, 1));
    result = lines.join('\n');
    const at = random.below(result.length + 1);
    if (kind === 3) result = result.slice(0, at) + random.pick(SCRAPS) + result.slice(at);
    if (kind === 4) result = result.slice(0, at) + result.slice(at + 1 + random.below(12));
  }
  return result;
}

describe('1,000 changed letters and rosters', () => {
  it('are read or refused, never thrown at; what was read is written whole or refused with a reason', async () => {
    const random = new Random(20261125);
    let read = 0;
    for (let round = 0; round < 1000; round += 1) {
      const { letter, issues } = await readDispatch([
        { path: 'a.di', bytes: encoder.encode(change(LETTER_TEXT, random)) },
        { path: '1150001234.sw', bytes: encoder.encode(change(ROSTER_TEXT, random)) },
      ]);
      if (!letter) {
        expect(issues.some(({ severity }) => severity === 'error')).toBe(true);
        continue;
      }
      read += 1;
      const written = writeDispatch(letter, { baseName: 'a' });
      const errors = written.issues.filter(({ severity }) => severity === 'error');
      expect(written.files.length > 0).toBe(errors.length === 0);
      const [main] = written.files;
      if (main && 'bytes' in main && round % 10 === 0) expect(readLetter(main.bytes).valid).toBe(true);
    }
    expect(read).toBeGreaterThan(150);
  });
});

describe('200 changed drafts of each form', () => {
  for (const format of ['json', 'yaml', 'text'] as const) {
    it(`${format}: a letter, or an error with its line`, () => {
      const random = new Random(7);
      const draft = formatDraft(sampleLetter, format);
      for (let round = 0; round < 200; round += 1) {
        const { letter, issues } = parseDraft(change(draft, random), { format });
        const errors = issues.filter(({ severity }) => severity === 'error');
        expect(letter === undefined).toBe(errors.length > 0);
        for (const { line } of errors) expect(line).toBeGreaterThan(0);
      }
    });
  }
});
