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
  const [fullYear, month, day] = iso.split('-').map(Number) as [number, number, number]; // isIsoDate saw three numbers
  const before = fullYear < 1912;
  const year = before ? 1912 - fullYear : fullYear - 1911;
  if (style === 'letter') return `中華民國${before ? '前' : ''}${year}年${month}月${day}日`;
  if (style === 'short') return `民國${before ? '前' : ''}${year}年${month}月${day}日`;
  if (style === 'chinese') {
    const words = [year, month, day].map(formatNumeral);
    return `中華民國${before ? '前' : ''}${words[0]}年${words[1]}月${words[2]}日`;
  }
  if (style === 'compact' && before) throw new RangeError(`date: ${iso} has no compact form`);
  const sign = { slash: '/', dot: '.', compact: '' }[style];
  const head = before ? `民前${year}` : String(year).padStart(3, '0');
  return [head, iso.slice(5, 7), iso.slice(8)].join(sign);
}

/** 星期 of an ISO date: 0 Sunday to 6, and its name. */
export function weekdayOf(iso: string): { readonly index: number; readonly name: string } {
  const index = new Date(`${iso}T00:00:00Z`).getUTCDay();
  return { index, name: `星期${'日一二三四五六'.charAt(index)}` };
}
