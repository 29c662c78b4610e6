/** When a destination is left alone; times in milliseconds. */
export interface BreakerPolicy {
  /** Failures in a row that open the breaker. */
  readonly failures: number;
  /** How long it stays open before one job may try. */
  readonly openMs: number;
}

export const DEFAULT_BREAKER: BreakerPolicy = { failures: 5, openMs: 60_000 };

/** Remembers failing destinations, so that they cost the others nothing. */
export interface Breaker {
  /** Destinations that must not be tried now. */
  blocked(now: Date): readonly string[];
  /** Destinations of which only one job may try now. */
  onTrial(now: Date): readonly string[];
  succeeded(destination: string): void;
  failed(destination: string, now: Date): void;
}

export function createBreaker(policy: BreakerPolicy = DEFAULT_BREAKER): Breaker {
  const known = new Map<string, { failures: number; openUntil: number }>();
  const select = (test: (entry: { failures: number; openUntil: number }) => boolean) =>
    [...known].filter(([, entry]) => entry.failures >= policy.failures && test(entry)).map(([name]) => name);
  return {
    blocked: (now) => select((entry) => entry.openUntil > now.getTime()),
    onTrial: (now) => select((entry) => entry.openUntil <= now.getTime()),
    succeeded: (destination) => {
      known.delete(destination);
    },
    failed: (destination, now) => {
      const failures = (known.get(destination)?.failures ?? 0) + 1;
      known.set(destination, { failures, openUntil: now.getTime() + policy.openMs });
    },
  };
}
