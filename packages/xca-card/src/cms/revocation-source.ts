import type { Certificate } from '../certificate/certificate.ts';
import type { RevocationChecker } from '../certificate/revocation/checker.ts';
import { createCrlChecker } from '../certificate/revocation/crl-checker.ts';
import type { VerifyOptions } from './verify-options.ts';

/** The revocation checker of a verification: the given CRLs, the given checker, or both. */
export function revocationOf(
  options: VerifyOptions,
  embedded: readonly Certificate[],
): RevocationChecker | undefined {
  if (options.revocation) return options.revocation;
  if (!options.crls?.length) return undefined;
  const { anchors, intermediates = [] } = options.trust;
  return createCrlChecker(options.crls, { certificates: [...anchors, ...intermediates, ...embedded] });
}
