import { type CheckOptions, type CheckResult, openReport } from './check.ts';

export type OidCode = keyof typeof oidMessages;

export const oidMessages = {
  OID_PLACEHOLDER: '999 是尚未編入 OID 時的代用值，不是 OID。',
  OID_FORMAT: 'OID 應為 2.16.886. 開頭、以點分隔的數字（各段不以 0 開頭），例如 2.16.886.101.20003。',
  OID_UNKNOWN_ARC: '我國已知的 OID 為 101（政府）、111（學校）、119；{arc} 未見過，請確認。',
} as const;

/** Arcs under 2.16.886 that were seen in use. */
const KNOWN_ARCS = ['101', '111', '119'];

/** Checks an organisation OID of the government tree 2.16.886 (組織物件識別碼). */
export function checkOid(value: string, options: CheckOptions = {}): CheckResult<OidCode> {
  const report = openReport(oidMessages, options, 'oid.nat.gov.tw');
  const tidy = report.read(value);
  if (tidy === undefined) return report.done();
  const [, arc] = OID.exec(tidy) ?? [];
  if (tidy === '999') report.add('error', 'OID_PLACEHOLDER');
  else if (arc === undefined) report.add('error', 'OID_FORMAT');
  else if (!KNOWN_ARCS.includes(arc)) report.add('warning', 'OID_UNKNOWN_ARC', { arc });
  return report.done(tidy);
}

const OID = /^2\.16\.886\.(0|[1-9]\d*)(?:\.(?:0|[1-9]\d*))*$/;

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
