import type { PathRules } from '../certificate/path-check.ts';
import type { RevocationChecker } from '../certificate/revocation/checker.ts';
import type { CrlInput } from '../certificate/revocation/crl-list.ts';
import type { CertificateInput } from '../certificate/validate-path.ts';

/** Whom to trust, decided by the caller, never by a message. */
export interface Trust extends Omit<PathRules, 'at'> {
  readonly anchors: readonly CertificateInput[];
  readonly intermediates?: readonly CertificateInput[];
}

export interface VerifyOptions {
  readonly trust: Trust;
  /** The instant for which to answer. Default now. */
  readonly at?: Date;
  /** CRLs to look the certificates up in, opened or as DER or PEM bytes. */
  readonly crls?: readonly CrlInput[];
  /** Another source of revocation data, used besides the CRLs. */
  readonly revocation?: RevocationChecker;
  /** Roots for time-stamping authorities. Default: those of `trust`. */
  readonly timestampTrust?: Trust;
  /** Let certificates ride along that neither belong to the signer's path nor can be verified. Default false. */
  readonly allowUnrelatedCertificates?: boolean;
}
