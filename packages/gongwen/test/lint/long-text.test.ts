import { expect, it } from 'vitest';
import { plainLetter } from '../../src/lint/examples.ts';
import { lintLetter } from '../../src/lint/index.ts';

/** Texts on which a pattern without bounds looks at every pair of places: minutes instead of a second. */
const TRAPS = ['一', '。一、', '1.\n', '"中', '**中', '「a...', '檢送，'];

it('takes time in proportion to the text, whatever stands in it', () => {
  const before = process.cpuUsage();
  for (const trap of TRAPS) {
    const text = trap.repeat(Math.ceil(15_000 / trap.length));
    const sections = [{ name: '說明', text, items: [] }];
    lintLetter({ ...plainLetter, subject: text, attachmentText: text, sections });
  }
  const { user } = process.cpuUsage(before);
  expect(user / 1e6).toBeLessThan(10);
});
