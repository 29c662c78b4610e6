/** How attempts are spaced; times in milliseconds. */
export interface RetryPolicy {
  /** Wait after the first failure. */
  readonly firstMs: number;
  /** Growth from wait to wait. */
  readonly factor: number;
  /** Longest wait. */
  readonly longestMs: number;
  /** Share of the wait that is left to chance, 0 to 1. */
  readonly jitter: number;
}

export const DEFAULT_RETRY: RetryPolicy = { firstMs: 15_000, factor: 2, longestMs: 3_600_000, jitter: 0.3 };

/**
 * When to try again after a failed attempt; undefined when that would be after the expiry.
 *
 * @param attempts - failed attempts so far, 1 or more
 * @param chance - a number from 0 up to 1
 */
export function nextAttempt(
  policy: RetryPolicy,
  attempts: number,
  now: Date,
  expiresAt: Date,
  chance: number,
): Date | undefined {
  const wait = Math.min(policy.longestMs, policy.firstMs * policy.factor ** Math.min(attempts - 1, 60));
  const spread = wait * policy.jitter;
  const at = new Date(Math.round(now.getTime() + wait - spread / 2 + spread * chance));
  return at < expiresAt ? at : undefined;
}
