import type { Issue } from '@kcc/validators';
import {
  type CertificateChecker,
  type ParsedCertificate,
  parseCertificate,
  requireUsable,
  sameCertificate,
} from '../certificate/certificate.ts';
import { verifySignature } from '../certificate/signature.ts';
import { ExchangeError } from '../exchange-error.ts';
import type { ByteSource } from './byte-source.ts';
import { fromBase64 } from './encoding.ts';
import type { PackageParty } from './format.ts';
import { type PackageParts, readParts } from './read-parts.ts';

export interface VerifyOptions {
  /** The registered certificates of the sender; the whole certificate must be one of them. */
  readonly senderCertificates?: readonly Uint8Array[];
  /** Chain, policy and revocation of the signer's certificate. */
  readonly checker?: CertificateChecker;
  /** Default: the system clock. */
  readonly now?: () => Date;
}

/** A package whose outside is proved: who signed it, for whom, over which bytes. */
export interface VerifiedPackage extends PackageParts {
  readonly certificate: ParsedCertificate;
  readonly issues: readonly Issue[];
}

/**
 * Verifies signature, digests and the signer's certificate of a package without opening it.
 *
 * At least one of `senderCertificates` and `checker` must be given; nothing is trusted by default.
 *
 * @throws {@link ExchangeError} PACKAGE_MALFORMED, PACKAGE_SIGNATURE_INVALID, PACKAGE_DIGEST_MISMATCH,
 * SENDER_UNEXPECTED, CERTIFICATE_REFUSED
 */
export async function verifyPackage(source: ByteSource, options: VerifyOptions): Promise<VerifiedPackage> {
  const { senderCertificates, checker } = options;
  if (senderCertificates === undefined && checker === undefined) {
    throw new TypeError('senderCertificates or checker must be given');
  }
  const parts = await readParts(source.open());
  requireConsistent(parts);
  const der = fromBase64(parts.statement.certificate);
  const registered = senderCertificates?.find((known) => sameCertificate(known, der));
  if (senderCertificates !== undefined && registered === undefined) {
    throw new ExchangeError('SENDER_UNEXPECTED', { details: { sender: parts.header.sender.code } });
  }
  const certificate = parseCertificate(registered ?? der);
  const { signatureAlgorithm } = parts.statement;
  if (!verifySignature(signatureAlgorithm, parts.signedBytes, certificate.publicKey, parts.signature)) {
    throw new ExchangeError('PACKAGE_SIGNATURE_INVALID', { details: { id: parts.header.id } });
  }
  const at = (options.now ?? (() => new Date()))();
  const issues = await requireUsable(certificate, at, checker);
  return { ...parts, certificate, issues };
}

function requireConsistent({
  header,
  statement,
  headerSha256,
  contentSha256,
  contentBytes,
}: PackageParts): void {
  const checks: readonly (readonly [string, boolean])[] = [
    ['header', statement.headerSha256 === headerSha256],
    ['content', statement.contentSha256 === contentSha256 && statement.contentBytes === contentBytes],
    ['id', statement.id === header.id],
    ['sender', sameParty(statement.sender, header.sender)],
    ['receivers', sameParties(statement.receivers, header.receivers)],
  ];
  for (const [what, holds] of checks) {
    if (!holds) throw new ExchangeError('PACKAGE_DIGEST_MISMATCH', { details: { what } });
  }
}

export function sameParty(a: PackageParty, b: PackageParty): boolean {
  return a.code === b.code && a.unit === b.unit && a.name === b.name;
}

export function sameParties(a: readonly PackageParty[], b: readonly PackageParty[]): boolean {
  return (
    a.length === b.length &&
    a.every((party, index) => {
      const other = b[index];
      return other !== undefined && sameParty(party, other);
    })
  );
}
