import type { CardDriver, CardEvent } from '../card/card.ts';
import { expectCode, expectSignature, expectThat, openCard, readerWithCard, utf8 } from './expectations.ts';
import type { DriverSubject, SuiteParts } from './subject.ts';

interface Slot {
  remove(): Promise<void>;
  insert(): Promise<void>;
}

function slotOf({ remove, insert }: DriverSubject): Slot {
  if (remove === undefined || insert === undefined) throw new Error('the subject cannot remove its card');
  return { remove, insert };
}

/** The card leaves and comes back. */
export function removalGroup({ test, abilities }: SuiteParts): void {
  const limit = abilities.removalLimit ?? 2_000;

  test('tells the removal of an opened card and lives on after its return', async (subject) => {
    const slot = slotOf(subject);
    const session = await openCard(subject);
    await slot.remove();
    await within(limit, expectCode(session.signer.sign(utf8('x')), 'CARD_REMOVED'));
    await slot.insert();
    await expectCode(session.signer.sign(utf8('x')), ['CARD_REMOVED', 'SESSION_CLOSED']);
    await session.close();
    const again = await openCard(subject);
    const data = utf8('重新插卡');
    expectSignature(again.signer.certificate, data, await again.signer.sign(data), 'SHA-256');
    await again.close();
  });

  test('shows no card while it is out', async (subject) => {
    const slot = slotOf(subject);
    const { id, card } = await readerWithCard(subject);
    await slot.remove();
    const readers = await subject.driver.readers();
    expectThat(!readers.some((reader) => reader.card?.number === card.number), 'the card is still listed');
    await expectCode(
      subject.driver.open(id, subject.pin),
      ['CARD_NOT_FOUND', 'READER_NOT_FOUND'],
      [subject.pin],
    );
    await slot.insert();
    expectThat((await readerWithCard(subject)).card.number === card.number, 'the card did not come back');
  });

  test('tells removals and insertions as events', async (subject) => {
    const slot = slotOf(subject);
    const { card } = await readerWithCard(subject);
    const stop = new AbortController();
    const events = collect(subject.driver, stop.signal);
    try {
      // Asked after the first look of the events, and so answered after it. Should a driver look later, the first removal
      // is no change: hence more than one round.
      await readerWithCard(subject);
      for (let round = 1; ; round += 1) {
        await slot.remove();
        const removed = await events.next('removed');
        await slot.insert();
        const inserted = await events.next('inserted');
        if (removed !== undefined && inserted !== undefined) {
          expectThat(inserted.reader.card?.number === card.number, 'the event does not show the card');
          break;
        }
        expectThat(round < 3, `no ${removed === undefined ? 'removed' : 'inserted'} event`);
      }
    } finally {
      stop.abort();
      await events.done;
    }
  });

  test('ends an operation that runs while the card is taken out', async (subject) => {
    const slot = slotOf(subject);
    for (const wait of [0, 1, 5, 20, 60]) {
      const session = await openCard(subject);
      const data = utf8(`拔卡 ${wait}`);
      const running = Array.from({ length: 4 }, () => session.signer.sign(data));
      const outcomes = Promise.allSettled(running);
      await new Promise((resolve) => setTimeout(resolve, wait));
      await slot.remove();
      for (const outcome of await within(limit, outcomes)) {
        if (outcome.status === 'rejected') await expectCode(Promise.reject(outcome.reason), 'CARD_REMOVED');
        else expectSignature(session.signer.certificate, data, outcome.value, 'SHA-256');
      }
      await slot.insert();
      await session.close();
    }
  });
}

async function within<T>(limit: number, promise: Promise<T>): Promise<T> {
  const started = performance.now();
  const result = await promise;
  const took = performance.now() - started;
  expectThat(took <= limit, `took ${Math.round(took)} ms after the removal, more than ${limit}`);
  return result;
}

interface EventLog {
  readonly done: Promise<void>;
  /** The next event of the type, undefined when none comes in time. */
  next(type: CardEvent['type']): Promise<CardEvent | undefined>;
}

const EVENT_LIMIT = 3_000;

function collect(driver: CardDriver, signal: AbortSignal): EventLog {
  const seen: CardEvent[] = [];
  let wake = () => {};
  const done = (async () => {
    for await (const event of driver.events(signal)) {
      seen.push(event);
      wake();
    }
  })();
  const take = (type: CardEvent['type']): CardEvent | undefined => {
    const index = seen.findIndex((event) => event.type === type);
    return index < 0 ? undefined : seen.splice(index, 1)[0];
  };
  return {
    done,
    next: (type) =>
      new Promise((resolve) => {
        const settle = (event: CardEvent | undefined) => {
          clearTimeout(timer);
          wake = () => {};
          resolve(event);
        };
        const timer = setTimeout(() => settle(undefined), EVENT_LIMIT);
        wake = () => {
          const event = take(type);
          if (event !== undefined) settle(event);
        };
        wake();
      }),
  };
}
