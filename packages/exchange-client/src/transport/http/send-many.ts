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

/** Hands small packages over in batches; one that is too large for a batch goes by itself. */
export async function submitMany(
  json: Json,
  single: (submission: Submission) => Promise<readonly SubmitOutcome[]>,
  submissions: readonly Submission[],
  place: string,
  signal: AbortSignal | undefined,
): Promise<readonly PromiseSettledResult<readonly SubmitOutcome[]>[]> {
  const answers = new Map<Submission, Promise<readonly SubmitOutcome[]>>();
  const small = submissions.filter((submission) => submission.package.size <= BATCH_ENTRY_BYTES);
  for (const batch of intoBatches(small, (submission) => submission.package.size)) {
    const sent = Promise.all(batch.map(packageEntry)).then((entries) =>
      postBatch(json, `${HTTP_BASE}/packages-batch`, entries, signal),
    );
    for (const [index, submission] of batch.entries()) {
      answers.set(
        submission,
        sent.then((all) => submitOutcomes(answerValue(all[index], place))),
      );
    }
  }
  return Promise.allSettled(submissions.map((submission) => answers.get(submission) ?? single(submission)));
}

/** Hands notices over in batches. */
export async function sendNotices(
  json: Json,
  notices: readonly OutgoingNotice[],
  place: string,
  signal: AbortSignal | undefined,
): Promise<readonly PromiseSettledResult<void>[]> {
  const answers: Promise<void>[] = [];
  for (const batch of intoBatches(notices, (notice) => notice.bytes.length)) {
    const entries = batch.map(({ to, dispatchId, bytes }) => ({ head: { to, id: dispatchId }, bytes }));
    const sent = postBatch(json, `${HTTP_BASE}/notices-batch`, entries, signal);
    for (const index of batch.keys()) answers.push(sent.then((all) => void answerValue(all[index], place)));
  }
  return Promise.allSettled(answers);
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
