import { digestOf } from '../../digest-of.ts';
import { ExchangeError } from '../../exchange-error.ts';
import { type ByteSource, readAll } from '../../seal/byte-source.ts';
import type { Submission, SubmitOutcome } from '../transport.ts';
import { refusedAnswer } from './answer.ts';
import type { HttpAnswer, HttpCall } from './http-client.ts';
import { HTTP_BASE } from './wire.ts';

/**
 * Hands a package over: a small one in one call; a large one in parts, going on where an earlier try stopped, and then
 * one call that names it.
 */
export async function submitPackage(
  json: (call: HttpCall) => Promise<unknown>,
  call: (call: HttpCall) => Promise<HttpAnswer>,
  submission: Submission,
  partBytes: number,
  signal: AbortSignal | undefined,
): Promise<readonly SubmitOutcome[]> {
  const to = submission.recipients.map(({ recipient }) => recipient).join(',');
  const query = new URLSearchParams({ id: submission.id, to });
  const path = `${HTTP_BASE}/packages/${submission.packageSha256}?${query}`;
  const source = submission.package;
  if (source.size <= partBytes)
    return submitOutcomes(await json({ method: 'PUT', path, body: source, signal }));
  await uploadParts(call, submission.packageSha256, source, partBytes, signal);
  return submitOutcomes(await json({ method: 'POST', path, signal }));
}

/** Uploads a large package in parts, going on where an earlier try stopped. */
export async function uploadParts(
  call: (call: HttpCall) => Promise<HttpAnswer>,
  sha256: string,
  source: ByteSource,
  partBytes: number,
  signal: AbortSignal | undefined,
): Promise<void> {
  const path = `${HTTP_BASE}/uploads/${sha256}`;
  let offset = await offsetOf(await call({ method: 'HEAD', path, signal }));
  while (offset < source.size) {
    const length = Math.min(partBytes, source.size - offset);
    const from = offset;
    const part = await readAll(firstBytes(source.open(from), length));
    const answer = await call({
      method: 'PATCH',
      path,
      headers: {
        'upload-offset': String(from),
        'upload-part-sha256': digestOf(part),
      },
      body: part,
      signal,
    });
    const next = await offsetOf(answer);
    // A part that was damaged on the way, or an upload by someone else at the same time.
    if (next <= from) throw stuck(from);
    offset = next;
  }
}

/** 200, 204: so far; 404: nothing yet; 409: another place than we thought. */
async function offsetOf(answer: HttpAnswer): Promise<number> {
  const known = [200, 204, 404, 409].includes(answer.status);
  if (!known) throw await refusedAnswer(answer, 'uploads');
  answer.body.resume();
  const offset = Number(answer.headers['upload-offset'] ?? 0);
  if (!Number.isSafeInteger(offset) || offset < 0) throw stuck(offset);
  return offset;
}

function stuck(offset: number): ExchangeError {
  return new ExchangeError('TRANSPORT_INDETERMINATE', {
    details: { place: 'uploads', reason: `no progress at byte ${offset}` },
  });
}

async function* firstBytes(chunks: AsyncIterable<Uint8Array>, length: number): AsyncGenerator<Uint8Array> {
  let left = length;
  for await (const chunk of chunks) {
    yield chunk.subarray(0, left);
    left -= chunk.length;
    if (left <= 0) return;
  }
}

/** The outcomes of a submission as the centre gave them. */
export function submitOutcomes(value: unknown): readonly SubmitOutcome[] {
  if (!Array.isArray(value)) {
    throw new ExchangeError('TRANSPORT_INDETERMINATE', {
      details: { place: 'packages', reason: 'not a list' },
    });
  }
  // Each entry is looked up by its recipient; one without a word counts as unknown.
  return value as SubmitOutcome[];
}
