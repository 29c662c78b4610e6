import { describe, expect, it } from 'vitest';
import { checkUniformNumber, isUniformNumber } from '../src/uniform-number.ts';

describe('checkUniformNumber', () => {
  it('accepts the numbers of the mod 10 rule at any date', () => {
    for (const number of [
      '04595257',
      '10458575',
      '10458574',
      '12345675',
      '22099131',
      '84149961',
      '96979933',
    ]) {
      expect(checkUniformNumber(number), number).toMatchObject({ ok: true, level: 'ok', value: number });
      expect(checkUniformNumber(number, { asOf: '2023-03-31' }).ok, number).toBe(true);
    }
  });
  it('accepts numbers of the mod 5 rule from 2023-04-01 only, and says so', () => {
    for (const number of ['04595252', '10458570', '12345670', '62140097', '00501508', '00000074']) {
      expect(checkUniformNumber(number, { asOf: '2023-04-01' }), number).toMatchObject({
        ok: true,
        level: 'info',
      });
      expect(checkUniformNumber(number, { asOf: '2023-03-31' }).issues[0]?.code).toBe(
        'UNIFORM_NUMBER_TOO_NEW',
      );
      expect(isUniformNumber(number)).toBe(true);
      expect(isUniformNumber(number, { asOf: '2020-01-01' })).toBe(false);
    }
  });
  it('turns a check digit failure into a warning when the register holds the number', () => {
    const register = new Set(['90316313']);
    expect(checkUniformNumber('90316313').level).toBe('error');
    expect(checkUniformNumber('90316313', { register })).toMatchObject({ ok: true, level: 'warning' });
    expect(isUniformNumber('90316313', { register })).toBe(true);
  });
});
