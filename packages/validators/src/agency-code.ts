import { type CheckOptions, type CheckResult, type CodeOf, type Rule, runCheck } from './check.ts';
import { tidyText } from './half-width.ts';
import { isIssuable } from './uniform-number.ts';

export const agencyCodeRules = [
  [
    'AGENCY_CODE_CHARACTERS',
    '機關代碼應為大寫英文字母與數字。',
    ({ code }) => /[^\dA-Z]/.test(code) && { fix: /^\w{10}$/.test(code) ? code.toUpperCase() : '' },
  ],
  [
    'AGENCY_CODE_LENGTH',
    '機關代碼應為 10 碼，目前為 {length} 碼。',
    ({ code: { length } }) => length !== 10 && { length },
  ],
  [
    'AGENCY_CODE_UNIFORM_NUMBER',
    '後 8 碼應為統一編號，但「{tail}」檢查碼不符，請核對。',
    ({ family, tail }) => /xc|eb/.test(family) && !isIssuable(tail) && { tail },
  ],
  ['AGENCY_CODE_UNUSUAL', '機關代碼形式少見，請核對。', ({ family }) => family === 'other', 'warning'],
  [
    'XA_TAIL_UNVERIFIED',
    'XA 後 8 碼（取自 OID）未經證實，請與初審窗口核對。',
    ({ family }) => family === 'xa',
    'warning',
  ],
] as const satisfies readonly Rule<AgencyCodeSubject, CheckOptions>[];

export type AgencyCodeCode = CodeOf<typeof agencyCodeRules>;

/** Which scheme a 機關代碼 follows. */
export type AgencyCodeFamily = 'government' | 'xc' | 'eb' | 'xa' | 'other';

/** A 機關代碼 with the name that stood beside it. */
export interface AgencyCodeParts {
  readonly code: string;
  readonly family: AgencyCodeFamily;
  readonly name?: string;
}

/** What the rules look at. */
export interface AgencyCodeSubject {
  readonly code: string;
  readonly family: AgencyCodeFamily;
  /** Everything after the first two characters. */
  readonly tail: string;
}

/** Data standard of the government list (schema.gov.tw lists/168). */
const GOVERNMENT = /^[1-8A][0-9A-Z]{8}[5-7A-Z]$/;
const WITH_NAME = /^([0-9A-Za-z]{10})(?:\s*[(（](.+)[)）]|[\s:：,，](.+))$/s;

/** The scheme of a ten-character code. */
export function agencyCodeFamily(code: string): AgencyCodeFamily {
  const prefix = /^(X[AC]|EB)\d{8}$/.exec(code)?.[1]?.toLowerCase();
  // The pattern leaves only these three.
  if (prefix) return prefix as 'xa' | 'xc' | 'eb';
  return GOVERNMENT.test(code) ? 'government' : 'other';
}

/**
 * Reads `380110000G (桃園市政府工務局)`, a code and a name on two lines, or a code alone.
 *
 * @returns undefined when the text does not begin with a ten-character code
 */
export function parseAgencyCode(text: string): AgencyCodeParts | undefined {
  const tidy = tidyText(text);
  const [, code = tidy, inBrackets, after] = WITH_NAME.exec(tidy) ?? [];
  const name = (inBrackets ?? after)?.trim();
  if (!/^[0-9A-Z]{10}$/.test(code)) return undefined;
  return { code, family: agencyCodeFamily(code), ...(name && { name }) };
}

/** The code alone where a name stands beside it. */
export const tidyAgencyCode = (text: string): string =>
  tidyText(text).replace(/^([\dA-Z]{10})[\s(（:：,，].*$/s, '$1');

export const readAgencyCode = (code: string): AgencyCodeSubject => ({
  code,
  family: agencyCodeFamily(code),
  tail: code.slice(2),
});

/** Checks a 機關代碼 (agency code): government, XC/EB with 統一編號, XA with OID tail. */
export function checkAgencyCode(value: string, options: CheckOptions = {}): CheckResult<AgencyCodeCode> {
  return runCheck(agencyCodeRules, value, options, tidyAgencyCode, readAgencyCode);
}

/** True when the text, as it stands, can be a 機關代碼 (warnings allowed). */
export function isAgencyCode(value: string, options: CheckOptions = {}): boolean {
  return checkAgencyCode(value, { mode: 'strict', ...options }).ok;
}
