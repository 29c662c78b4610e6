import { type KeyObject, X509Certificate } from 'node:crypto';
import type { Issue } from '@kcc/validators';
import { ExchangeError } from '../exchange-error.ts';

/** What this package needs to know about a certificate; chain and revocation are the checker's matter. */
export interface ParsedCertificate {
  readonly der: Uint8Array;
  /** SHA-256 of the DER, lower-case hexadecimal. */
  readonly fingerprint: string;
  /** Serial number, lower-case hexadecimal. */
  readonly serial: string;
  /** Common name, or the last organisation name. */
  readonly holder: string;
  readonly notBefore: Date;
  readonly notAfter: Date;
  readonly publicKey: KeyObject;
}

/** Judges a certificate beyond its validity time: chain, policy, revocation. `ok: false` refuses it. */
export type CertificateChecker = (
  der: Uint8Array,
  at: Date,
) => Promise<{ readonly ok: boolean; readonly issues: readonly Issue[] }>;

/**
 * Reads a DER certificate with an RSA key.
 *
 * @throws {@link ExchangeError} CERTIFICATE_REFUSED when it cannot be parsed or has no RSA key
 */
export function parseCertificate(der: Uint8Array): ParsedCertificate {
  const known = parsed.get(der);
  if (known !== undefined) return known;
  const certificate = parseNew(der);
  parsed.set(der, certificate);
  return certificate;
}

/** The same bytes object is parsed once: a certificate is used thousands of times and never changed. */
const parsed = new WeakMap<Uint8Array, ParsedCertificate>();

function parseNew(der: Uint8Array): ParsedCertificate {
  let certificate: X509Certificate;
  try {
    certificate = new X509Certificate(der);
  } catch (cause) {
    throw refused('?', '無法解析', cause);
  }
  const { publicKey } = certificate;
  const holder = holderOf(certificate.subject);
  if (publicKey.asymmetricKeyType !== 'rsa') throw refused(holder, '不是 RSA 金鑰');
  return {
    der,
    fingerprint: certificate.fingerprint256.replaceAll(':', '').toLowerCase(),
    serial: certificate.serialNumber.toLowerCase(),
    holder,
    notBefore: new Date(certificate.validFrom),
    notAfter: new Date(certificate.validTo),
    publicKey,
  };
}

/**
 * Refuses a certificate outside its validity time or one that the checker refuses.
 *
 * @throws {@link ExchangeError} CERTIFICATE_REFUSED
 */
export async function requireUsable(
  certificate: ParsedCertificate,
  at: Date,
  checker?: CertificateChecker,
): Promise<readonly Issue[]> {
  if (at < certificate.notBefore)
    throw refused(certificate.holder, `尚未生效（${isoDay(certificate.notBefore)} 起）`);
  if (at > certificate.notAfter)
    throw refused(certificate.holder, `已於 ${isoDay(certificate.notAfter)} 逾期`);
  if (checker === undefined) return [];
  const { ok, issues } = await checker(certificate.der, at);
  if (!ok) {
    const reason = issues.map((issue) => issue.message).join('；') || '憑證檢查未通過';
    throw refused(certificate.holder, reason, undefined, issues);
  }
  return issues;
}

/** True when both are the same certificate, byte for byte. */
export function sameCertificate(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0;
}

function refused(holder: string, reason: string, cause?: unknown, issues?: readonly Issue[]): ExchangeError {
  return new ExchangeError('CERTIFICATE_REFUSED', {
    details: { holder, reason, ...(issues === undefined ? {} : { issues }) },
    ...(cause === undefined ? {} : { cause }),
  });
}

function holderOf(subject: string): string {
  const fields = subject.split('\n').map((line) => line.split(/=(.*)/s, 2));
  const last = (key: string) => fields.filter(([name]) => name === key).at(-1)?.[1];
  return last('CN') ?? last('OU') ?? last('O') ?? subject;
}

function isoDay(date: Date): string {
  return date.toISOString().slice(0, 10);
}
