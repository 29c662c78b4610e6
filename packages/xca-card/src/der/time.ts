import { contentOf, DerError, type Element } from './element.ts';
import { TAG } from './tags.ts';

const UTC = /^(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})Z$/;
const GENERALIZED = /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})Z$/;
const GENERALIZED_FRACTION = /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})(?:\.(\d*[1-9]))?Z$/;

/**
 * The instant of a UTCTime or GeneralizedTime, RFC 5280 §4.1.2.5: always with seconds, always `Z`.
 *
 * @param options.fraction accept fractions of a second, as RFC 3161 does
 */
export function timeOf(element: Element, options: { readonly fraction?: boolean } = {}): Date {
  const text = String.fromCharCode(...contentOf(element));
  if (element.tag === TAG.utcTime) {
    const match = UTC.exec(text);
    if (!match) throw new DerError('a bad UTCTime');
    const year = Number(match[1]);
    return instant([String(year < 50 ? 2000 + year : 1900 + year), ...match.slice(2)]);
  }
  if (element.tag !== TAG.generalizedTime) throw new DerError('a time was expected');
  const match = (options.fraction ? GENERALIZED_FRACTION : GENERALIZED).exec(text);
  if (!match) throw new DerError('a bad GeneralizedTime');
  const fraction = match[7] === undefined ? 0 : Math.floor(Number(`0.${match[7]}`) * 1000);
  return new Date(instant(match.slice(1, 7)).getTime() + fraction);
}

/** Text of a time in the form RFC 5280 asks: UTCTime to 2049, GeneralizedTime after. */
export function timeText(date: Date): { readonly tag: number; readonly text: string } {
  const digits = date.toISOString().replace(/[-:T]/g, '').slice(0, 14);
  const year = date.getUTCFullYear();
  if (year >= 1950 && year < 2050) return { tag: TAG.utcTime, text: `${digits.slice(2)}Z` };
  return { tag: TAG.generalizedTime, text: `${digits}Z` };
}

function instant(fields: readonly (string | undefined)[]): Date {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = fields.map(Number);
  const date = new Date(Date.UTC(year, month - 1, day, hour, minute, second));
  date.setUTCFullYear(year, month - 1, day);
  if (
    date.getUTCMonth() !== month - 1 ||
    date.getUTCDate() !== day ||
    hour > 23 ||
    minute > 59 ||
    second > 59
  ) {
    throw new DerError('a time that does not exist');
  }
  return date;
}
