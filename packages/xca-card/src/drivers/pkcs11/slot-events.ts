import { setTimeout as delay } from 'node:timers/promises';
import type { CardEvent, Reader } from '../../card/card.ts';
import { readerIdOf, type SlotReader } from './slot-reader.ts';

/**
 * Insertions and removals, found by looking at the slots at intervals: waiting inside a module is unreliable and cannot
 * be stopped. A card exchanged between two looks gives a removal and an insertion.
 */
export async function* slotEvents(
  slots: SlotReader,
  signal: AbortSignal,
  interval: number,
): AsyncGenerator<CardEvent, void, undefined> {
  let before = new Map<string, Reader>();
  for (let first = true; !signal.aborted; first = false) {
    const now = new Map<string, Reader>();
    const events: CardEvent[] = [];
    for (const slot of await slots.slots()) {
      if (slot.token === undefined) continue;
      const id = readerIdOf(slot);
      const reader = before.get(id) ?? (await slots.reader(slot));
      if (reader.card === undefined) continue;
      now.set(id, reader);
      if (!first && !before.has(id)) events.push({ type: 'inserted', reader });
    }
    for (const [id, reader] of before) {
      if (now.has(id)) continue;
      const slotId = id.slice(0, id.indexOf(':') + 1);
      events.unshift({ type: 'removed', reader: { name: reader.name, id: slotId } });
    }
    before = now;
    for (const event of events) {
      if (signal.aborted) return;
      yield event;
    }
    await delay(interval, undefined, { signal }).catch(() => undefined);
  }
}
