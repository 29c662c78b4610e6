import type { WorkingDayTable } from './working-day-table.ts';

/** Finds the working days of an office. */
export interface WorkingCalendar {
  /** The working day after the given time, as ISO date in Taipei. */
  nextWorkingDay(after: Date): NextWorkingDay;
  isWorkingDay(date: string): boolean;
}

export interface NextWorkingDay {
  /** ISO date. */
  readonly date: string;
  /** False when a year on the way has no table, and only week-ends were left out. */
  readonly known: boolean;
  /** False when a table on the way was never compared with its source. */
  readonly checked: boolean;
}

const DAY_MS = 86_400_000;

/** ISO date in Taipei of a moment. */
export function taipeiDate(time: Date): string {
  return new Date(time.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
}

/** The last moment of an ISO date in Taipei. */
export function endOfDay(date: string): Date {
  return new Date(`${date}T23:59:59.999+08:00`);
}

/** A calendar over dated tables; years without a table know only Saturdays and Sundays. */
export function createCalendar(tables: readonly WorkingDayTable[]): WorkingCalendar {
  const years = new Map(tables.map((table) => [table.year, table]));
  const isWorkingDay = (date: string) => {
    const table = years.get(Number(date.slice(0, 4)));
    if (table?.holidays.includes(date) === true) return false;
    if (table?.makeUpDays.includes(date) === true) return true;
    const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
    return weekday !== 0 && weekday !== 6;
  };
  const dayAfter = (today: string): NextWorkingDay => {
    let known = true;
    let checked = true;
    let day = Date.parse(`${today}T00:00:00Z`);
    for (;;) {
      day += DAY_MS;
      const date = new Date(day).toISOString().slice(0, 10);
      const table = years.get(Number(date.slice(0, 4)));
      known &&= table !== undefined;
      checked &&= table?.verifiedOn !== undefined;
      if (isWorkingDay(date)) return { date, known, checked };
    }
  };
  // All letters of a day have the same answer.
  let last: { readonly today: string; readonly next: NextWorkingDay } | undefined;
  return {
    isWorkingDay,
    nextWorkingDay(after) {
      const today = taipeiDate(after);
      if (last?.today !== today) last = { today, next: dayAfter(today) };
      return last.next;
    },
  };
}
