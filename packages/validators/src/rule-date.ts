/** Days of each month in a common year. */
const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** True when year, month and day exist in the Gregorian calendar. */
export function isRealDay(year: number, month: number, day: number): boolean {
  const leap = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 1 : 0;
  return day >= 1 && day <= (MONTH_DAYS[month - 1] ?? 0) + leap;
}

/** True for a real day written `YYYY-MM-DD`. */
export function isIsoDate(text: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text) ?? [];
  return text.length === 10 && isRealDay(Number(year), Number(month), Number(day));
}

/** The ISO date of a moment in Taipei (UTC+8 all year). */
export function taipeiDate(moment: Date): string {
  return new Date(moment.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
}

/**
 * The date whose rules apply: `asOf`, or today in Taipei.
 *
 * @throws RangeError when `asOf` is not an ISO date
 */
export function dateOfRules(options: { readonly asOf?: string }): string {
  const { asOf } = options;
  if (asOf === undefined) return taipeiDate(new Date());
  if (!isIsoDate(asOf)) throw new RangeError(`asOf: expected YYYY-MM-DD, got ${asOf}`);
  return asOf;
}
