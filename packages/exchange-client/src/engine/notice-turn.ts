import { readAll } from '../seal/byte-source.ts';
import type { ClaimedJob } from '../store/records.ts';
import type { OutgoingNotice, Transport } from '../transport/transport.ts';
import { claimFairly } from './claim.ts';
import type { EngineContext } from './context.ts';
import { whileHeld } from './lease.ts';
import { forEachLimited } from './pool.ts';
import { nextAttempt } from './retry.ts';
import { noteProblem, type TurnReport } from './turn-report.ts';

const FOR_EVER = new Date(8.64e15);

/** Sends receipts, returns and refusals that are due; as many as were just taken in where they go together. */
export async function noticeTurn(context: EngineContext, report: TurnReport, limit: number): Promise<void> {
  const now = context.clock();
  const together = context.transport.sendNotices !== undefined;
  const jobs = await claimFairly(context, 'notice', now, together ? limit : context.concurrency);
  if (jobs.length === 0) return;
  context.observe('notice:claimed');
  const groups = together ? byDestination(jobs) : jobs.map((job) => [job]);
  await forEachLimited(groups, context.concurrency, async (group) => {
    try {
      await whileHeld(context, group, now, (held, signal) => attempt(context, held, signal, report));
    } catch (error) {
      noteProblem(report, `notice ${group.map(({ subject }) => subject).join(' ')}`, error);
    }
  });
}

function byDestination(jobs: readonly ClaimedJob[]): readonly (readonly ClaimedJob[])[] {
  const groups = new Map<string, ClaimedJob[]>();
  for (const job of jobs) {
    const group = groups.get(job.destination);
    if (group === undefined) groups.set(job.destination, [job]);
    else group.push(job);
  }
  return [...groups.values()];
}

async function attempt(
  context: EngineContext,
  jobs: readonly ClaimedJob[],
  signal: AbortSignal,
  report: TurnReport,
): Promise<void> {
  const sent = await trySend(context, jobs, signal, report);
  await Promise.all(jobs.map((job) => settle(context, job, sent.has(job), report)));
}

async function settle(
  context: EngineContext,
  job: ClaimedJob,
  sent: boolean,
  report: TurnReport,
): Promise<void> {
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

/** Gives the jobs whose notice the other side has. */
async function trySend(
  context: EngineContext,
  jobs: readonly ClaimedJob[],
  signal: AbortSignal,
  report: TurnReport,
): Promise<ReadonlySet<ClaimedJob>> {
  const sent = new Set<ClaimedJob>();
  const failed = (job: ClaimedJob, error: unknown) => {
    noteProblem(report, `notice ${job.subject}`, error);
    context.breaker.failed(job.destination, context.clock());
  };
  const ready: { readonly job: ClaimedJob; readonly notice: OutgoingNotice }[] = [];
  for (const job of jobs) {
    try {
      ready.push({ job, notice: await loadNotice(context, job) });
    } catch (error) {
      failed(job, error);
    }
  }
  const answers = await sendAll(
    context.transport,
    ready.map(({ notice }) => notice),
    signal,
  );
  for (const [index, { job }] of ready.entries()) {
    const answer = answers[index];
    if (answer?.status === 'fulfilled') sent.add(job);
    else failed(job, answer?.reason);
  }
  const [first] = sent;
  if (first !== undefined) {
    context.breaker.succeeded(first.destination);
    context.observe('notice:sent');
  }
  return sent;
}

async function loadNotice(context: EngineContext, job: ClaimedJob): Promise<OutgoingNotice> {
  const notice = await context.store.findNotice(job.subject);
  if (notice === undefined) throw new RangeError(`notice ${job.subject} is missing`);
  const bytes = await readAll((await context.store.openBlob(notice.sha256)).open());
  return { to: notice.to, dispatchId: notice.dispatchId, bytes };
}

function sendAll(
  transport: Transport,
  notices: readonly OutgoingNotice[],
  signal: AbortSignal,
): Promise<readonly PromiseSettledResult<void>[]> {
  if (notices.length > 1 && transport.sendNotices !== undefined)
    return transport.sendNotices(notices, signal);
  return Promise.allSettled(notices.map((notice) => transport.sendNotice(notice, signal)));
}

/** A receipt is owed for ever; the waits grow to the longest and stay there. */
function retryTime(context: EngineContext, job: ClaimedJob): Date {
  const [byte = 0] = context.random(1);
  return nextAttempt(context.retry, job.attempts + 1, context.clock(), FOR_EVER, byte / 256) ?? FOR_EVER;
}
