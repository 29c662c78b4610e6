import { describe, expect, it } from 'vitest';
import { itemMarker } from '../../src/layout/marker.ts';

describe('itemMarker', () => {
  it('follows the four levels of the handbook and the four of the agencies', () => {
    const levels = [1, 2, 3, 4, 5, 6, 7, 8].map((level) => itemMarker(level, 2));
    expect(levels).toEqual(['二、', '(二)', '2、', '(2)', '乙、', '(乙)', '丑、', '(丑)']);
  });

  it('counts past ten in Chinese', () => {
    expect([10, 11, 20, 21].map((index) => itemMarker(1, index))).toEqual([
      '十、',
      '十一、',
      '二十、',
      '二十一、',
    ]);
  });

  it('takes full-width brackets as an option (C3)', () => {
    expect(itemMarker(2, 3, 'full')).toBe('（三）');
    expect(itemMarker(1, 3, 'full')).toBe('三、');
  });

  it('refuses places that do not exist', () => {
    expect(() => itemMarker(0, 1)).toThrow(RangeError);
    expect(() => itemMarker(1, 0)).toThrow(RangeError);
  });
});
