import { type CheckOptions, type CheckResult, openReport } from './check.ts';
import { dateOfRules } from './rule-date.ts';

export type UniformNumberCode = keyof typeof uniformNumberMessages;

export const uniformNumberMessages = {
  UNIFORM_NUMBER_LENGTH: '統一編號應為 8 位數字，目前為 {length} 位，請核對。',
  UNIFORM_NUMBER_FORMAT: '統一編號應為 8 位數字，不可有其他字元。',
  UNIFORM_NUMBER_PLACEHOLDER: '00000000 不是真的統一編號；沒有統一編號時請留空。',
  UNIFORM_NUMBER_CHECKSUM: '統一編號檢查碼不符，請核對是否打錯或漏字。',
  UNIFORM_NUMBER_TOO_NEW: '此統一編號只符合 2023-04-01 起的規則，{asOf} 時還不會有。',
  UNIFORM_NUMBER_NEW_RULE_ONLY: '此統一編號為 2023-04-01 起的新規則號碼，舊系統可能不接受。',
} as const;

/** First day of the mod 5 rule (財政部). */
const NEW_RULE_FROM = '2023-04-01';
/** Digit sums of 2 × d and 4 × d; 4 × 7 = 28 gives 10, which may also count as 1. */
const TIMES_2 = [0, 2, 4, 6, 8, 1, 3, 5, 7, 9];
const TIMES_4 = [0, 4, 8, 3, 7, 2, 6, 10, 5, 9];

/**
 * Checks a 統一編號 (uniform business number).
 *
 * @param value 8 digits, leading zeros included
 * @param options `asOf` before 2023-04-01 applies the old mod 10 rule; `register` overrides the check digit, which some
 *   registered companies break
 */
export function checkUniformNumber(
  value: string,
  options: CheckOptions = {},
): CheckResult<UniformNumberCode> {
  const report = openReport(uniformNumberMessages, options, '財政部統一編號檢查規則');
  const tidy = report.read(value);
  if (tidy === undefined) return report.done();
  if (!/^\d+$/.test(tidy)) report.add('error', 'UNIFORM_NUMBER_FORMAT');
  else if (tidy.length !== 8) report.add('error', 'UNIFORM_NUMBER_LENGTH', { length: tidy.length });
  else if (tidy === '00000000') report.add('error', 'UNIFORM_NUMBER_PLACEHOLDER');
  else if (!divides(tidy, 5)) report.add('error', 'UNIFORM_NUMBER_CHECKSUM');
  else if (!divides(tidy, 10)) {
    const asOf = dateOfRules(options);
    if (asOf < NEW_RULE_FROM) report.add('error', 'UNIFORM_NUMBER_TOO_NEW', { asOf });
    else report.add('info', 'UNIFORM_NUMBER_NEW_RULE_ONLY');
  }
  return report.done(tidy);
}

/** True when the text, as it stands, is a 統一編號 whose check digit holds at `asOf`. */
export function isUniformNumber(value: string, options: CheckOptions = {}): boolean {
  if (options.register || options.mode === 'lenient') {
    return checkUniformNumber(value, { mode: 'strict', ...options }).ok;
  }
  return /^\d{8}$/.test(value) && value !== '00000000' && divides(value, modulusAt(options));
}

function modulusAt(options: CheckOptions): 5 | 10 {
  return dateOfRules(options) >= NEW_RULE_FROM ? 5 : 10;
}

function divides(digits: string, modulus: 5 | 10): boolean {
  const digit = (at: number): number => digits.charCodeAt(at) - 48;
  const sum =
    digit(0) +
    (TIMES_2[digit(1)] ?? 0) +
    digit(2) +
    (TIMES_2[digit(3)] ?? 0) +
    digit(4) +
    (TIMES_2[digit(5)] ?? 0) +
    (TIMES_4[digit(6)] ?? 0) +
    digit(7);
  return sum % modulus === 0 || (digit(6) === 7 && (sum + 1) % modulus === 0);
}
