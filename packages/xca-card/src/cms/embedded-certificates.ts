import type { Issue } from '@kcc/validators';
import { type Certificate, parseCertificate } from '../certificate/certificate.ts';
import { sameName } from '../certificate/name.ts';
import { verifyCertificateSignature } from '../certificate/path-candidates.ts';
import { asCertificate } from '../certificate/validate-path.ts';
import { equalBytes } from '../der/bytes.ts';
import { isCardError } from '../errors/card-error.ts';
import { cmsIssue } from './cms-issues.ts';
import type { SignedData } from './signed-data.ts';
import type { VerifyOptions } from './verify-options.ts';

/** The certificates of a message that can be read, and issues for those that cannot. */
export function embeddedCertificates(data: SignedData): {
  readonly certificates: readonly Certificate[];
  readonly issues: readonly Issue[];
} {
  const certificates: Certificate[] = [];
  const issues: Issue[] = [];
  for (const der of data.certificates) {
    try {
      certificates.push(parseCertificate(der));
    } catch (error) {
      if (!isCardError(error, 'CERTIFICATE_MALFORMED')) throw error;
      issues.push(cmsIssue('CMS_EMBEDDED_CERTIFICATE', 0, { subject: error.message }));
    }
  }
  return { certificates, issues };
}

/**
 * Certificates that came along and hang in the air: in no signer's chain and signed by nobody who is known. Nothing binds
 * them to the message, so a changed byte in them would otherwise pass unnoticed.
 */
export async function unrelatedCertificates(
  embedded: readonly Certificate[],
  signers: readonly { readonly chain: readonly Certificate[] }[],
  { trust }: VerifyOptions,
): Promise<Issue[]> {
  const inChains = signers.flatMap(({ chain }) => chain);
  const others = embedded.filter(
    (certificate) => !inChains.some((item) => equalBytes(item.der, certificate.der)),
  );
  if (others.length === 0) return [];
  const known = [...embedded, ...[...trust.anchors, ...(trust.intermediates ?? [])].map(asCertificate)];
  const issues: Issue[] = [];
  for (const certificate of others) {
    const double = known.some(
      (item) => !equalBytes(item.der, certificate.der) && isSameNumber(item, certificate),
    );
    if (double || !(await isVerifiable(certificate, known))) {
      issues.push(cmsIssue('CMS_EMBEDDED_CERTIFICATE', 0, { subject: certificate.subject.text }));
    }
  }
  return issues;
}

function isSameNumber(left: Certificate, right: Certificate): boolean {
  return left.serial === right.serial && sameName(left.issuer, right.issuer);
}

async function isVerifiable(certificate: Certificate, known: readonly Certificate[]): Promise<boolean> {
  for (const issuer of known) {
    if (!sameName(issuer.subject, certificate.issuer)) continue;
    if ((await verifyCertificateSignature(certificate, issuer)) === 'valid') return true;
  }
  return false;
}
