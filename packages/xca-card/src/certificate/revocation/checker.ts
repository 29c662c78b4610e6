import type { Issue } from '@kcc/validators';
import type { Certificate } from '../certificate.ts';
import type { PathRules } from '../path-check.ts';
import { pathIssue } from '../path-issues.ts';
import type { Phrase } from '../phrase.ts';
import type { CrlReason } from './crl-scan.ts';

/** What a path was sought in and checked with; the signers of revocation data are held to the same. */
export interface RevocationContext {
  readonly intermediates: readonly Certificate[];
  readonly rules: Pick<PathRules, 'allowSha1' | 'minRsaBits' | 'lenientProfile'>;
}

/**
 * Tells what is known about the revocation of a chain that is otherwise valid.
 *
 * @param chain from the end entity to the anchor
 * @param context what the chain was checked with; without it the signers of revocation data must meet the default rules
 * @returns `REVOKED`, `ON_HOLD`, `REVOCATION_UNKNOWN`, or nothing when every certificate below the anchor is known good
 */
export type RevocationChecker = (
  chain: readonly Certificate[],
  at: Date,
  context?: RevocationContext,
) => Promise<readonly Issue[]>;

/** The status of one certificate. */
export type RevocationStatus =
  | { readonly kind: 'good' }
  | { readonly kind: 'revoked'; readonly revokedAt: Date; readonly reason: CrlReason }
  | { readonly kind: 'unknown'; readonly why: Phrase };

/**
 * What an unknown status means. `require-leaf`: an error for the end entity, a warning for authorities; `require-all`: an
 * error for all; `prefer`: a warning for all.
 */
export type RevocationPolicy = 'require-leaf' | 'require-all' | 'prefer';

/** The status of the certificate at an index of a chain, as one source knows it. */
export type StatusSource = (
  chain: readonly Certificate[],
  index: number,
  at: Date,
  context?: RevocationContext,
) => Promise<RevocationStatus>;

/** A checker that asks one source about every certificate below the anchor. */
export function checkerOf(source: StatusSource, policy: RevocationPolicy): RevocationChecker {
  return async (chain, at, context) => {
    const issues: Issue[] = [];
    for (let index = 0; index < chain.length - 1; index++) {
      const issue = issueOf(await source(chain, index, at, context), chain[index], index, policy);
      if (issue) issues.push(issue);
    }
    return issues;
  };
}

function issueOf(
  status: RevocationStatus,
  certificate: Certificate | undefined,
  index: number,
  policy: RevocationPolicy,
): Issue | undefined {
  const subject = certificate?.subject.text ?? '';
  if (status.kind === 'good') return undefined;
  if (status.kind === 'unknown') {
    const required = policy === 'require-all' || (policy === 'require-leaf' && index === 0);
    return pathIssue(
      'REVOCATION_UNKNOWN',
      index,
      { subject, reason: status.why },
      required ? 'error' : 'warning',
    );
  }
  const revokedAt = status.revokedAt.toISOString();
  if (status.reason === 'certificateHold') return pathIssue('ON_HOLD', index, { subject, revokedAt });
  return pathIssue('REVOKED', index, { subject, revokedAt, reason: status.reason });
}
