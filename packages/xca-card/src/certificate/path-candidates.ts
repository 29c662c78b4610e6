import { equalBytes } from '../der/bytes.ts';
import type { Certificate } from './certificate.ts';
import { sameName } from './name.ts';
import { schemeOf } from './signature-algorithm.ts';
import { type SignatureResult, verifySignature } from './verify-signature.ts';

/** Certificates between an end entity and its anchor; real paths have two or three. */
export const MAX_AUTHORITIES = 12;

/** Certificates that may be stepped on while paths are sought; pools full of same-named authorities would take for ever. */
const MAX_STEPS = 2_000;

/** Where paths may go: certificates already read. */
export interface CertificatePool {
  readonly anchors: readonly Certificate[];
  readonly intermediates: readonly Certificate[];
}

/**
 * Paths from a certificate to an anchor by issuer name, the likeliest first: an issuer whose key identifier is the one
 * the certificate names comes before others of the same name, an anchor before an intermediate.
 *
 * @returns each path from the certificate to its anchor; a path that ends without an anchor is not returned
 */
export function* candidatePaths(leaf: Certificate, pool: CertificatePool): Generator<readonly Certificate[]> {
  yield* extend([leaf], { pool, issuers: new Map(), left: MAX_STEPS });
}

interface Issuer {
  readonly certificate: Certificate;
  readonly anchor: boolean;
}

interface Search {
  readonly pool: CertificatePool;
  /** Issuers by certificate, as far as they were sought. */
  readonly issuers: Map<Certificate, readonly Issuer[]>;
  /** Steps that may still be taken. */
  left: number;
}

function* extend(path: readonly Certificate[], search: Search): Generator<readonly Certificate[]> {
  const last = path[path.length - 1];
  if (!last || path.length > MAX_AUTHORITIES + 1 || search.left-- <= 0) return;
  const issuers = search.issuers.get(last) ?? issuersOf(last, search.pool);
  search.issuers.set(last, issuers);
  for (const { certificate, anchor } of issuers) {
    if (anchor) yield [...path, certificate];
    else if (!path.some((known) => sameEntity(known, certificate)))
      yield* extend([...path, certificate], search);
  }
}

/** Possible issuers, the likeliest first. */
function issuersOf(certificate: Certificate, pool: CertificatePool): readonly Issuer[] {
  const candidates = [
    ...pool.anchors.map((candidate) => ({ certificate: candidate, anchor: true })),
    ...pool.intermediates.map((candidate) => ({ certificate: candidate, anchor: false })),
  ];
  return candidates
    .filter((candidate) => sameName(candidate.certificate.subject, certificate.issuer))
    .map((candidate) => ({ ...candidate, rank: rankOf(certificate, candidate.certificate) }))
    .sort((left, right) => left.rank - right.rank);
}

/** 0: the key identifier fits; 1: nothing to compare; 2: it does not fit. */
function rankOf(certificate: Certificate, issuer: Certificate): number {
  const wanted = certificate.authorityKeyId?.keyId;
  if (wanted === undefined || issuer.subjectKeyId === undefined) return 1;
  return wanted === issuer.subjectKeyId ? 0 : 2;
}

/** The same name and key: a path through it twice would go in a circle. */
function sameEntity(left: Certificate, right: Certificate): boolean {
  return equalBytes(left.publicKey.spki, right.publicKey.spki) && sameName(left.subject, right.subject);
}

/** True when the issuer's key identifier, name and serial are those that the certificate names, where it names them. */
export function keyIdentifierFits(certificate: Certificate, issuer: Certificate): boolean {
  const named = certificate.authorityKeyId;
  if (!named) return true;
  if (named.keyId !== undefined && issuer.subjectKeyId !== undefined && named.keyId !== issuer.subjectKeyId)
    return false;
  if (named.serial === undefined || named.issuer === undefined) return true;
  const names = named.issuer.flatMap((name) => (name.kind === 'directory' ? [name.value] : []));
  return (
    named.serial === issuer.serial &&
    (names.length === 0 || names.some((name) => sameName(name, issuer.issuer)))
  );
}

/** Verifies certificate signatures, each pair of certificates once. */
export type EdgeVerifier = (certificate: Certificate, issuer: Certificate) => Promise<SignatureResult>;

export function createEdgeVerifier(): EdgeVerifier {
  const known = new Map<Certificate, Map<Certificate, Promise<SignatureResult>>>();
  return (certificate, issuer) => {
    const results = known.get(certificate) ?? new Map<Certificate, Promise<SignatureResult>>();
    known.set(certificate, results);
    const result = results.get(issuer) ?? verifyCertificateSignature(certificate, issuer);
    results.set(issuer, result);
    return result;
  };
}

/** Whether the issuer's key made the certificate's signature; says nothing about the issuer's right to do so. */
export function verifyCertificateSignature(
  certificate: Certificate,
  issuer: Certificate,
): Promise<SignatureResult> {
  const scheme = schemeOf(certificate.signatureAlgorithm);
  return verifySignature(issuer.publicKey, scheme, certificate.signature, certificate.tbs);
}
