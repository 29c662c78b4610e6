import type { Issue } from '@kcc/validators';
import type { ParsedCertificate } from '../certificate/certificate.ts';
import { exchangeIssue } from '../messages/zh-tw.ts';

const DAY_MS = 86_400_000;

/** Days before the end of a certificate from which a warning is due, each more pressing than the one before. */
export const WARNING_DAYS = [60, 30, 7] as const;

/** A warning when a certificate ends within 60, 30 or 7 days; the issue says within which. */
export function expiryWarnings(certificate: ParsedCertificate, now: Date): readonly Issue[] {
  const left = Math.floor((certificate.notAfter.getTime() - now.getTime()) / DAY_MS);
  if (left < 0 || left > WARNING_DAYS[0]) return [];
  const date = certificate.notAfter.toISOString().slice(0, 10);
  const severity = left > WARNING_DAYS[1] ? 'info' : 'warning';
  return [
    exchangeIssue('CERTIFICATE_EXPIRES_SOON', severity, '', { holder: certificate.holder, days: left, date }),
  ];
}
