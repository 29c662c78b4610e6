import type { ClaimedJob, JobKind } from '../store/records.ts';
import type { EngineContext } from './context.ts';

/**
 * Claims as much as may be worked on at once; each claim begins where the one before ended.
 *
 * @param limit - most jobs; default the engine's concurrency
 */
export async function claimFairly(
  context: EngineContext,
  kind: JobKind,
  now: Date,
  limit = context.concurrency,
): Promise<readonly ClaimedJob[]> {
  const { store, owner, leaseMs, breaker, turns } = context;
  const after = turns.get(kind);
  const jobs = await store.claimJobs({
    kind,
    owner,
    now,
    leaseMs,
    limit,
    perDestination: limit,
    exclude: breaker.blocked(now),
    single: breaker.onTrial(now),
    ...(after === undefined ? {} : { after }),
  });
  const last = jobs.at(-1)?.destination;
  if (last !== undefined) turns.set(kind, last);
  return jobs;
}
