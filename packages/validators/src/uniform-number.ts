import { type CheckOptions, type CheckResult, type CodeOf, type Rule, runCheck } from './check.ts';
import { dateOfRules } from './rule-date.ts';

/** First day of the mod 5 rule (財政部). */
const NEW_RULE_FROM = '2023-04-01';

/** Passes both sums; never issued. */
const NONE = '00000000';

export const uniformNumberRules = [
  ['UNIFORM_NUMBER_FORMAT', '統一編號應為 8 位數字。', (number) => /\D/.test(number)],
  [
    'UNIFORM_NUMBER_LENGTH',
    '統一編號應為 8 位數字，目前為 {length} 位。',
    ({ length }) => length !== 8 && { length },
  ],
  ['UNIFORM_NUMBER_PLACEHOLDER', '00000000 不是統一編號；沒有時請留空。', (number) => number === NONE],
  ['UNIFORM_NUMBER_CHECKSUM', '統一編號檢查碼不符，請核對。', (number) => !divides(number, 5)],
  [
    'UNIFORM_NUMBER_TOO_NEW',
    '此統一編號自 2023-04-01 起才有。',
    (number, options) => options.asOf && !divides(number, 10) && dateOfRules(options) < NEW_RULE_FROM,
  ],
  [
    'UNIFORM_NUMBER_NEW_RULE_ONLY',
    '此統一編號自 2023-04-01 起才有，舊系統可能不收。',
    (number) => !divides(number, 10),
    'info',
  ],
] as const satisfies readonly Rule<string, CheckOptions>[];

export type UniformNumberCode = CodeOf<typeof uniformNumberRules>;

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
  return runCheck(uniformNumberRules, value, options);
}

/** True when the text, as it stands, is a 統一編號 whose check digit holds at `asOf`. */
export function isUniformNumber(value: string, options: CheckOptions = {}): boolean {
  const { asOf, mode, register } = options;
  if (asOf || mode || register) return checkUniformNumber(value, { mode: 'strict', ...options }).ok;
  return isIssuable(value);
}

/** True for eight digits, not all zero, that today's rule (mod 5) accepts. */
export function isIssuable(number: string): boolean {
  return /^\d{8}$/.test(number) && number !== NONE && divides(number, 5);
}

const WEIGHTS = [1, 2, 1, 2, 1, 2, 4, 1];

/** Digit sums of digit × weight; 4 × 7 = 28 gives 10, which may also count as 1. */
function divides(number: string, modulus: number): boolean {
  let sum = 0;
  for (let at = 0; at < 8; at++) {
    const product = (number.charCodeAt(at) - 48) * (WEIGHTS[at] ?? 0);
    sum += Math.floor(product / 10) + (product % 10);
  }
  return sum % modulus === 0 || (number.charAt(6) === '7' && (sum + 1) % modulus === 0);
}
