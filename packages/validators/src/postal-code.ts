import { type CheckOptions, type CheckResult, openReport } from './check.ts';
import { crossBorder, specialPostalCodes } from './data/postal-exceptions.ts';
import { type District, districtsOf, findCounty, findDistrict } from './district.ts';
import { dateOfRules } from './rule-date.ts';

export type PostalCodeCode = keyof typeof postalCodeMessages;

export const postalCodeMessages = {
  POSTAL_CODE_FORMAT: '郵遞區號應為 3 位或 6 位數字（舊式 5 位），目前為「{value}」。',
  POSTAL_CODE_UNKNOWN: '沒有 {zip3} 這個郵遞區號，請核對。',
  POSTAL_CODE_LEGACY: '5 位（3+2）為舊式郵遞區號，2020-03-03 起為 6 位（3+3）。',
  POSTAL_CODE_TOO_NEW: '6 位郵遞區號自 2020-03-03 起使用，{asOf} 時還沒有。',
  POSTAL_CODE_DISTRICT: '{zip3} 不是{place}的郵遞區號（應為 {expected}），請核對。',
  POSTAL_CODE_CROSS_BORDER: '{place}一般為 {expected}；部分地址由鄰區投遞而用 {zip3}，請核對。',
} as const;

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

/** Reads a 郵遞區號 of 3, 5 or 6 digits; undefined when its first three digits are not in use. */
export function parsePostalCode(text: string): PostalCodeParts | undefined {
  const [, zip3 = '', section = ''] = /^(\d{3})(\d{2,3})?$/.exec(text) ?? [];
  const districts = districtsOf(zip3);
  const special = specialPostalCodes[zip3];
  return districts.length || special ? { zip3, section, districts, ...(special && { special }) } : undefined;
}

/** Checks a 郵遞區號 (postal code), and against county and district when they are given. */
export function checkPostalCode(value: string, options: PostalCodeOptions = {}): CheckResult<PostalCodeCode> {
  const report = openReport(postalCodeMessages, options, '中華郵政');
  const code = report.read(value);
  if (code === undefined) return report.done();
  const zip3 = code.slice(0, 3);
  if (!/^\d{3}(\d{2,3})?$/.test(code)) report.add('error', 'POSTAL_CODE_FORMAT', { value: code });
  else if (!parsePostalCode(code)) report.add('error', 'POSTAL_CODE_UNKNOWN', { zip3 });
  else {
    const asOf = dateOfRules(options);
    if (code.length === 5 && asOf >= SIX_DIGITS_FROM) report.add('info', 'POSTAL_CODE_LEGACY');
    if (code.length === 6 && asOf < SIX_DIGITS_FROM) report.add('warning', 'POSTAL_CODE_TOO_NEW', { asOf });
    const mismatch = postalCodeMismatch(zip3, options.county, options.district);
    if (mismatch) report.add('warning', ...mismatch);
  }
  return report.done(code);
}

/** True when the text, as it stands, is a 郵遞區號 in use. */
export function isPostalCode(value: string, options: PostalCodeOptions = {}): boolean {
  return checkPostalCode(value, { mode: 'strict', ...options }).ok;
}

/** What is wrong between a zip3 and a district: the code and its parameters; undefined when they agree. */
export function postalCodeMismatch(
  zip3: string,
  countyName: string | undefined,
  districtName: string | undefined,
): [PostalCodeCode, Record<string, string>] | undefined {
  const county = countyName && findCounty(countyName);
  const district = county && districtName && findDistrict(county, districtName);
  if (!district || district.zip3 === zip3) return undefined;
  const place = district.county + district.district;
  const known = crossBorder[place]?.includes(zip3);
  return [
    known ? 'POSTAL_CODE_CROSS_BORDER' : 'POSTAL_CODE_DISTRICT',
    { zip3, place, expected: district.zip3 },
  ];
}
