import type { ClaimedJob } from '../store/records.ts';
import type { EngineContext } from './context.ts';

/**
 * Works on claimed jobs while a heartbeat keeps their leases. The signal aborts when a lease is lost, so that a worker
 * that was asleep stops before it does something twice. Jobs that were lost before the work began are left out.
 */
export async function whileHeld(
  context: EngineContext,
  jobs: readonly ClaimedJob[],
  claimedAt: Date,
  work: (held: readonly ClaimedJob[], signal: AbortSignal) => Promise<void>,
): Promise<void> {
  const held = await stillHeld(context, jobs, claimedAt);
  if (held.length === 0) return;
  const lost = new AbortController();
  const beat = setInterval(
    () => {
      const until = new Date(context.clock().getTime() + context.leaseMs);
      context.store.extendLeases(held, until).then(
        (ids) => {
          if (!held.every((job) => ids.includes(job.id))) lost.abort();
        },
        // A missed beat is no loss: the lease still runs, and settling checks the fence.
        () => undefined,
      );
    },
    Math.max(10, context.leaseMs / 3),
  );
  try {
    await work(held, lost.signal);
  } finally {
    clearInterval(beat);
  }
}

/** A worker that slept past its lease since the claim asks before it begins. */
async function stillHeld(
  context: EngineContext,
  jobs: readonly ClaimedJob[],
  claimedAt: Date,
): Promise<readonly ClaimedJob[]> {
  const now = context.clock().getTime();
  if (now - claimedAt.getTime() < context.leaseMs / 2) return jobs;
  const ids = await context.store.extendLeases(jobs, new Date(now + context.leaseMs));
  return jobs.filter((job) => ids.includes(job.id));
}
