import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatDraft, parseDraft } from '../../src/text/draft.ts';
import { anyLetter } from '../model/arbitrary-letters.ts';

describe('a draft gives the letter back', () => {
  for (const format of ['json', 'yaml', 'text'] as const) {
    it(`as ${format}`, () => {
      fc.assert(
        fc.property(anyLetter, (letter) => {
          const text = formatDraft(letter, format);
          const { letter: back, issues } = parseDraft(text, { format });
          expect(issues.filter(({ severity }) => severity === 'error')).toEqual([]);
          expect(back).toEqual(letter);
          expect(formatDraft(letter, format)).toBe(text);
        }),
        { numRuns: 60 },
      );
    });
  }
});
