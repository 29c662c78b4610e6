import type { Issue } from '@kcc/validators';

/**
 * What a signature is worth, best first.
 * - `proven`: as `full`, and a trusted time stamp proves when it was made.
 * - `full`: modern and complete, every certificate known not to be revoked.
 * - `limited`: valid, but something is missing: no revocation data, or the certificate is not tied in.
 * - `weak`: valid, but SHA-1 or no signed attributes: accept it only where old systems leave no choice.
 * - `unproven`: intact, and right at the time it claims, but nothing proves that time and its certificate has expired.
 * - `invalid`: changed, untrusted, revoked or broken.
 */
export type SignatureGrade = 'proven' | 'full' | 'limited' | 'weak' | 'unproven' | 'invalid';

const ORDER: readonly SignatureGrade[] = ['proven', 'full', 'limited', 'weak', 'unproven', 'invalid'];

const LIMITING = new Set([
  'CMS_NO_SIGNING_CERTIFICATE',
  'CMS_NO_REVOCATION_DATA',
  'REVOCATION_UNKNOWN',
  'PATH_WEAK_HASH',
]);
const WEAKENING = new Set(['CMS_SHA1', 'CMS_NO_SIGNED_ATTRIBUTES']);

/** Grades one signature by its issues. */
export function gradeOf(issues: readonly Issue[], stamped: boolean): SignatureGrade {
  const errors = issues.filter(({ severity }) => severity === 'error');
  if (errors.some(({ code }) => code !== 'CMS_EXPIRED_SINCE')) return 'invalid';
  if (errors.length > 0) return 'unproven';
  if (issues.some(({ code }) => WEAKENING.has(code))) return 'weak';
  if (issues.some(({ code }) => LIMITING.has(code))) return 'limited';
  return stamped ? 'proven' : 'full';
}

/** The worst grade of several. */
export function worstGrade(grades: readonly SignatureGrade[]): SignatureGrade {
  return ORDER[Math.max(...grades.map((grade) => ORDER.indexOf(grade)))] ?? 'invalid';
}
