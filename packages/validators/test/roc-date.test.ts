import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkRocDate, isRocDate, parseRocDate } from '../src/roc-date.ts';
import { formatRocDate, type RocDateStyle, weekdayName, weekdayOf } from '../src/roc-date-text.ts';
import { testVectors } from './support/vector.ts';

describe('dates as papers write them', () => {
  testVectors(checkRocDate, [
    ['108/10/07', 'ok', [], '2019-10-07'],
    ['108.10.07', 'ok', [], '2019-10-07'],
    ['108-10-07', 'ok', [], '2019-10-07'],
    ['1081007', 'ok', [], '2019-10-07'],
    ['民國108年10月7日', 'ok', [], '2019-10-07'],
    ['中華民國一百零八年十月七日', 'ok', [], '2019-10-07'],
    ['中華民國一○八年十月七日', 'ok', [], '2019-10-07'],
    ['１０８年１０月７日', 'info', ['NORMALISED'], '2019-10-07'],
    ['民國 108年 10月 07日', 'info', ['NORMALISED'], '2019-10-07'],
    ['108年11月12日', 'ok', [], '2019-11-12'],
    ['115年11月23日', 'ok', [], '2026-11-23'],
    ['1151123', 'ok', [], '2026-11-23'],
    ['民國1年1月1日', 'ok', [], '1912-01-01'],
    ['民國元年元月一日', 'ok', [], '1912-01-01'],
    ['民國前1年12月31日', 'ok', [], '1911-12-31'],
    ['民前1年12月31日', 'ok', [], '1911-12-31'],
    ['民國前1年1月1日', 'ok', [], '1911-01-01'],
    ['民國前2年12月31日', 'ok', [], '1910-12-31'],
    ['民國前8年2月29日', 'ok', [], '1904-02-29'],
    ['99年12月31日', 'ok', [], '2010-12-31'],
    ['100年1月1日', 'ok', [], '2011-01-01'],
    ['0991231', 'ok', [], '2010-12-31'],
    ['1000101', 'ok', [], '2011-01-01'],
    ['113年2月29日', 'ok', [], '2024-02-29'],
    ['民國廿一年十月卅一日', 'ok', [], '1932-10-31'],
  ]);
});

describe('dates that do not exist', () => {
  testVectors(checkRocDate, [
    ['112年2月29日', 'error', ['ROC_DATE_NO_SUCH_DAY']],
    ['108/02/29', 'error', ['ROC_DATE_NO_SUCH_DAY']],
    ['114年2月30日', 'error', ['ROC_DATE_NO_SUCH_DAY']],
    ['113年13月1日', 'error', ['ROC_DATE_NO_SUCH_DAY']],
    ['民國前12年2月29日', 'error', ['ROC_DATE_NO_SUCH_DAY']],
    ['1900-02-29', 'error', ['ROC_DATE_NO_SUCH_DAY']],
    ['民國前1912年1月1日', 'error', ['ROC_DATE_NO_SUCH_DAY']],
    ['0年1月1日', 'error', ['ROC_DATE_YEAR_ZERO']],
    ['0/01/01', 'error', ['ROC_DATE_YEAR_ZERO']],
    ['0000101', 'error', ['ROC_DATE_YEAR_ZERO']],
  ]);
});

describe('text that is no date of this era for sure', () => {
  testVectors(checkRocDate, [
    ['19/10/07', 'error', ['ROC_DATE_AMBIGUOUS']],
    ['99/12/31', 'error', ['ROC_DATE_AMBIGUOUS']],
    ['991231', 'error', ['ROC_DATE_AMBIGUOUS']],
    ['-1/12/31', 'error', ['ROC_DATE_FORMAT']],
    ['108/10-07', 'error', ['ROC_DATE_FORMAT']],
    ['民國2019年10月7日', 'error', ['ROC_DATE_FORMAT']],
    ['西元前1年1月1日', 'error', ['ROC_DATE_FORMAT']],
    ['108年十十月7日', 'error', ['ROC_DATE_FORMAT']],
    ['108年10月7日三', 'error', ['ROC_DATE_FORMAT']],
    ['明天', 'error', ['ROC_DATE_FORMAT']],
    ['2019-10-07', 'info', ['ROC_DATE_GREGORIAN']],
    ['20191007', 'info', ['ROC_DATE_GREGORIAN'], '2019-10-07'],
    ['西元2019年10月7日', 'info', ['ROC_DATE_GREGORIAN'], '2019-10-07'],
  ]);
  it('is read when the era is told', () => {
    expect(checkRocDate('99/12/31', { era: 'roc' })).toMatchObject({ level: 'ok', value: '2010-12-31' });
    expect(parseRocDate('19/10/07', { era: 'roc' })?.iso).toBe('1930-10-07');
    expect(parseRocDate('19/10/07')).toBeUndefined();
    expect(parseRocDate('民國19/10/07')?.iso).toBe('1930-10-07');
  });
});

describe('星期 beside the date', () => {
  testVectors(checkRocDate, [
    ['115年11月24日（星期二）', 'ok', [], '2026-11-24'],
    ['115年11月24日(二)', 'info', ['NORMALISED'], '2026-11-24'],
    ['115年11月24日星期二', 'ok', [], '2026-11-24'],
    ['115年11月22日（日）', 'ok', [], '2026-11-22'],
    ['115年11月22日（天）', 'ok', [], '2026-11-22'],
    ['115年11月24日（星期三）', 'warning', ['ROC_DATE_WEEKDAY'], '2026-11-24'],
  ]);
  it('is handed back as a number', () => {
    expect(parseRocDate('115年11月24日（二）')).toEqual({ iso: '2026-11-24', gregorian: false, weekday: 2 });
    expect(weekdayName(weekdayOf('2026-11-24'))).toBe('星期二');
  });
});

describe('strict mode', () => {
  it('takes the forms that papers print and nothing that had to be mended', () => {
    expect(isRocDate('中華民國115年11月24日')).toBe(true);
    expect(isRocDate('１１５年１１月２４日')).toBe(false);
    expect(isRocDate(' 1151124')).toBe(false);
  });
});

describe('formatRocDate', () => {
  it.each([
    ['letter', '中華民國115年11月24日', '中華民國前1年12月31日'],
    ['short', '民國115年11月24日', '民國前1年12月31日'],
    ['slash', '115/11/24', '民前1/12/31'],
    ['dot', '115.11.24', '民前1.12.31'],
    ['chinese', '中華民國一百一十五年十一月二十四日', '中華民國前一年十二月三十一日'],
  ] as const)('writes %s', (style, now, before) => {
    expect(formatRocDate('2026-11-24', style)).toBe(now);
    expect(formatRocDate('1911-12-31', style)).toBe(before);
  });
  it('writes seven digits, for years of the Republic only', () => {
    expect(formatRocDate('2010-12-31', 'compact')).toBe('0991231');
    expect(() => formatRocDate('1911-12-31', 'compact')).toThrow(RangeError);
  });
  it('takes a moment as its day in Taipei', () => {
    expect(formatRocDate(new Date('2026-11-23T16:00:00Z'), 'slash')).toBe('115/11/24');
  });
  it('refuses what is no ISO date', () => {
    for (const text of ['2026-2-3', '2026-02-30', '1151124', '']) {
      expect(() => formatRocDate(text, 'letter')).toThrow(RangeError);
    }
  });
  it('writes what parseRocDate reads back, in every style, for every day from 1 to 2910', () => {
    const day = fc.date({ min: new Date('0001-01-01'), max: new Date('2910-12-31'), noInvalidDate: true });
    const style = fc.constantFrom<RocDateStyle>('letter', 'short', 'slash', 'dot', 'compact', 'chinese');
    fc.assert(
      fc.property(day, style, (date, as) => {
        const iso = date.toISOString().slice(0, 10);
        // Years before 1912 have no compact form, and numerals beyond 999 no Chinese one.
        fc.pre(iso >= '1912' || (as !== 'compact' && (as !== 'chinese' || iso >= '0913')));
        return parseRocDate(formatRocDate(iso, as))?.iso === iso;
      }),
      { seed: 7, numRuns: 2000 },
    );
  });
});
