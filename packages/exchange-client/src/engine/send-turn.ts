import { ExchangeError } from '../exchange-error.ts';
import type { ClaimedJob, DeliveryRecord, DispatchDetail } from '../store/records.ts';
import type { DeliveryOutcome } from '../store/store.ts';
import type { SubmitOutcome } from '../transport/transport.ts';
import { claimFairly } from './claim.ts';
import type { EngineContext } from './context.ts';
import { whileHeld } from './lease.ts';
import { forEachLimited } from './pool.ts';
import { nextAttempt } from './retry.ts';
import { noteProblem, type TurnReport } from './turn-report.ts';

/** Submits what is due, several dispatches at once. */
export async function sendTurn(context: EngineContext, report: TurnReport): Promise<void> {
  const now = context.clock();
  const jobs = await claimFairly(context, 'dispatch', now);
  if (jobs.length === 0) return;
  context.observe('job:claimed');
  await forEachLimited(jobs, context.concurrency, async (job) => {
    try {
      await whileHeld(context, job, now, (signal) => attempt(context, job, signal, report));
    } catch (error) {
      noteProblem(report, `send ${job.subject}`, error);
    }
  });
}

async function attempt(context: EngineContext, job: ClaimedJob, signal: AbortSignal, report: TurnReport) {
  const dispatch = await context.store.findDispatch(job.subject);
  if (dispatch === undefined) throw new RangeError(`dispatch ${job.subject} is missing`);
  const open = dispatch.deliveries.filter(
    ({ destination, state }) =>
      destination === job.destination && (state === 'SENDING' || state === 'QUEUED'),
  );
  const outcomes = open.length === 0 ? [] : await submit(context, dispatch, open, signal, report);
  context.observe('job:submitted');
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

async function submit(
  context: EngineContext,
  dispatch: DispatchDetail,
  open: readonly DeliveryRecord[],
  signal: AbortSignal,
  report: TurnReport,
): Promise<readonly DeliveryOutcome[]> {
  const destination = open[0]?.destination ?? '';
  try {
    const answers = await context.transport.submit(
      {
        id: dispatch.id,
        packageSha256: dispatch.packageSha256,
        package: await context.store.openBlob(dispatch.packageSha256),
        recipients: open.map(({ recipient, code, unit }) => ({ recipient, code, unit })),
      },
      signal,
    );
    context.breaker.succeeded(destination);
    return open.map(({ recipient }) => outcomeOf(recipient, answers));
  } catch (error) {
    if (!(error instanceof ExchangeError)) throw error;
    noteProblem(report, `send ${dispatch.id}`, error);
    if (error.category === 'remote') context.breaker.failed(destination, context.clock());
    return open.map(({ recipient }) => failureOf(recipient, error));
  }
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
