import { describe, expect, it } from 'vitest';
import { deadline } from '../src/deadline.ts';

describe('deadlines', () => {
  it.each([
    ['card-activation', '2019-11-12', '2020-02-10'],
    ['card-activation', '2019-12-15', '2020-03-14'],
    ['card-activation', '2026-11-23', '2027-02-21'],
    ['revocation-after-rename', '2026-11-23', '2026-12-07'],
  ] as const)('%s from %s is %s', (id, from, date) => {
    expect(deadline(id, from)?.date).toBe(date);
  });
  it('are shown with the word that the authority decides', () => {
    expect(deadline('card-activation', '2026-11-23')?.issue).toMatchObject({
      severity: 'info',
      message:
        '發卡日期起 90 日，算至民國116年2月21日；起算日與假日如何計算未見規定，以憑證管理中心認定為準。',
    });
  });
  it('refuse what is no ISO date', () => {
    expect(() => deadline('card-activation', '115/11/23')).toThrow(RangeError);
  });
});
