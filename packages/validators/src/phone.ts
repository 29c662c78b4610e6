import { type CheckOptions, type CheckResult, openReport } from './check.ts';
import { areaCodes, otherNumbers } from './data/area-codes.ts';
import { tidyText } from './half-width.ts';

export type PhoneCode = keyof typeof phoneMessages;

export const phoneMessages = {
  PHONE_FORMAT: '電話應含區碼，例如 07-7470171、(02)2192-7111 分機 123 或 0912-345678。',
  PHONE_NO_AREA: '缺少區碼，請補上，例如 07-{digits}。',
  PHONE_SUBSCRIBER: '區碼 {area} 之後的號碼應以 2 至 9 開頭，請核對。',
  PHONE_LENGTH: '區碼 {area} 之後應為 {expected} 位數字，目前為 {length} 位。',
  PHONE_SERVICE: '{digits} 是服務專線，不能作聯絡電話。',
  PHONE_MASKED: '電話含遮蔽符號（X、○、*），請填完整號碼。',
  PHONE_SEVERAL: '一欄只能填一支電話。',
  PHONE_FOREIGN: '國外電話無法檢查，請核對。',
} as const;

/** A telephone or fax number taken apart. */
export interface PhoneParts {
  readonly kind: 'landline' | 'mobile' | 'voip' | 'toll-free';
  /** Area code or lead with its zero, such as `07`, `0836`, `09`. */
  readonly area: string;
  readonly subscriber: string;
  /** 分機. */
  readonly extension?: string;
  /** `+886…` without extension. */
  readonly e164: string;
  /** How it is written at home: `07-7470171#123`. */
  readonly national: string;
}

const EXTENSION = /(?:分機|內線|轉|#|ext\.?|x)[\s:.]*(\d{1,6})\)?$/i;
/** Blanks and the signs people put between groups. */
const SEPARATORS = /[\s()\-‐-―−.]/g;

/**
 * Checks a telephone or fax number (電話, 傳真) of Taiwan.
 *
 * `value` is the E.164 form, with `;ext=` (RFC 3966) when there is an extension; the text itself when it is wrong.
 */
export function checkPhone(value: string, options: CheckOptions = {}): CheckResult<PhoneCode> {
  const report = openReport(phoneMessages, options, 'schema.gov.tw lists/168');
  const tidy = report.read(value);
  if (tidy === undefined) return report.done();
  const phone = parsePhone(tidy);
  if (phone) return report.done(phone.e164 + (phone.extension ? `;ext=${phone.extension}` : ''));
  const { digits } = split(tidy);
  const area = areaCodes.find(([code]) => digits.startsWith(code));
  if (/\d.*[Xx*○〇＊]{2}/.test(tidy)) report.add('error', 'PHONE_MASKED');
  else if (/\d{6}.*[、,;/及或].*\d{3}/.test(tidy)) report.add('error', 'PHONE_SEVERAL');
  else if (/^1\d{2,3}$/.test(digits)) report.add('error', 'PHONE_SERVICE', { digits });
  else if (/^\+(?!886)[1-9]\d{6,14}$/.test(digits)) report.add('warning', 'PHONE_FOREIGN');
  else if (/^[2-9]\d{5,7}$/.test(digits)) report.add('error', 'PHONE_NO_AREA', { digits });
  else if (area && /^\d+$/.test(digits)) {
    const [code, lengths] = area;
    const length = digits.length - code.length;
    if (!lengths.includes(length)) {
      report.add('error', 'PHONE_LENGTH', { area: code, expected: lengths.join(' 或 '), length });
    } else report.add('error', 'PHONE_SUBSCRIBER', { area: code });
  } else report.add('error', 'PHONE_FORMAT');
  return report.done(tidy);
}

/** True when the text, as it stands, is a telephone number of Taiwan. */
export function isPhone(value: string, options: CheckOptions = {}): boolean {
  return checkPhone(value, { mode: 'strict', ...options }).ok;
}

/** Reads a number with 分機, 轉, # or ext.; undefined when it is no number of Taiwan. */
export function parsePhone(text: string): PhoneParts | undefined {
  const { digits, extension } = split(tidyText(text));
  const make = (kind: PhoneParts['kind'], area: string): PhoneParts => {
    const subscriber = digits.slice(area.length);
    return {
      kind,
      area,
      subscriber,
      ...(extension && { extension }),
      e164: `+886${digits.slice(1)}`,
      national: `${area}-${subscriber}${extension ? `#${extension}` : ''}`,
    };
  };
  if (!/^0\d{8,10}$/.test(digits)) return undefined;
  const other = otherNumbers.find(
    ([lead, length]) => digits.startsWith(lead) && digits.length === lead.length + length,
  );
  if (other) return make(other[2], other[0]);
  const area = areaCodes.find(
    ([code, lengths]) =>
      digits.startsWith(code) &&
      lengths.includes(digits.length - code.length) &&
      /[2-9]/.test(digits.charAt(code.length)),
  );
  return area && make('landline', area[0]);
}

/** Digits from the leading zero on, and the extension; other text stays and fails later. */
function split(text: string): { readonly digits: string; readonly extension?: string } {
  const extension = EXTENSION.exec(text)?.[1];
  const main = extension === undefined ? text : text.replace(EXTENSION, '');
  const digits = main.replace(SEPARATORS, '').replace(/^\+?8860?(?=\d{8})/, '0');
  return { digits, ...(extension && { extension }) };
}
