import type { CardEvent, Reader } from '../../card/card.ts';

/** Insertions and removals after the first look, found by looking at the readers again and again until the signal aborts. */
export async function* watchReaders(
  readers: () => Promise<readonly Reader[]>,
  pollMs: number,
  signal: AbortSignal,
): AsyncGenerator<CardEvent> {
  let known: ReadonlyMap<string, Reader> | undefined;
  while (!signal.aborted) {
    const current = new Map((await readers()).map((reader) => [reader.id, reader]));
    if (signal.aborted) return;
    if (known) yield* differences(known, current);
    known = current;
    await pause(pollMs, signal);
  }
}

function* differences(
  known: ReadonlyMap<string, Reader>,
  current: ReadonlyMap<string, Reader>,
): Generator<CardEvent> {
  for (const [id, before] of known) {
    if (before.card && before.card.number !== current.get(id)?.card?.number)
      yield { type: 'removed', reader: before };
  }
  for (const [id, reader] of current) {
    if (reader.card && reader.card.number !== known.get(id)?.card?.number) yield { type: 'inserted', reader };
  }
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const done = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal.addEventListener('abort', done);
  });
}
