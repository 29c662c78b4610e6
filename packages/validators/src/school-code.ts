import { type AgencyCodeCode, agencyCodeRules, readAgencyCode, tidyAgencyCode } from './agency-code.ts';
import { type CheckOptions, type CheckResult, type CodeOf, type Rule, runCheck } from './check.ts';

export const schoolCodeRules = [
  [
    'SCHOOL_CODE_MOE',
    '這是教育部的 6 碼代碼；應為 10 碼機關代碼。',
    ({ code }) => /^\d{5}[\dA-Z]$/.test(code),
  ],
  ['SCHOOL_CODE_OID', '這是 OID；應為 10 碼機關代碼。', ({ code }) => /^2\.16\./.test(code)],
] as const satisfies readonly Rule<{ readonly code: string }, CheckOptions>[];

export type SchoolCodeCode = AgencyCodeCode | CodeOf<typeof schoolCodeRules>;

/** Checks 學校機關代碼, the ten-character 機關代碼 of a school; the ministry's six-character code and an OID are told apart. */
export function checkSchoolCode(value: string, options: CheckOptions = {}): CheckResult<SchoolCodeCode> {
  const rules = [...schoolCodeRules, ...agencyCodeRules];
  return runCheck(rules, value, options, tidyAgencyCode, readAgencyCode);
}

/** True when the text, as it stands, can be the 機關代碼 of a school (warnings allowed). */
export function isSchoolCode(value: string, options: CheckOptions = {}): boolean {
  return checkSchoolCode(value, { mode: 'strict', ...options }).ok;
}
