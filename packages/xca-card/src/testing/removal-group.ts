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
    await events.ready;
    await slot.remove();
    await events.wait('removed');
    await slot.insert();
    const inserted = await events.wait('inserted');
    expectThat(inserted.reader.card?.number === card.number, 'the event does not show the card');
    stop.abort();
    await events.done;
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
  /** The first look is done: what comes now is an event. */
  readonly ready: Promise<void>;
  readonly done: Promise<void>;
  wait(type: CardEvent['type']): Promise<CardEvent>;
}

function collect(driver: CardDriver, signal: AbortSignal): EventLog {
  const seen: CardEvent[] = [];
  const waiting: { type: CardEvent['type']; resolve: (event: CardEvent) => void }[] = [];
  const done = (async () => {
    for await (const event of driver.events(signal)) {
      const index = waiting.findIndex(({ type }) => type === event.type);
      if (index < 0) seen.push(event);
      else waiting.splice(index, 1)[0]?.resolve(event);
    }
  })();
  return {
    // Drivers look at their readers at once; a listing queues behind that look.
    ready: new Promise<void>((resolve) => setImmediate(resolve)).then(
      async () => void (await driver.readers()),
    ),
    done,
    wait: (type) =>
      new Promise((resolve, reject) => {
        const index = seen.findIndex((event) => event.type === type);
        const found = index < 0 ? undefined : seen.splice(index, 1)[0];
        if (found !== undefined) return resolve(found);
        const timer = setTimeout(() => reject(new Error(`no ${type} event in 10 s`)), 10_000);
        waiting.push({
          type,
          resolve: (event) => {
            clearTimeout(timer);
            resolve(event);
          },
        });
      }),
  };
}
