import { describe, expect, it } from 'vitest';
import { TAIWAN_WORKING_DAYS } from '../../src/calendar/working-day-table.ts';
import { createCalendar } from '../../src/calendar/working-days.ts';

const calendar = createCalendar(TAIWAN_WORKING_DAYS);
const next = (time: string) => calendar.nextWorkingDay(new Date(time)).date;

describe('the day by which a result must be looked at', () => {
  it.each([
    ['Monday to Tuesday', '2026-11-23T02:00:00Z', '2026-11-24'],
    ['Friday to Monday', '2026-11-27T02:00:00Z', '2026-11-30'],
    ['over 春節 of 115', '2026-02-13T02:00:00Z', '2026-02-23'],
    ['over 和平紀念日 and its day off of 115', '2026-02-26T02:00:00Z', '2026-03-02'],
    ['over 清明 of 115', '2026-04-02T02:00:00Z', '2026-04-07'],
    ['over 中秋 and 教師節 of 115', '2026-09-24T02:00:00Z', '2026-09-29'],
    ['to the make-up Saturday of 114', '2025-02-07T02:00:00Z', '2025-02-08'],
    ['over 春節 of 114', '2025-01-24T02:00:00Z', '2025-02-03'],
    ['after midnight in Taipei it is the next day', '2026-11-23T16:00:00Z', '2026-11-25'],
  ])('goes %s', (_what, from, to) => {
    expect(next(from)).toBe(to);
  });

  it('knows only week-ends in a year without a table and says so', () => {
    expect(calendar.nextWorkingDay(new Date('2031-01-03T02:00:00Z'))).toMatchObject({
      date: '2031-01-06',
      known: false,
    });
  });

  it('says that a table was never compared with the published one, and stops once it was', () => {
    const at = new Date('2026-11-23T02:00:00Z');
    expect(calendar.nextWorkingDay(at)).toEqual({ date: '2026-11-24', known: true, checked: false });
    const compared = TAIWAN_WORKING_DAYS.map((table) => ({ ...table, verifiedOn: '2026-11-25' }));
    expect(createCalendar(compared).nextWorkingDay(at).checked).toBe(true);
  });

  it('comes from tables whose days off fall on week-days and make-up days on week-ends', () => {
    for (const { year, holidays, makeUpDays } of TAIWAN_WORKING_DAYS) {
      const weekday = (date: string) => new Date(`${date}T00:00:00Z`).getUTCDay();
      expect(holidays.every((date) => date.startsWith(`${year}-`) && weekday(date) % 6 !== 0)).toBe(true);
      expect(makeUpDays.every((date) => date.startsWith(`${year}-`) && weekday(date) % 6 === 0)).toBe(true);
    }
  });
});
