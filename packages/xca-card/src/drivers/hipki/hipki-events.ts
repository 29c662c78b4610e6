import type { CardEvent, Reader } from '../../card/card.ts';
import type { CardProfile } from '../../profiles/card-profile.ts';
import { hipkiReaderId, knowSlot, realSlots } from './hipki-reader.ts';
import type { HipkiInfo } from './reply.ts';

export interface EventSource {
  /** Slots without certificates. */
  look(): Promise<HipkiInfo>;
  /** Slots with certificates. */
  list(): Promise<HipkiInfo>;
  /** True when `list` needs a gesture; events then show cards without certificates. */
  readonly needsGesture: boolean;
  readonly profiles: readonly CardProfile[];
}

/** Insertions and removals, found by looking at intervals: the service announces nothing by itself. */
export async function* hipkiEvents(
  source: EventSource,
  signal: AbortSignal,
  interval: number,
): AsyncGenerator<CardEvent, void, undefined> {
  let before: ReadonlyMap<string, Reader> | undefined;
  while (!signal.aborted) {
    const info = await source.look();
    const ids = realSlots(info).flatMap((slot) => (slot.token === undefined ? [] : [hipkiReaderId(slot)]));
    const changed = before !== undefined && ids.some((id) => !before?.has(id));
    const now = readersIn(changed && !source.needsGesture ? await source.list() : info, source.profiles);
    for (const event of before === undefined ? [] : difference(before, now)) {
      if (signal.aborted) return;
      yield event;
    }
    before = now;
    await pause(interval, signal);
  }
}

function readersIn(info: HipkiInfo, profiles: readonly CardProfile[]): ReadonlyMap<string, Reader> {
  return new Map(
    realSlots(info).flatMap((slot) => {
      const known = knowSlot(slot, info.library, profiles);
      return known === undefined ? [] : [[known.reader.id, known.reader] as const];
    }),
  );
}

function difference(before: ReadonlyMap<string, Reader>, now: ReadonlyMap<string, Reader>): CardEvent[] {
  const gone = [...before].filter(([id]) => !now.has(id));
  const come = [...now].filter(([id]) => !before.has(id));
  return [
    ...gone.map(([id, { name }]): CardEvent => {
      return { type: 'removed', reader: { name, id: id.slice(0, id.indexOf(':') + 1) } };
    }),
    ...come.map(([, reader]): CardEvent => ({ type: 'inserted', reader })),
  ];
}

function pause(interval: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const stop = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', stop);
      resolve();
    };
    const timer = setTimeout(stop, interval);
    signal.addEventListener('abort', stop);
  });
}
