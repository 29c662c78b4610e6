import {
  type AgencyCodeCode,
  type AgencyCodeOptions,
  agencyCodeMessages,
  checkAgencyCode,
} from './agency-code.ts';
import { type CheckResult, openReport } from './check.ts';
import { tidyText } from './half-width.ts';

export type SchoolCodeCode = AgencyCodeCode | keyof typeof schoolCodeMessages;

export const schoolCodeMessages = {
  SCHOOL_CODE_MOE: '這像是教育部的 6 碼學校代碼；此欄要填 10 碼機關代碼，例如 379084100Y。',
  SCHOOL_CODE_OID: '這是 OID；此欄要填學校的 10 碼機關代碼。',
} as const;

/** Checks 學校機關代碼, the ten-character 機關代碼 of a school; the ministry's six-character code and an OID are told apart. */
export function checkSchoolCode(value: string, options: AgencyCodeOptions = {}): CheckResult<SchoolCodeCode> {
  const tidy = typeof value === 'string' ? tidyText(value) : '';
  const mistaken = /^\d{5}[0-9A-Z]$/.test(tidy)
    ? 'SCHOOL_CODE_MOE'
    : /^2\.16\./.test(tidy) && 'SCHOOL_CODE_OID';
  if (!mistaken) return checkAgencyCode(value, options);
  const report = openReport({ ...agencyCodeMessages, ...schoolCodeMessages }, options);
  report.add('error', mistaken);
  return report.done(tidy);
}

/** True when the text, as it stands, can be the 機關代碼 of a school (warnings allowed). */
export function isSchoolCode(value: string, options: AgencyCodeOptions = {}): boolean {
  return checkSchoolCode(value, { mode: 'strict', ...options }).ok;
}
