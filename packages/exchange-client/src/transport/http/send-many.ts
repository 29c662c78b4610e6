import { ExchangeError } from '../../exchange-error.ts';
import { readAll } from '../../seal/byte-source.ts';
import { joinBytes } from '../../seal/join-bytes.ts';
import type { OutgoingNotice, Submission, SubmitOutcome } from '../transport.ts';
import { answerError } from './answer.ts';
import { BATCH_ENTRY_BYTES, type BatchEntry, intoBatches, writeBatch } from './batch.ts';
import type { HttpCall } from './http-client.ts';
import { submitOutcomes } from './submit-package.ts';
import { type BatchAnswer, HTTP_BASE } from './wire.ts';

type Json = (call: HttpCall) => Promise<unknown>;

/** Hands packages over. */
export function submitMany(
  json: Json,
  single: (submission: Submission) => Promise<readonly SubmitOutcome[]>,
  submissions: readonly Submission[],
  place: string,
  signal: AbortSignal | undefined,
): Promise<readonly PromiseSettledResult<readonly SubmitOutcome[]>[]> {
  return handOver(submissions, {
    sizeOf: (submission) => submission.package.size,
    batch: async (some) =>
      postBatch(json, `${HTTP_BASE}/packages-batch`, await Promise.all(some.map(packageEntry)), signal),
    read: (answer) => submitOutcomes(answerValue(answer, place)),
    single,
  });
}

/** Hands notices over. */
export function sendNotices(
  json: Json,
  single: (notice: OutgoingNotice) => Promise<void>,
  notices: readonly OutgoingNotice[],
  place: string,
  signal: AbortSignal | undefined,
): Promise<readonly PromiseSettledResult<void>[]> {
  return handOver(notices, {
    sizeOf: (notice) => notice.bytes.length,
    batch: (some) => postBatch(json, `${HTTP_BASE}/notices-batch`, some.map(noticeEntry), signal),
    read: (answer) => void answerValue(answer, place),
    single,
  });
}

/** How things are handed over: small ones in batches, each of the others by itself. */
interface Way<T, R> {
  sizeOf(one: T): number;
  /** Gives an answer for each. */
  batch(some: readonly T[]): Promise<readonly unknown[]>;
  read(answer: unknown): R;
  single(one: T): Promise<R>;
}

function handOver<T, R>(all: readonly T[], way: Way<T, R>): Promise<readonly PromiseSettledResult<R>[]> {
  const answers = new Map<T, Promise<R>>();
  const small = all.filter((one) => way.sizeOf(one) <= BATCH_ENTRY_BYTES);
  for (const batch of intoBatches(small, way.sizeOf)) {
    const sent = way.batch(batch);
    for (const [index, one] of batch.entries())
      answers.set(
        one,
        sent.then((given) => way.read(given[index])),
      );
  }
  return Promise.allSettled(all.map((one) => answers.get(one) ?? way.single(one)));
}

function noticeEntry({ to, dispatchId, bytes }: OutgoingNotice): BatchEntry {
  return { head: { to, id: dispatchId }, bytes };
}

async function packageEntry(submission: Submission): Promise<BatchEntry> {
  const to = submission.recipients.map(({ recipient }) => recipient);
  return {
    head: { id: submission.id, sha256: submission.packageSha256, to },
    bytes: await readAll(submission.package.open()),
  };
}

async function postBatch(
  json: Json,
  path: string,
  entries: readonly BatchEntry[],
  signal: AbortSignal | undefined,
): Promise<readonly unknown[]> {
  const answer = await json({ method: 'POST', path, body: joinBytes(writeBatch(entries)), signal });
  return Array.isArray(answer) ? answer : [];
}

/** What was answered to one entry; no word is no answer. */
function answerValue(answer: unknown, place: string): unknown {
  if (typeof answer !== 'object' || answer === null) {
    const details = { place, reason: 'no answer in the batch' };
    throw new ExchangeError('TRANSPORT_INDETERMINATE', { details });
  }
  // The centre of this profile answers with exactly this; anything else has no `value` and is refused below.
  const { value, error, status } = answer as Partial<{ value: unknown }> & Partial<BatchError>;
  if (error === undefined) return value;
  throw answerError(Number(status), JSON.stringify({ error }), place);
}

type BatchError = Extract<BatchAnswer, { readonly error: unknown }>;
