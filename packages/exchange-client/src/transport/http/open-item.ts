import { setTimeout as pause } from 'node:timers/promises';
import { ExchangeError } from '../../exchange-error.ts';
import { type ByteSource, bytesSource } from '../../seal/byte-source.ts';
import type { TransportItem } from '../transport.ts';
import { refusedAnswer } from './answer.ts';
import type { HttpAnswer, HttpCall } from './http-client.ts';
import { HTTP_BASE } from './wire.ts';

/** Tries in a row that bring no byte before a download is given up. */
const FRUITLESS_TRIES = 4;
const FIRST_PAUSE_MS = 100;

/** Reads an item; a download that breaks off goes on at the byte where it stopped. */
export function openItem(
  call: (call: HttpCall) => Promise<HttpAnswer>,
  item: TransportItem,
  place: string,
): ByteSource {
  if (item.bytes !== undefined) return bytesSource(item.bytes);
  return {
    size: item.size,
    async *open(from = 0) {
      let at = from;
      for (let fruitless = 0; ; ) {
        const before = at;
        try {
          for await (const chunk of await request(call, item, at, place)) {
            at += chunk.length;
            yield chunk;
          }
          return;
        } catch (cause) {
          const failure = failureOf(cause, place);
          fruitless = at > before ? 0 : fruitless + 1;
          if (!failure.retryable || fruitless >= FRUITLESS_TRIES) throw failure;
          await pause(FIRST_PAUSE_MS * 2 ** fruitless);
        }
      }
    },
  };
}

async function request(
  call: (call: HttpCall) => Promise<HttpAnswer>,
  item: TransportItem,
  at: number,
  place: string,
): Promise<AsyncIterable<Uint8Array>> {
  const path = `${HTTP_BASE}/items/${encodeURIComponent(item.item)}`;
  const answer = await call({ method: 'GET', path, headers: { range: `bytes=${at}-` } });
  if (answer.status === 206 || (answer.status === 200 && at === 0)) return answer.body;
  throw await refusedAnswer(answer, place);
}

function failureOf(cause: unknown, place: string): ExchangeError {
  if (cause instanceof ExchangeError) return cause;
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new ExchangeError('TRANSPORT_INDETERMINATE', { details: { place, reason }, cause });
}
