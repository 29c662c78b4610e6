import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mayNotBegin, mayNotEnd } from '../../src/layout/kinsoku.ts';
import { breakLines } from '../../src/layout/line-break.ts';
import { measure, TIMES_AND_SQUARE } from '../../src/layout/metrics.ts';

const lines = (text: string, width: number, first = width) =>
  breakLines(text, first, width, TIMES_AND_SQUARE);

describe('breakLines', () => {
  it('fills a line to the last character', () => {
    expect(lines('一二三四五六七', 5)).toEqual(['一二三四五', '六七']);
  });

  it('gives the first line its own room', () => {
    expect(lines('一二三四五六七', 5, 2)).toEqual(['一二', '三四五六七']);
  });

  it('never begins a line with a closing mark (GW-Y013)', () => {
    expect(lines('一二三四五。六', 5)).toEqual(['一二三四', '五。六']);
    expect(lines('一二三四五」。六', 5)).toEqual(['一二三四', '五」。六']);
  });

  it('never ends a line with an opening mark', () => {
    expect(lines('一二三四「五六」', 5)).toEqual(['一二三四', '「五六」']);
  });

  it('keeps numbers and words whole, and breaks between Han and digits', () => {
    expect(lines('一二三1150001234號', 5)).toEqual(['一二三', '1150001234', '號']);
    expect(lines('一二三四115年', 5)).toEqual(['一二三四', '115年']);
  });

  it('cuts a word that is longer than a line', () => {
    const broken = lines('https://example.invalid/a-very-long-path-without-blanks', 6);
    expect(broken.every((line) => measure(line, TIMES_AND_SQUARE) <= 6.01)).toBe(true);
  });

  it('keeps a line break of the text', () => {
    expect(lines('一\n\n二', 5)).toEqual(['一', '', '二']);
  });

  it('lets blanks hang over the edge', () => {
    expect(lines('一二三四五　六', 5)).toEqual(['一二三四五　', '六']);
  });

  it('keeps a variation selector with its character', () => {
    expect(lines('一二三四葛\u{e0100}六', 5)).toEqual(['一二三四葛\u{e0100}', '六']);
  });

  it('loses nothing, keeps to the width and to 避頭尾 whatever the text', () => {
    const sign = fc.constantFrom(...'一二三四五六，。、：；「」（）()%ABCxyz0123 　-/𥕢');
    const texts = fc.array(sign, { maxLength: 80 }).map((signs) => signs.join(''));
    fc.assert(
      fc.property(texts, fc.integer({ min: 4, max: 20 }), (text, width) => {
        const broken = lines(text, width);
        expect(broken.join('')).toBe(text);
        for (const [index, line] of broken.entries()) {
          const ink = line.replace(/[ 　]+$/, '');
          expect(measure(ink, TIMES_AND_SQUARE)).toBeLessThanOrEqual(width + 0.01);
          const previous = broken[index - 1];
          // A run of marks as long as a line has to be cut somewhere.
          if (
            previous === undefined ||
            /[^一二三四五六0123ABCxyz𥕢]{3}/u.test(previous.slice(-3) + line.slice(0, 3))
          )
            continue;
          if (/[一二三四五六𥕢]/u.test(previous)) expect(mayNotBegin([...line][0] ?? '')).toBe(false);
        }
      }),
    );
  });

  it('knows the marks', () => {
    expect([...'，。、：；」）》？！％'].every(mayNotBegin)).toBe(true);
    expect([...'「（《〔'].every(mayNotEnd)).toBe(true);
    expect([...'一年○'].some(mayNotBegin)).toBe(false);
  });
});
