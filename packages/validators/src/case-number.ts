import { type CheckOptions, type CheckResult, type CodeOf, type Rule, runCheck } from './check.ts';
import { tidyText } from './half-width.ts';

export const caseNumberRules = [
  ['CASE_NUMBER_FORMAT', '案件流水號應為 25 位數字。', (digits) => /\D/.test(digits)],
  [
    'CASE_NUMBER_LENGTH',
    '案件流水號應為 25 位數字，目前為 {length} 位。',
    ({ length }) => length !== 25 && { length },
  ],
] as const satisfies readonly Rule<string, CheckOptions>[];

export type CaseNumberCode = CodeOf<typeof caseNumberRules>;

/** A 案件流水號 in the forms that papers and pages show. */
export interface CaseNumberParts {
  /** 25 digits. */
  readonly value: string;
  /** Five groups of five, as the payment page asks for them. */
  readonly groups: readonly string[];
  /** 後五碼, as the cover letter names a case. */
  readonly lastFive: string;
}

const ungroup = (text: string): string => tidyText(text).replace(/[\s\-‐-―−]/g, '');

/** Checks a 案件流水號 (case number of the certificate authority): 25 digits, no check digit known. */
export function checkCaseNumber(value: string, options: CheckOptions = {}): CheckResult<CaseNumberCode> {
  return runCheck(caseNumberRules, value, options, ungroup);
}

/** True when the text, as it stands, is 25 digits. */
export function isCaseNumber(value: string, options: CheckOptions = {}): boolean {
  return checkCaseNumber(value, { mode: 'strict', ...options }).ok;
}

/** Reads a 案件流水號 in any grouping; undefined when it is not 25 digits. */
export function parseCaseNumber(text: string): CaseNumberParts | undefined {
  const value = ungroup(text);
  if (!/^\d{25}$/.test(value)) return undefined;
  return { value, groups: value.match(/\d{5}/g) ?? [], lastFive: lastFive(value) };
}

/** 後五碼 of a 案件流水號 in any grouping. */
export function lastFive(caseNumber: string): string {
  return ungroup(caseNumber).slice(-5);
}

export const caseNumberTailRules = [
  ['CASE_NUMBER_TAIL', '後五碼應為 5 位數字。', (digits) => !/^\d{5}$/.test(digits)],
] as const satisfies readonly Rule<string, CheckOptions>[];

/** Checks the 後五碼 that a cover letter gives in place of the whole number. */
export function checkCaseNumberTail(
  value: string,
  options: CheckOptions = {},
): CheckResult<CodeOf<typeof caseNumberTailRules>> {
  return runCheck(caseNumberTailRules, value, options);
}
