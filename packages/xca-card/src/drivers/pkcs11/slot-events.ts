import { setTimeout as delay } from 'node:timers/promises';
import type { CardEvent, Reader } from '../../card/card.ts';
import { readerIdOf, type SlotReader } from './slot-reader.ts';

/**
 * Insertions and removals, found by looking at the slots at intervals: waiting inside a module is unreliable and cannot
 * be stopped. A look asks for presence only; cards are read when it has changed.
 */
export async function* slotEvents(
  slots: SlotReader,
  signal: AbortSignal,
  interval: number,
): AsyncGenerator<CardEvent, void, undefined> {
  let before = new Map<string, Reader>();
  let present: string | undefined;
  while (!signal.aborted) {
    const now = String(await slots.presence());
    if (now !== present) {
      const after = await readersIn(slots, before);
      const events = present === undefined ? [] : difference(before, after);
      present = now;
      before = after;
      for (const event of events) {
        if (signal.aborted) return;
        yield event;
      }
    }
    await delay(interval, undefined, { signal }).catch(() => undefined);
  }
}

async function readersIn(
  slots: SlotReader,
  known: ReadonlyMap<string, Reader>,
): Promise<Map<string, Reader>> {
  const found = new Map<string, Reader>();
  for (const slot of await slots.slots()) {
    if (slot.token === undefined) continue;
    const id = readerIdOf(slot);
    const reader = known.get(id) ?? (await slots.reader(slot));
    if (reader.card !== undefined) found.set(id, reader);
  }
  return found;
}

/** Removals before insertions; an empty reader keeps its place but names no card. */
function difference(before: ReadonlyMap<string, Reader>, after: ReadonlyMap<string, Reader>): CardEvent[] {
  const gone = [...before].filter(([id]) => !after.has(id));
  const come = [...after].filter(([id]) => !before.has(id));
  return [
    ...gone.map(([id, { name }]): CardEvent => {
      return { type: 'removed', reader: { name, id: id.slice(0, id.indexOf(':') + 1) } };
    }),
    ...come.map(([, reader]): CardEvent => ({ type: 'inserted', reader })),
  ];
}
