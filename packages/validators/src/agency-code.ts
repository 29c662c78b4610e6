import { type CheckOptions, type CheckResult, openReport } from './check.ts';
import { tidyText } from './half-width.ts';
import { oidTail8 } from './oid.ts';
import { isUniformNumber } from './uniform-number.ts';

export type AgencyCodeCode = keyof typeof agencyCodeMessages;

export const agencyCodeMessages = {
  AGENCY_CODE_LENGTH: '機關代碼應為 10 碼，目前為 {length} 碼，請核對。',
  AGENCY_CODE_CHARACTERS: '機關代碼只能有大寫英文字母與數字。',
  AGENCY_CODE_LOWER_CASE: '機關代碼的英文字母須大寫。',
  AGENCY_CODE_UNUSUAL: '不是常見的機關代碼形式，請以電子交換通訊錄核對。',
  AGENCY_CODE_UNIFORM_NUMBER: '{prefix} 之後應為統一編號，但「{number}」檢查碼不符。',
  AGENCY_CODE_OTHER_UNIFORM_NUMBER: '{prefix} 之後的號碼與所填統一編號「{number}」不同，請核對。',
  XA_TAIL_UNVERIFIED: 'XA 之後為 OID 末 8 碼，取法未經公開確認，請與初審窗口確認。',
  XA_TAIL_DIFFERS: 'XA 之後的 8 碼與 OID 末 8 碼「{tail}」不同，請與初審窗口確認。',
} as const;

/** Which scheme a 機關代碼 follows. */
export type AgencyCodeFamily = 'government' | 'xc' | 'eb' | 'xa' | 'other';

/** A 機關代碼 with the name that stood beside it. */
export interface AgencyCodeParts {
  readonly code: string;
  readonly family: AgencyCodeFamily;
  readonly name?: string;
}

export interface AgencyCodeOptions extends CheckOptions {
  /** OID of the same organisation; compared with the tail of an XA code. */
  readonly oid?: string;
  /** 統一編號 of the same organisation; compared with the tail of an XC or EB code. */
  readonly uniformNumber?: string;
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

/** Checks a 機關代碼 (agency code): government, XC/EB with 統一編號, XA with OID tail. */
export function checkAgencyCode(value: string, options: AgencyCodeOptions = {}): CheckResult<AgencyCodeCode> {
  const report = openReport(agencyCodeMessages, options, 'schema.gov.tw lists/168; G2B2C-01');
  const code = report.read(value, (text) => parseAgencyCode(text)?.code ?? tidyText(text));
  if (code === undefined) return report.done();
  if (!/^[0-9A-Za-z]+$/.test(code)) report.add('error', 'AGENCY_CODE_CHARACTERS');
  else if (code.length !== 10) report.add('error', 'AGENCY_CODE_LENGTH', { length: code.length });
  else if (/[a-z]/.test(code)) report.add('error', 'AGENCY_CODE_LOWER_CASE', undefined, code.toUpperCase());
  else checkFamily(code);
  return report.done(code);

  function checkFamily(code: string): void {
    const family = agencyCodeFamily(code);
    const prefix = code.slice(0, 2);
    const number = code.slice(2);
    if (family === 'other') report.add('warning', 'AGENCY_CODE_UNUSUAL');
    if (family === 'xc' || family === 'eb') {
      if (!isUniformNumber(number)) report.add('error', 'AGENCY_CODE_UNIFORM_NUMBER', { prefix, number });
      const own = options.uniformNumber;
      if (own && own !== number)
        report.add('warning', 'AGENCY_CODE_OTHER_UNIFORM_NUMBER', { prefix, number: own });
    }
    if (family === 'xa') {
      const tail = options.oid && oidTail8(options.oid);
      if (tail && tail !== number) report.add('warning', 'XA_TAIL_DIFFERS', { tail });
      else report.add('warning', 'XA_TAIL_UNVERIFIED');
    }
  }
}

/** True when the text, as it stands, can be a 機關代碼 (warnings allowed). */
export function isAgencyCode(value: string, options: AgencyCodeOptions = {}): boolean {
  return checkAgencyCode(value, { mode: 'strict', ...options }).ok;
}
