import { describe, expect, it } from 'vitest';
import { formatNumeral, parseNumeral } from '../src/chinese-numeral.ts';

describe('Chinese numerals', () => {
  it('are read back for every number from 1 to 999', () => {
    for (let value = 1; value < 1000; value++) expect(parseNumeral(formatNumeral(value))).toBe(value);
  });
  it.each([
    ['108', 108],
    ['一百零八', 108],
    ['一〇八', 108],
    ['一○八', 108],
    ['一一五', 115],
    ['十', 10],
    ['一十二', 12],
    ['廿一', 21],
    ['卅', 30],
    ['元', 1],
    ['零', 0],
    ['一百', 100],
  ])('%s is %i', (text, value) => {
    expect(parseNumeral(text)).toBe(value);
  });
  it.each(['', '十十', '百', '一百一百', '元元', '一二三四', '12345', '壹'])('%j is none', (text) => {
    expect(parseNumeral(text)).toBeUndefined();
  });
});
