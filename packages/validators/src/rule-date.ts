/** True for a real day of the Gregorian calendar, written `YYYY-MM-DD`. */
export function isIsoDate(text: string): boolean {
  return new Date(text).toJSON()?.slice(0, 10) === text;
}

/** The ISO date of a moment in Taipei (UTC+8 all year). */
export function taipeiDate(moment: Date): string {
  return new Date(moment.getTime() + 288e5).toJSON().slice(0, 10);
}

/**
 * The date whose rules apply: `asOf`, or today in Taipei.
 *
 * @throws RangeError when `asOf` is not an ISO date
 */
export function dateOfRules({ asOf }: { readonly asOf?: string }): string {
  if (!asOf) return taipeiDate(new Date());
  if (!isIsoDate(asOf)) throw new RangeError('asOf: expected YYYY-MM-DD');
  return asOf;
}
