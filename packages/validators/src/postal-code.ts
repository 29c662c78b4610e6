import { type CheckOptions, type CheckResult, type CodeOf, type Rule, runCheck } from './check.ts';
import { districtTable } from './data/districts.ts';
import { crossBorder, specialPostalCodes } from './data/postal-exceptions.ts';
import { type District, districtsOf, findDistrict } from './district.ts';
import { tidyText } from './half-width.ts';
import type { IssueParams } from './issue.ts';
import { dateOfRules } from './rule-date.ts';

/** First day of the 3+3 code (中華郵政). */
const SIX_DIGITS_FROM = '2020-03-03';

export interface PostalCodeOptions extends CheckOptions {
  /** 縣市 of the same address, 臺 or 台. */
  readonly county?: string;
  /** 鄉鎮市區 of the same address. */
  readonly district?: string;
}

/** A 郵遞區號 taken apart. */
export interface PostalCodeParts {
  /** The first three digits: a delivery district. */
  readonly zip3: string;
  /** Digits of the delivery section: none, two (legacy) or three. */
  readonly section: string;
  /** Every district that has this zip3 as its own; several for 300 and 600, none for special codes. */
  readonly districts: readonly District[];
  /** Name of a place outside the districts: 290, 817, 819. */
  readonly special?: string;
}

/** What the rules look at. */
interface PostalCodeSubject {
  readonly code: string;
  readonly zip3: string;
  /** The district of the same address. */
  readonly found?: District | undefined;
}

/** True when a district or a special place has this three-digit code. */
export function isZip3(zip3: string): boolean {
  return zip3 in specialPostalCodes || Object.values(districtTable).some((list) => list.includes(zip3));
}

/** Reads a 郵遞區號 of 3, 5 or 6 digits; undefined when its first three digits are not in use. */
export function parsePostalCode(text: string): PostalCodeParts | undefined {
  const [, zip3 = '', section = ''] = /^(\d{3})(\d{2,3})?$/.exec(text) ?? [];
  const districts = districtsOf(zip3);
  const special = specialPostalCodes[zip3];
  return zip3 && isZip3(zip3) ? { zip3, section, districts, ...(special && { special }) } : undefined;
}

export const postalCodeRules = [
  ['POSTAL_CODE_FORMAT', '郵遞區號應為 3 或 6 位數字。', ({ code }) => !/^\d{3}(?:\d{2,3})?$/.test(code)],
  ['POSTAL_CODE_UNKNOWN', '沒有郵遞區號 {zip3}。', ({ zip3 }) => !isZip3(zip3) && { zip3 }],
  [
    'POSTAL_CODE_LEGACY',
    '5 位為舊式，2020-03-03 起為 6 位。',
    ({ code }, options) => code.length === 5 && dateOfRules(options) >= SIX_DIGITS_FROM,
    'info',
  ],
  [
    'POSTAL_CODE_TOO_NEW',
    '6 位郵遞區號自 2020-03-03 起才有。',
    ({ code }, options) => code.length === 6 && dateOfRules(options) < SIX_DIGITS_FROM,
    'warning',
  ],
] as const satisfies readonly Rule<PostalCodeSubject, CheckOptions>[];

/** Rules between a postal code and a district, shared with addresses. */
export const districtRules = [
  [
    'POSTAL_CODE_DISTRICT',
    '{place}的郵遞區號應為 {expected}，目前為 {zip3}。',
    (subject) => compare(subject, false),
    'warning',
  ],
  [
    'POSTAL_CODE_CROSS_BORDER',
    '{place}的郵遞區號應為 {expected}，少數為 {zip3}。',
    (subject) => compare(subject, true),
    'warning',
  ],
] as const satisfies readonly Rule<Omit<PostalCodeSubject, 'code'>, CheckOptions>[];

export type PostalCodeCode = CodeOf<typeof postalCodeRules> | CodeOf<typeof districtRules>;

/** Finds a zip3 that is not the district's own; `known` for a neighbour that delivers to some of its addresses. */
function compare({ zip3, found }: Omit<PostalCodeSubject, 'code'>, known: boolean): IssueParams | false {
  if (!zip3 || !found || found.zip3 === zip3) return false;
  const place = found.county + found.district;
  return known === !!crossBorder[place]?.includes(zip3) && { zip3, place, expected: found.zip3 };
}

/** Checks a 郵遞區號 (postal code), and against county and district when they are given. */
export function checkPostalCode(value: string, options: PostalCodeOptions = {}): CheckResult<PostalCodeCode> {
  return runCheck([...postalCodeRules, ...districtRules], value, options, tidyText, (code) => ({
    code,
    zip3: code.slice(0, 3),
    found: findDistrict(options.county, options.district),
  }));
}

/** True when the text, as it stands, is a 郵遞區號 in use. */
export function isPostalCode(value: string, options: PostalCodeOptions = {}): boolean {
  return checkPostalCode(value, { mode: 'strict', ...options }).ok;
}
