import { type CheckOptions, type CheckResult, openReport } from './check.ts';
import { parseNumeral } from './chinese-numeral.ts';
import { tidyText } from './half-width.ts';
import { formatRocDate, weekdayOf } from './roc-date-text.ts';
import { isRealDay } from './rule-date.ts';

export type RocDateCode = keyof typeof rocDateMessages;

export const rocDateMessages = {
  ROC_DATE_FORMAT: '日期應如「民國115年11月24日」、「115/11/24」或「1151124」。',
  ROC_DATE_AMBIGUOUS: '看不出是民國或西元，請寫 3 位年（如 099/12/31）或加上「民國」。',
  ROC_DATE_YEAR_ZERO: '沒有民國 0 年；民國 1 年的前一年是民國前 1 年。',
  ROC_DATE_NO_SUCH_DAY: '沒有這一天，請核對年、月、日。',
  ROC_DATE_GREGORIAN: '這是西元日期，即{roc}。',
  ROC_DATE_WEEKDAY: '{roc}是{weekday}，與所寫的星期不同，請核對。',
} as const;

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

const CHINESE = /^(中華民國|民國|民|西元|公元)?(前?)([^年前]{1,6})年([^月]{1,3})月([^日]{1,3})日(.*)$/;
const SEPARATED = /^(民國|民|西元)?(前?)(\d{1,4})([/.-])(\d{1,2})\4(\d{1,2})(.*)$/;
const COMPACT = /^(民國)?(\d{2,4})(\d\d)(\d\d)$/;
const WEEKDAY = /^（(?:星期|週)?([日天一二三四五六])）$|^(?:星期|週)([日天一二三四五六])$/;

/** Checks a date of the Republic era (民國日期); `value` is the ISO date. */
export function checkRocDate(value: string, options: RocDateOptions = {}): CheckResult<RocDateCode> {
  const report = openReport(rocDateMessages, options);
  const tidy = report.read(value, tidyDate);
  if (tidy === undefined) return report.done();
  const date = readRocDate(tidy, options);
  if (typeof date === 'string') {
    report.add('error', date);
    return report.done(tidy);
  }
  const roc = formatRocDate(date.iso, 'short');
  if (date.gregorian) report.add('info', 'ROC_DATE_GREGORIAN', { roc });
  const weekday = weekdayOf(date.iso);
  if (date.weekday !== undefined && date.weekday !== weekday.index) {
    report.add('warning', 'ROC_DATE_WEEKDAY', { roc, weekday: weekday.name });
  }
  return report.done(date.iso);
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
  const date = readRocDate(tidyDate(text), options);
  return typeof date === 'string' ? undefined : date;
}

const tidyDate = (text: string): string =>
  tidyText(text)
    .replace(/\s/g, '')
    .replace(/\((.*)\)$/, '（$1）');

/** The date, or the code that says why there is none. */
function readRocDate(text: string, options: Pick<RocDateOptions, 'era'>): RocDateParts | RocDateCode {
  const chinese = CHINESE.exec(text);
  const separated = SEPARATED.exec(text);
  const compact = COMPACT.exec(text);
  const [, era, before, year, month, day, tail = ''] =
    chinese ??
    (separated && [...separated.slice(0, 4), ...separated.slice(5)]) ??
    (compact && [...compact.slice(0, 2), '', ...compact.slice(2)]) ??
    [];
  const weekday = WEEKDAY.exec(tail);
  const [y, m, d] = [year, month, day].map((part) => parseNumeral(part ?? '-'));
  if (year === undefined || y === undefined || m === undefined || d === undefined || (tail && !weekday)) {
    return 'ROC_DATE_FORMAT';
  }
  const western = era === '西元' || era === '公元';
  if ((western && before) || (year.length > 3 && era && !western && chinese === null))
    return 'ROC_DATE_FORMAT';
  const gregorian = western || (!era && /^\d{4}$/.test(year));
  if (y === 0) return 'ROC_DATE_YEAR_ZERO';
  if (!era && !before && !chinese && year.length < 3 && options.era !== 'roc') return 'ROC_DATE_AMBIGUOUS';
  const fullYear = gregorian ? y : before ? 1912 - y : 1911 + y;
  if (fullYear < 1 || !isRealDay(fullYear, m, d)) return 'ROC_DATE_NO_SUCH_DAY';
  const iso = `${String(fullYear).padStart(4, '0')}-${two(m)}-${two(d)}`;
  const sign = weekday?.[1] ?? weekday?.[2];
  return { iso, gregorian, ...(sign && { weekday: '日一二三四五六'.indexOf(sign.replace('天', '日')) }) };
}

const two = (value: number): string => String(value).padStart(2, '0');
