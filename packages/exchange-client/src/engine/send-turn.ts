import { ExchangeError } from '../exchange-error.ts';
import type { ClaimedJob, DeliveryRecord, DispatchDetail } from '../store/records.ts';
import type { DeliveryOutcome } from '../store/store.ts';
import type { Submission, SubmitOutcome, Transport } from '../transport/transport.ts';
import { claimFairly } from './claim.ts';
import type { EngineContext } from './context.ts';
import { whileHeld } from './lease.ts';
import { forEachLimited } from './pool.ts';
import { nextAttempt } from './retry.ts';
import { noteProblem, type TurnReport } from './turn-report.ts';

/** Packages up to this size go together where the transport takes several in one call. */
const TOGETHER_BYTES = 256 * 1024;

/** A claimed job with what it takes to submit it. */
interface Load {
  readonly job: ClaimedJob;
  readonly dispatch: DispatchDetail;
  readonly open: readonly DeliveryRecord[];
}

/** Submits what is due, several dispatches at once; up to `limit` where they go together. */
export async function sendTurn(context: EngineContext, report: TurnReport, limit: number): Promise<void> {
  const now = context.clock();
  const together = context.transport.submitMany !== undefined;
  const jobs = await claimFairly(context, 'dispatch', now, together ? limit : context.concurrency);
  if (jobs.length === 0) return;
  context.observe('job:claimed');
  const groups = await intoGroups(context, jobs, report);
  await forEachLimited(groups, context.concurrency, async (group) => {
    const claimed = group.map(({ job }) => job);
    try {
      await whileHeld(context, claimed, now, (held, signal) =>
        attempt(
          context,
          group.filter(({ job }) => held.includes(job)),
          signal,
          report,
        ),
      );
    } catch (error) {
      noteProblem(report, `send ${claimed.map(({ subject }) => subject).join(' ')}`, error);
    }
  });
}

/** Small packages of one destination go together; a large one must not keep them waiting. */
async function intoGroups(
  context: EngineContext,
  jobs: readonly ClaimedJob[],
  report: TurnReport,
): Promise<readonly (readonly Load[])[]> {
  const together = new Map<string, Load[]>();
  const alone: Load[][] = [];
  await forEachLimited(jobs, context.concurrency, async (job) => {
    try {
      const load = await loadJob(context, job);
      const small = context.transport.submitMany !== undefined && load.dispatch.packageSize <= TOGETHER_BYTES;
      const group = small ? together.get(job.destination) : undefined;
      if (group !== undefined) group.push(load);
      else if (small) together.set(job.destination, [load]);
      else alone.push([load]);
    } catch (error) {
      noteProblem(report, `send ${job.subject}`, error);
    }
  });
  return [...together.values(), ...alone];
}

async function loadJob(context: EngineContext, job: ClaimedJob): Promise<Load> {
  const dispatch = await context.store.findDispatch(job.subject);
  if (dispatch === undefined) throw new RangeError(`dispatch ${job.subject} is missing`);
  const open = dispatch.deliveries.filter(
    ({ destination, state }) =>
      destination === job.destination && (state === 'SENDING' || state === 'QUEUED'),
  );
  return { job, dispatch, open };
}

async function attempt(
  context: EngineContext,
  loads: readonly Load[],
  signal: AbortSignal,
  report: TurnReport,
): Promise<void> {
  const outcomes = await submit(context, loads, signal, report);
  context.observe('job:submitted');
  await Promise.all(loads.map((load) => settle(context, load, outcomes.get(load.job) ?? [], report)));
}

async function settle(
  context: EngineContext,
  { job, dispatch }: Load,
  outcomes: readonly DeliveryOutcome[],
  report: TurnReport,
): Promise<void> {
  const again = outcomes.some(({ state }) => state === 'QUEUED' || state === 'INDETERMINATE');
  const settled = await context.store.settleJob(job, {
    now: context.clock(),
    outcomes,
    ...(again ? { retryAt: retryTime(context, job, dispatch) } : {}),
    events: [
      {
        type: 'attempt',
        body: { number: job.attempts + 1, destination: job.destination, resumed: job.resumed, outcomes },
      },
    ],
  });
  if (!settled) return;
  context.observe('job:settled');
  report.accepted += outcomes.filter(
    ({ state }) => state === 'ACCEPTED_BY_CENTRE' || state === 'DELIVERED',
  ).length;
  report.failed += outcomes.filter(({ state }) => state === 'FAILED').length;
}

/** Never later than the expiry: then the sweep ends the delivery and drops the job. */
function retryTime(context: EngineContext, job: ClaimedJob, dispatch: DispatchDetail): Date {
  const [byte = 0] = context.random(1);
  const next = nextAttempt(context.retry, job.attempts + 1, context.clock(), dispatch.expiresAt, byte / 256);
  return next ?? dispatch.expiresAt;
}

/** Hands over whatever still has an open recipient; gives each job's outcomes. */
async function submit(
  context: EngineContext,
  loads: readonly Load[],
  signal: AbortSignal,
  report: TurnReport,
): Promise<ReadonlyMap<ClaimedJob, readonly DeliveryOutcome[]>> {
  const outcomes = new Map<ClaimedJob, readonly DeliveryOutcome[]>();
  const failed = ({ job, dispatch, open }: Load, error: unknown) => {
    if (!(error instanceof ExchangeError)) throw error;
    noteProblem(report, `send ${dispatch.id}`, error);
    if (error.category === 'remote') context.breaker.failed(job.destination, context.clock());
    outcomes.set(
      job,
      open.map(({ recipient }) => failureOf(recipient, error)),
    );
  };
  const ready: { readonly load: Load; readonly submission: Submission }[] = [];
  for (const load of loads.filter(({ open }) => open.length > 0)) {
    try {
      ready.push({ load, submission: await submissionOf(context, load) });
    } catch (error) {
      failed(load, error);
    }
  }
  const answers = await submitAll(
    context.transport,
    ready.map(({ submission }) => submission),
    signal,
  );
  for (const [index, { load }] of ready.entries()) {
    const answer = answers[index];
    if (answer?.status === 'rejected') failed(load, answer.reason);
    else {
      context.breaker.succeeded(load.job.destination);
      outcomes.set(
        load.job,
        load.open.map(({ recipient }) => outcomeOf(recipient, answer?.value ?? [])),
      );
    }
  }
  return outcomes;
}

async function submissionOf(context: EngineContext, { dispatch, open }: Load): Promise<Submission> {
  return {
    id: dispatch.id,
    packageSha256: dispatch.packageSha256,
    package: await context.store.openBlob(dispatch.packageSha256),
    recipients: open.map(({ recipient, code, unit }) => ({ recipient, code, unit })),
  };
}

function submitAll(
  transport: Transport,
  submissions: readonly Submission[],
  signal: AbortSignal,
): Promise<readonly PromiseSettledResult<readonly SubmitOutcome[]>[]> {
  if (submissions.length > 1 && transport.submitMany !== undefined) {
    return transport.submitMany(submissions, signal);
  }
  return Promise.allSettled(submissions.map((submission) => transport.submit(submission, signal)));
}

function outcomeOf(recipient: string, answers: readonly SubmitOutcome[]): DeliveryOutcome {
  const answer = answers.find((item) => item.recipient === recipient);
  // No word about a recipient is no answer.
  if (answer === undefined) return { recipient, state: 'INDETERMINATE', reason: 'no answer' };
  const reason = answer.reason === undefined ? {} : { reason: answer.reason };
  if (answer.outcome === 'accepted') return { recipient, state: 'ACCEPTED_BY_CENTRE', ...reason };
  if (answer.outcome === 'delivered') return { recipient, state: 'DELIVERED', ...reason };
  return { recipient, state: answer.retryable === true ? 'QUEUED' : 'FAILED', ...reason };
}

function failureOf(recipient: string, error: ExchangeError): DeliveryOutcome {
  if (error.code === 'TRANSPORT_INDETERMINATE')
    return { recipient, state: 'INDETERMINATE', reason: error.code };
  const final = error.code === 'TRANSPORT_REFUSED' && !error.retryable;
  return { recipient, state: final ? 'FAILED' : 'QUEUED', reason: final ? error.message : error.code };
}
