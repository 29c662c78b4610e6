import { bytesSource } from '../../seal/byte-source.ts';
import { BATCH_LIMIT, type BatchEntry, readBatch } from '../../transport/http/batch.ts';
import type { BatchAnswer } from '../../transport/http/wire.ts';
import { recipientOf } from '../../transport/transport.ts';
import type { OfficeCall } from './exchange-handler.ts';
import { errorAnswer, readPieces, sendJson } from './message.ts';

/** Takes several packages; all that are good share one commit. */
export async function postPackages(call: OfficeCall): Promise<void> {
  await answerEach(call, ({ head, bytes }) =>
    call.centre.submit(call.office, {
      id: String(head.id),
      packageSha256: String(head.sha256),
      package: bytesSource(bytes),
      recipients: (Array.isArray(head.to) ? head.to.map(String) : []).map(recipientOf),
    }),
  );
}

/** Takes several notices; all that are good share one commit. */
export async function postNotices(call: OfficeCall): Promise<void> {
  await answerEach(call, ({ head, bytes }) =>
    call.centre.postNotice(call.office, { to: String(head.to), dispatchId: String(head.id), bytes }),
  );
}

/** One entry that is refused does not fail the others. */
async function answerEach(
  { request, response }: OfficeCall,
  take: (entry: BatchEntry) => Promise<unknown>,
): Promise<void> {
  const entries = readBatch(await readPieces(request, BATCH_LIMIT));
  const taken = await Promise.allSettled(entries.map(take));
  const answers = taken.map((result): BatchAnswer => {
    return result.status === 'fulfilled' ? { value: result.value } : errorAnswer(result.reason);
  });
  sendJson(response, 200, answers);
}
