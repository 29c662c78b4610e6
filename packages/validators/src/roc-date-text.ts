import { formatNumeral } from './chinese-numeral.ts';
import { isIsoDate, taipeiDate } from './rule-date.ts';

/**
 * How a date is written: `letter` 中華民國115年11月24日, `short` 民國115年11月24日, `slash` 115/11/24,
 * `dot` 115.11.24, `compact` 1151124, `chinese` 中華民國一百一十五年十一月二十四日.
 */
export type RocDateStyle = 'letter' | 'short' | 'slash' | 'dot' | 'compact' | 'chinese';

/**
 * Writes an ISO date (or the day of a moment in Taipei) in the Republic era.
 *
 * @param date `YYYY-MM-DD` or a Date
 * @returns text that parseRocDate reads back; years before 1912 as 民國前, in the short styles as 民前
 * @throws RangeError when the text is not a real ISO date, or `compact` is asked for a year before 1912
 */
export function formatRocDate(date: string | Date, style: RocDateStyle): string {
  const iso = typeof date === 'string' ? date : taipeiDate(date);
  if (!isIsoDate(iso)) throw new RangeError(`date: expected YYYY-MM-DD, got ${iso}`);
  const [fullYear = 0, month = 0, day = 0] = iso.split('-').map(Number);
  const before = fullYear < 1912;
  if (style === 'letter') return `中華民國${rocYear(fullYear)}年${month}月${day}日`;
  if (style === 'short') return `民國${rocYear(fullYear)}年${month}月${day}日`;
  const year = before ? 1912 - fullYear : fullYear - 1911;
  if (style === 'chinese') {
    const words = [year, month, day].map(formatNumeral);
    return `中華民國${before ? '前' : ''}${words[0]}年${words[1]}月${words[2]}日`;
  }
  if (style === 'compact' && before) throw new RangeError(`date: ${iso} has no compact form`);
  const sign = { slash: '/', dot: '.', compact: '' }[style];
  const head = before ? `民前${year}` : String(year).padStart(3, '0');
  return [head, iso.slice(5, 7), iso.slice(8)].join(sign);
}

/** The year of the Republic as it stands before 年: `115`, `前1` for 1911; there is no year 0. */
export function rocYear(fullYear: number): string {
  return fullYear > 1911 ? `${fullYear - 1911}` : `前${1912 - fullYear}`;
}

/** 星期 of an ISO date: 0 Sunday to 6. */
export function weekdayOf(iso: string): number {
  return new Date(iso).getUTCDay();
}

/** Name of a weekday from {@link weekdayOf}: 星期日 to 星期六. */
export function weekdayName(weekday: number): string {
  return `星期${'日一二三四五六'.charAt(weekday)}`;
}
