import { type CheckOptions, type CheckResult, openReport } from './check.ts';
import { tidyText } from './half-width.ts';
import { idChecksumHolds } from './id-checksum.ts';

export type NationalIdCode = keyof typeof nationalIdMessages;

export const nationalIdMessages = {
  NATIONAL_ID_FORMAT: '身分證字號應為 1 個英文字母加 9 位數字，共 10 碼。',
  NATIONAL_ID_SECOND: '身分證字號第 2 碼應為 1 或 2。',
  NATIONAL_ID_RESIDENT: '這是外來人口統一證號（居留證號），不是身分證字號。',
  NATIONAL_ID_CHECKSUM: '身分證字號檢查碼不符，請核對是否打錯。',
} as const;

const NATIONAL_ID = /^[A-Z][12]\d{8}$/;

/** What a 國民身分證統一編號 says of its holder. */
export interface NationalIdParts {
  readonly id: string;
  readonly sex: 'male' | 'female';
}

/** Upper case, half width, no blanks and no dashes: how a 身分證 or 統一證號 number is stored. */
export const tidyId = (text: string): string => tidyText(text).toUpperCase();

/** Checks a 國民身分證統一編號 (national identification number). */
export function checkNationalId(value: string, options: CheckOptions = {}): CheckResult<NationalIdCode> {
  const report = openReport(nationalIdMessages, options, '內政部國民身分證統一編號編碼規則');
  const id = report.read(value, tidyId);
  if (id === undefined) return report.done();
  if (/^[A-Z][89A-D]\d{8}$/.test(id)) report.add('error', 'NATIONAL_ID_RESIDENT');
  else if (!/^[A-Z]\d{9}$/.test(id)) report.add('error', 'NATIONAL_ID_FORMAT');
  else if (!NATIONAL_ID.test(id)) report.add('error', 'NATIONAL_ID_SECOND');
  else if (!idChecksumHolds(id)) report.add('error', 'NATIONAL_ID_CHECKSUM');
  return report.done(id);
}

/** True when the text, as it stands, is a 國民身分證統一編號. */
export function isNationalId(value: string, options: CheckOptions = {}): boolean {
  if (options.register || options.mode === 'lenient') {
    return checkNationalId(value, { mode: 'strict', ...options }).ok;
  }
  return NATIONAL_ID.test(value) && idChecksumHolds(value);
}

/** Reads a 國民身分證統一編號; undefined when its form or check digit is wrong. */
export function parseNationalId(text: string): NationalIdParts | undefined {
  const id = tidyId(text);
  return isNationalId(id) ? { id, sex: id.charAt(1) === '1' ? 'male' : 'female' } : undefined;
}
