import { readAll } from '../seal/byte-source.ts';
import type { ClaimedJob } from '../store/records.ts';
import { claimFairly } from './claim.ts';
import type { EngineContext } from './context.ts';
import { whileHeld } from './lease.ts';
import { forEachLimited } from './pool.ts';
import { nextAttempt } from './retry.ts';
import { noteProblem, type TurnReport } from './turn-report.ts';

const FOR_EVER = new Date(8.64e15);

/** Sends receipts, returns and refusals that are due. */
export async function noticeTurn(context: EngineContext, report: TurnReport): Promise<void> {
  const now = context.clock();
  const jobs = await claimFairly(context, 'notice', now);
  if (jobs.length === 0) return;
  context.observe('notice:claimed');
  await forEachLimited(jobs, context.concurrency, async (job) => {
    try {
      await whileHeld(context, job, now, (signal) => attempt(context, job, signal, report));
    } catch (error) {
      noteProblem(report, `notice ${job.subject}`, error);
    }
  });
}

async function attempt(context: EngineContext, job: ClaimedJob, signal: AbortSignal, report: TurnReport) {
  const sent = await trySend(context, job, signal, report);
  const retryAt = sent ? {} : { retryAt: retryTime(context, job) };
  const settled = await context.store.settleJob(job, {
    now: context.clock(),
    outcomes: [],
    events: [],
    ...retryAt,
  });
  if (!settled || !sent) return;
  context.observe('notice:settled');
  report.noticesSent += 1;
}

async function trySend(
  context: EngineContext,
  job: ClaimedJob,
  signal: AbortSignal,
  report: TurnReport,
): Promise<boolean> {
  const notice = await context.store.findNotice(job.subject);
  if (notice === undefined) throw new RangeError(`notice ${job.subject} is missing`);
  try {
    const bytes = await readAll((await context.store.openBlob(notice.sha256)).open());
    await context.transport.sendNotice({ to: notice.to, dispatchId: notice.dispatchId, bytes }, signal);
    context.breaker.succeeded(job.destination);
    context.observe('notice:sent');
    return true;
  } catch (error) {
    noteProblem(report, `notice ${notice.dispatchId}`, error);
    context.breaker.failed(job.destination, context.clock());
    return false;
  }
}

/** A receipt is owed for ever; the waits grow to the longest and stay there. */
function retryTime(context: EngineContext, job: ClaimedJob): Date {
  const [byte = 0] = context.random(1);
  return nextAttempt(context.retry, job.attempts + 1, context.clock(), FOR_EVER, byte / 256) ?? FOR_EVER;
}
