import { formatRocDate, parseRocDate } from '@kcc/validators';
import type { ElementReader } from '../reading/element-reader.ts';

/** A date as the model holds it: readable, or as it was written. */
export interface ReadDate {
  readonly date?: string;
  readonly dateText?: string;
}

/** How the date of an element is usually written: with 中華民國, or as meetings and receipts have it, without. */
export type DateForm = 'letter' | 'plain';

/** Writes an ISO date as `中華民國115年10月2日` or `115年10月2日`; what is no real date stays as it is. */
export function formatDate(iso: string, form: DateForm): string {
  if (parseRocDate(iso) === undefined) return iso;
  return form === 'letter'
    ? formatRocDate(iso, 'letter')
    : formatRocDate(iso, 'short').replace(/^民國(?!前)/, '');
}

/** Reads a date from an element's text; an empty one is no date. */
export function readDateText(element: ElementReader | undefined): ReadDate {
  const text = element?.text() ?? '';
  if (element === undefined || text === '') return {};
  const date = parseRocDate(text, { era: 'roc' })?.iso;
  if (date === undefined) {
    element.report('READ_DATE_UNREADABLE', { text });
    return { dateText: text };
  }
  if (!/^(中華民國|民國)?前?\d{1,3}年\d{1,2}月\d{1,2}日$/.test(text)) {
    element.report('READ_DATE_FORM', { text, date });
  }
  return { date };
}

/** Reads an element that wraps its date in 年月日, such as 發文日期. */
export function readWrappedDate(wrapper: ElementReader | undefined): ReadDate {
  return readDateText(wrapper?.require('年月日'));
}

/** The text of a date element. */
export function dateText(value: ReadDate, form: DateForm): string {
  return value.date === undefined ? (value.dateText ?? '') : formatDate(value.date, form);
}
