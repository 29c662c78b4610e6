import { type CheckOptions, type CheckResult, type CodeOf, type Rule, runCheck } from './check.ts';
import { numberingPlan, type PhoneKind } from './data/area-codes.ts';
import { tidyText } from './half-width.ts';

/** A telephone or fax number taken apart. */
export interface PhoneParts {
  readonly kind: PhoneKind;
  /** Area code or lead with its zero, such as `07`, `0836`, `09`. */
  readonly area: string;
  readonly subscriber: string;
  /** 分機. */
  readonly extension?: string;
  /** E.164 number, followed by `;ext=` (RFC 3966) and the extension where there is one: `+88677470171;ext=123`. */
  readonly value: string;
}

const EXTENSION = /(?:分機|內線|轉|#|ext|x)[\s:.=]*(\d{1,6})\)?$/i;

/** What the rules look at: the E.164 value of a good number, the digits of any. */
interface PhoneSubject {
  readonly value: string | undefined;
  readonly digits: string;
  readonly text: string;
}

export const phoneRules = [
  ['PHONE_MASKED', '電話有遮蔽符號，請填完整號碼。', ({ text }) => /[Xx*○〇]{2}/.test(text)],
  [
    'PHONE_SEVERAL',
    '一欄只能填一個電話。',
    ({ text, value }) => !value && /\d\s*[、,;/及或]\s*\(?\d/.test(text),
  ],
  [
    'PHONE_SERVICE',
    '{digits} 是服務專線，不是聯絡電話。',
    ({ digits }) => /^1\d{2,3}$/.test(digits) && { digits },
  ],
  [
    'PHONE_NO_AREA',
    '電話缺少區碼，應如 07-{digits}。',
    ({ digits }) => /^[2-9]\d{5,7}$/.test(digits) && { digits },
  ],
  ['PHONE_FORMAT', '電話應如 07-7470171 分機 123，區碼後以 2 至 9 開頭。', ({ value }) => !value],
] as const satisfies readonly Rule<PhoneSubject, CheckOptions>[];

export type PhoneCode = CodeOf<typeof phoneRules>;

/**
 * Checks a telephone or fax number (電話, 傳真) of Taiwan.
 *
 * `value` is the E.164 form, with `;ext=` (RFC 3966) when there is an extension; the text itself when it is wrong.
 * {@link formatPhone} writes it for people.
 */
export function checkPhone(value: string, options: CheckOptions = {}): CheckResult<PhoneCode> {
  return runCheck(phoneRules, value, options, tidyText, readPhone);
}

function readPhone(text: string): PhoneSubject {
  return { text, digits: split(text)[0], value: parsePhone(text)?.value };
}

/** True when the text, as it stands, is a telephone number of Taiwan. */
export function isPhone(value: string, options: CheckOptions = {}): boolean {
  return checkPhone(value, { mode: 'strict', ...options }).ok;
}

/** Reads a number with 分機, 轉, # or ext.; undefined when it is no number of Taiwan. */
export function parsePhone(text: string): PhoneParts | undefined {
  const [digits, extension] = split(tidyText(text));
  for (const [area, follows, kind] of numberingPlan) {
    const subscriber = digits.slice(area.length);
    if (digits.startsWith(area) && follows.test(subscriber)) {
      const value = `+886${digits.slice(1)}${extension ? `;ext=${extension}` : ''}`;
      return { kind, area, subscriber, ...(extension && { extension }), value };
    }
  }
  return undefined;
}

/** A number as it is written at home, `07-7470171#123`; a text that is no number of Taiwan unchanged. */
export function formatPhone(text: string): string {
  const phone = parsePhone(text);
  if (!phone) return text;
  return `${phone.area}-${phone.subscriber}${phone.extension ? `#${phone.extension}` : ''}`;
}

/** Digits from the leading zero on, and the extension; other text stays and fails later. */
function split(text: string): [digits: string, extension: string | undefined] {
  const digits = text.replace(EXTENSION, '').replace(/[\s()\-‐-―−.;]/g, '');
  return [digits.replace(/^\+?8860?(?=\d{8})/, '0'), EXTENSION.exec(text)?.[1]];
}
