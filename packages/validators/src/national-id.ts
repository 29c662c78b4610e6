import { type CheckOptions, type CheckResult, type CodeOf, type Rule, runCheck } from './check.ts';
import { tidyText } from './half-width.ts';
import { idChecksumHolds } from './id-checksum.ts';

/** Form of a 國民身分證統一編號. */
export const NATIONAL_ID = /^[A-Z][12]\d{8}$/;

export const nationalIdRules = [
  ['NATIONAL_ID_RESIDENT', '這是統一證號，不是身分證字號。', (id) => /^[A-Z][89A-D]\d{8}$/.test(id)],
  ['NATIONAL_ID_FORMAT', '身分證字號應為英文字母、1 或 2、再 8 位數字。', (id) => !NATIONAL_ID.test(id)],
  ['NATIONAL_ID_CHECKSUM', '身分證字號檢查碼不符，請核對。', (id) => !idChecksumHolds(id)],
] as const satisfies readonly Rule<string, CheckOptions>[];

export type NationalIdCode = CodeOf<typeof nationalIdRules>;

/** What a 國民身分證統一編號 says of its holder. */
export interface NationalIdParts {
  readonly id: string;
  readonly sex: 'male' | 'female';
}

/** Upper case, half width, no blanks at the ends: how a 身分證 or 統一證號 number is stored. */
export const tidyId = (text: string): string => tidyText(text).toUpperCase();

/** Checks a 國民身分證統一編號 (national identification number). */
export function checkNationalId(value: string, options: CheckOptions = {}): CheckResult<NationalIdCode> {
  return runCheck(nationalIdRules, value, options, tidyId);
}

/** True when the text, as it stands, is a 國民身分證統一編號. */
export function isNationalId(value: string, options: CheckOptions = {}): boolean {
  if (options.register || options.mode) return checkNationalId(value, { mode: 'strict', ...options }).ok;
  return NATIONAL_ID.test(value) && idChecksumHolds(value);
}

/** Reads a 國民身分證統一編號; undefined when its form or check digit is wrong. */
export function parseNationalId(text: string): NationalIdParts | undefined {
  const id = tidyId(text);
  return isNationalId(id) ? { id, sex: id.charAt(1) === '1' ? 'male' : 'female' } : undefined;
}
