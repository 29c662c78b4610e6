import type { Certificate } from '../certificate/certificate.ts';
import type { RevocationChecker, RevocationPolicy } from '../certificate/revocation/checker.ts';
import { createCrlChecker } from '../certificate/revocation/crl-checker.ts';
import type { VerifyOptions } from './verify-options.ts';

/** The revocation checker of a verification: the given CRLs, the given checker, or both. */
export function revocationOf(
  options: VerifyOptions,
  embedded: readonly Certificate[],
  policy: RevocationPolicy = 'require-leaf',
): RevocationChecker | undefined {
  const { crls = [], revocation } = options;
  if (crls.length === 0) return revocation;
  const { anchors, intermediates = [] } = options.trust;
  const certificates = [...anchors, ...intermediates, ...embedded];
  if (!revocation) return createCrlChecker(crls, { certificates, policy });
  const lists = createCrlChecker(crls, { certificates, policy: 'prefer' });
  return async (chain, at, context) => {
    // What the lists do not know is left to the other source; what they name as revoked is revoked.
    const named = (await lists(chain, at, context)).filter(({ severity }) => severity === 'error');
    return [...named, ...(await revocation(chain, at, context))];
  };
}
