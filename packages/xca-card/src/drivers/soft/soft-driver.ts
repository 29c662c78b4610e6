import type { Card, CardDriver, CardSession, OpenOptions, PinInput, Reader } from '../../card/card.ts';
import { withGuardedPin } from '../../card/pin-guard.ts';
import { type CardRecord, loadCertificates } from './card-record.ts';
import { changePin } from './change-pin.ts';
import { createFaultPlayer, type Fault, type FaultPlayer } from './faults.ts';
import { createKeyOperations } from './key-operations.ts';
import { readerWithCard, removeCard } from './readers.ts';
import { openKeys, trySecret } from './secret-check.ts';
import { softError } from './soft-error.ts';
import { watchReaders } from './soft-events.ts';
import { createSoftSession } from './soft-session.ts';
import type { SoftReader, SoftStore } from './soft-store.ts';

export interface SoftDriverOptions {
  readonly store: SoftStore;
  /** Things that go wrong on purpose. Default: those of `faults.json` in the store, if any. */
  readonly faults?: readonly Fault[];
  /** How often readers are looked at for events, in milliseconds. Default 200. */
  readonly pollMs?: number;
}

/** The simulated card as a driver: same interface, same errors, same PIN counter as a real one. */
export function createSoftDriver(options: SoftDriverOptions): CardDriver {
  const { store, pollMs = 200 } = options;
  const closing = new AbortController();
  let player: Promise<FaultPlayer> | undefined;
  const faultPlayer = () => {
    player ??= loadFaults(options).then((faults) => createFaultPlayer(faults, () => removeCard(store)));
    return player;
  };
  const requireOpen = () => {
    if (closing.signal.aborted) throw softError('SESSION_CLOSED');
  };
  const readers = async () => {
    requireOpen();
    const fault = (await faultPlayer()).begin('readers');
    await fault('before');
    const found = await Promise.all((await store.readers()).map((reader) => describeReader(store, reader)));
    await fault('after');
    return found;
  };
  return {
    name: 'soft',
    readers,
    open: async (readerId, pin, openOptions = {}) => {
      try {
        requireOpen();
        return await openSession(store, await faultPlayer(), readerId, pin, openOptions);
      } finally {
        if (typeof pin !== 'string') pin.fill(0);
      }
    },
    events: (signal) => watchReaders(readers, pollMs, AbortSignal.any([signal, closing.signal])),
    async close() {
      closing.abort();
    },
  };
}

async function loadFaults({ store, faults }: SoftDriverOptions): Promise<readonly Fault[]> {
  if (faults) return faults;
  const stored = await store.readJson('faults.json');
  // A hand-written script; a bad one shows as faults that never happen.
  return Array.isArray(stored) ? (stored as Fault[]) : [];
}

async function describeReader(store: SoftStore, reader: SoftReader): Promise<Reader> {
  const base = { name: reader.name, id: reader.name };
  return reader.card === undefined ? base : { ...base, card: describeCard(await store.card(reader.card)) };
}

function describeCard(record: CardRecord): Card {
  return {
    number: record.number,
    label: record.label,
    certificates: loadCertificates(record),
    ...(record.pin && { retriesLeft: record.pin.triesLeft }),
  };
}

async function openSession(
  store: SoftStore,
  faults: FaultPlayer,
  readerId: string,
  pin: PinInput,
  options: OpenOptions,
): Promise<CardSession> {
  const fault = faults.begin('open');
  await fault('before');
  const reader = await readerWithCard(store, readerId);
  const isPresent = async () => {
    const current = (await store.readers()).find(({ name }) => name === readerId);
    return current?.card === reader.card && current.insertions === reader.insertions;
  };
  const opened = await store.storage.exclusive(async () => {
    const record = await store.card(reader.card);
    if (!record.pin) throw softError('NOT_ACTIVATED');
    return withGuardedPin(pin, { ...options, retriesLeft: record.pin.triesLeft }, async (bytes) => {
      const result = await trySecret(store, record, 'pin', bytes);
      if (result.ok) return result;
      if (result.triesLeft === 0) throw softError('PIN_LOCKED');
      throw softError('PIN_INCORRECT', { retriesLeft: result.triesLeft });
    });
  });
  const keys = createKeyOperations(await openKeys(opened.record, opened.cardKey));
  opened.cardKey.fill(0);
  await fault('after');
  if (!(await isPresent())) throw softError('CARD_REMOVED');
  return createSoftSession({
    card: describeCard(opened.record),
    keys,
    faults,
    isPresent,
    changePin: (current, next) => changePin(store, reader.card, current, next),
  });
}
