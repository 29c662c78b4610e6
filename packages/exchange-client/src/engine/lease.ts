import type { ClaimedJob } from '../store/records.ts';
import type { EngineContext } from './context.ts';

/**
 * Works on a claimed job while a heartbeat keeps its lease. The signal aborts when the lease is lost, so that a worker
 * that was asleep stops before it does something twice. Undefined when the lease was lost before the work began.
 */
export async function whileHeld<T>(
  context: EngineContext,
  job: ClaimedJob,
  claimedAt: Date,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T | undefined> {
  if (!(await stillHeld(context, job, claimedAt))) return undefined;
  const lost = new AbortController();
  const beat = setInterval(
    () => {
      const until = new Date(context.clock().getTime() + context.leaseMs);
      context.store.extendLeases([job], until).then(
        (held) => {
          if (!held.includes(job.id)) lost.abort();
        },
        // A missed beat is no loss: the lease still runs, and settling checks the fence.
        () => undefined,
      );
    },
    Math.max(10, context.leaseMs / 3),
  );
  try {
    return await work(lost.signal);
  } finally {
    clearInterval(beat);
  }
}

/** A worker that slept past its lease since the claim asks before it begins. */
async function stillHeld(context: EngineContext, job: ClaimedJob, claimedAt: Date): Promise<boolean> {
  const now = context.clock().getTime();
  if (now - claimedAt.getTime() < context.leaseMs / 2) return true;
  const held = await context.store.extendLeases([job], new Date(now + context.leaseMs));
  return held.includes(job.id);
}
