import { digestOf } from '../digest-of.ts';

/** The hash before the first event of a stream. */
export const CHAIN_START = '0'.repeat(64);

export interface HashedEvent {
  readonly stream: string;
  readonly n: number;
  /** ISO time. */
  readonly at: string;
  readonly type: string;
  /** JSON text. */
  readonly body: string;
  readonly previous: string;
}

/** SHA-256 over a JSON array of the event's fields, the previous hash first. */
export function hashEvent(event: HashedEvent): string {
  const text = JSON.stringify([event.previous, event.stream, event.n, event.at, event.type, event.body]);
  return digestOf(text);
}
