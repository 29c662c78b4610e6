import { type CheckOptions, type CheckResult, type CodeOf, type Rule, runCheck } from './check.ts';
import { parseNumeral } from './chinese-numeral.ts';
import { tidyText } from './half-width.ts';
import { weekdayName, weekdayOf } from './roc-date-text.ts';
import { isIsoDate } from './rule-date.ts';

export interface RocDateOptions extends CheckOptions {
  /** `roc`: a one- or two-digit year without 民國 (`99/12/31`) is a ROC year; default: refused as ambiguous. */
  readonly era?: 'roc';
}

/** A date read from text. */
export interface RocDateParts {
  /** `YYYY-MM-DD`. */
  readonly iso: string;
  /** 星期 written beside the date: 0 Sunday (日) to 6. */
  readonly weekday?: number;
  /** True when the year was given as 西元. */
  readonly gregorian: boolean;
}

/** What the rules look at; no year when the text has no form of a date. */
interface RocDateSubject {
  readonly year?: number;
  /** ISO date. */
  readonly value?: string;
  readonly gregorian: boolean;
  readonly ambiguous?: boolean;
  readonly weekday?: number;
}

/** Era, 前, year; then 年月日, or a sign between the parts, or four digits; then perhaps the 星期. */
const DATE =
  /^(中華民國|民國?|西元|公元)?(前?)([^年]{1,6}?)(?:年(.{1,3})月(.{1,3})日|([/.-])(\d\d?)\6(\d\d?)|(\d\d)(\d\d))(?:（?(?:星期|週|(?<=（))([日天一二三四五六])）?)?$/;

export const rocDateRules = [
  ['ROC_DATE_FORMAT', '日期應如 115/11/24、1151124 或民國115年11月24日。', ({ year }) => year === undefined],
  ['ROC_DATE_YEAR_ZERO', '沒有民國 0 年，之前是民國前 1 年。', ({ year }) => year === 0],
  ['ROC_DATE_AMBIGUOUS', '看不出是否民國，年應為 3 位（099）或加「民國」。', ({ ambiguous }) => ambiguous],
  ['ROC_DATE_NO_SUCH_DAY', '沒有這一天，請核對。', ({ value }) => !value],
  ['ROC_DATE_GREGORIAN', '這是西元日期，請核對。', ({ gregorian }) => gregorian, 'info'],
  [
    'ROC_DATE_WEEKDAY',
    '這一天是{name}，請核對。',
    ({ weekday, value = '' }) => {
      const index = weekdayOf(value);
      return (weekday ?? index) !== index && { name: weekdayName(index) };
    },
    'warning',
  ],
] as const satisfies readonly Rule<RocDateSubject, RocDateOptions>[];

export type RocDateCode = CodeOf<typeof rocDateRules>;

/** Checks a date of the Republic era (民國日期); `value` is the ISO date. */
export function checkRocDate(value: string, options: RocDateOptions = {}): CheckResult<RocDateCode> {
  return runCheck(rocDateRules, value, options, tidyDate, readRocDate);
}

/** True when the text, as it stands, is a date of the Republic era. */
export function isRocDate(value: string, options: RocDateOptions = {}): boolean {
  return checkRocDate(value, { mode: 'strict', ...options }).ok;
}

/** Reads a date; undefined when {@link checkRocDate} would refuse it. */
export function parseRocDate(
  text: string,
  options: Pick<RocDateOptions, 'era'> = {},
): RocDateParts | undefined {
  const { value: iso, gregorian, weekday } = readRocDate(tidyDate(text), options);
  return iso ? { iso, gregorian, ...(weekday !== undefined && { weekday }) } : undefined;
}

/** No blanks; brackets around a 星期 full width. */
const tidyDate = (text: string): string =>
  tidyText(text)
    .replace(/\s/g, '')
    .replace(/\((.*)\)$/, '（$1）');

function readRocDate(text: string, { era: given }: Pick<RocDateOptions, 'era'>): RocDateSubject {
  const [, era = '', before, yearText = '', m1, d1, , m2, d2, m3, d3, day] = DATE.exec(text) ?? [];
  const western = /元/.test(era);
  const gregorian = western || (!era && /^\d{4}$/.test(yearText));
  const parts = [yearText, m1 ?? m2 ?? m3, d1 ?? d2 ?? d3].map((part = '') => parseNumeral(part));
  const [year = -1, month = -1, date = -1] = parts;
  if (Math.min(year, month, date) < 0 || (western && before) || (year > 999 && !gregorian && !before))
    return { gregorian };
  const fullYear = gregorian ? year : before ? 1912 - year : 1911 + year;
  const iso = [fullYear, month, date].map((part, at) => String(part).padStart(at ? 2 : 4, '0')).join('-');
  const ambiguous = !era && !before && !m1 && yearText.length < 3 && !given;
  return {
    year,
    gregorian,
    ambiguous,
    ...(year && fullYear > 0 && !ambiguous && isIsoDate(iso) && { value: iso }),
    ...(day && { weekday: '日一二三四五六天'.indexOf(day) % 7 }),
  };
}
