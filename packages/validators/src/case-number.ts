import { type CheckOptions, type CheckResult, openReport } from './check.ts';
import { tidyText } from './half-width.ts';

export type CaseNumberCode = keyof typeof caseNumberMessages;

export const caseNumberMessages = {
  CASE_NUMBER_LENGTH: '案件流水號應為 25 位數字（5 組各 5 位），目前為 {length} 位，請對照申請書。',
  CASE_NUMBER_FORMAT: '案件流水號只能有數字（可用 - 或空白分組）。',
  CASE_NUMBER_TAIL: '案件流水號後五碼應為 5 位數字。',
} as const;

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
  const report = openReport(caseNumberMessages, options, 'xcaweb.nat.gov.tw/XCAPayment');
  const digits = report.read(value, ungroup);
  if (digits === undefined) return report.done();
  if (!/^\d+$/.test(digits)) report.add('error', 'CASE_NUMBER_FORMAT');
  else if (digits.length !== 25) report.add('error', 'CASE_NUMBER_LENGTH', { length: digits.length });
  return report.done(digits);
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

/** Checks the 後五碼 that a cover letter gives in place of the whole number. */
export function checkCaseNumberTail(value: string, options: CheckOptions = {}): CheckResult<CaseNumberCode> {
  const report = openReport(caseNumberMessages, options, 'xcaweb.nat.gov.tw/XCAPayment');
  const digits = report.read(value);
  if (digits !== undefined && !/^\d{5}$/.test(digits)) report.add('error', 'CASE_NUMBER_TAIL');
  return report.done(digits);
}
