import { type CheckOptions, type CheckResult, type CodeOf, type Rule, runCheck } from './check.ts';

export const oidRules = [
  ['OID_PLACEHOLDER', '999 是代用值，不是 OID。', (oid) => oid === '999'],
  ['OID_FORMAT', 'OID 應如 2.16.886.101.20003，各段不補 0。', (oid) => !OID.test(oid)],
  ['OID_UNKNOWN_ARC', 'OID 第 4 段常見為 101、111、119，請核對。', (oid) => !KNOWN_ARCS.test(oid), 'warning'],
] as const satisfies readonly Rule<string, CheckOptions>[];

export type OidCode = CodeOf<typeof oidRules>;

/** Arcs under 2.16.886 that were seen in use. */
const KNOWN_ARCS = /^2\.16\.886\.1(?:01|11|19)\b/;

/** Checks an organisation OID of the government tree 2.16.886 (組織物件識別碼). */
export function checkOid(value: string, options: CheckOptions = {}): CheckResult<OidCode> {
  return runCheck(oidRules, value, options);
}

const OID = /^2\.16\.886(?:\.(?:0|[1-9]\d*))+$/;

/** True when the text, as it stands, is an OID under 2.16.886. */
export function isOid(value: string, options: CheckOptions = {}): boolean {
  return checkOid(value, { mode: 'strict', ...options }).ok;
}

/** The arcs of an OID under 2.16.886; undefined for anything else. */
export function parseOid(text: string): readonly number[] | undefined {
  const { ok, value } = checkOid(text);
  return ok ? value.split('.').map(Number) : undefined;
}

/**
 * The last eight digits of an OID without its dots (「OID 末 8 碼」).
 *
 * An unverified reading of the councils' instruction: arcs have five or six digits, so eight digits cross a dot.
 */
export function oidTail8(oid: string): string {
  return oid.replaceAll('.', '').slice(-8);
}
