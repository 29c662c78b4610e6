import { X509Certificate } from 'node:crypto';
import {
  certificateFor,
  expectCode,
  expectThat,
  openCard,
  readerWithCard,
  sameBytes,
} from './expectations.ts';
import type { SuiteParts } from './subject.ts';

/** What shows without a PIN, and what does not exist. */
export function readingGroup({ test }: SuiteParts): void {
  test('lists the card number and both certificates without a PIN', async (subject) => {
    const { card } = await readerWithCard(subject);
    expectThat(card.number !== '', 'the card has no number');
    const sign = certificateFor(card, 'sign');
    const exchange = certificateFor(card, 'exchange');
    expectThat(!sameBytes(sign.der, exchange.der), 'cert1 and cert2 are the same certificate');
  });

  test('never takes the certificate of an authority for that of the holder', async (subject) => {
    const { card } = await readerWithCard(subject);
    for (const use of ['sign', 'exchange'] as const) {
      const { der } = certificateFor(card, use);
      expectThat(!new X509Certificate(der).ca, `the ${use} certificate is an authority's`);
    }
  });

  test('lists the same card twice', async (subject) => {
    const first = await readerWithCard(subject);
    const second = await readerWithCard(subject);
    expectThat(first.id === second.id, 'the reader id changed without an insertion');
    expectThat(first.card.number === second.card.number, 'the card number changed');
  });

  test('gives each reader its own id', async ({ driver }) => {
    const ids = (await driver.readers()).map(({ id }) => id);
    expectThat(new Set(ids).size === ids.length, 'two readers have the same id');
  });

  test('opens the card that was listed', async (subject) => {
    const { card } = await readerWithCard(subject);
    const session = await openCard(subject);
    expectThat(session.card.number === card.number, 'another card was opened');
    expectThat(
      sameBytes(session.signer.certificate, certificateFor(card, 'sign').der),
      'the signer is not cert1',
    );
    expectThat(
      sameBytes(session.decrypter.certificate, certificateFor(card, 'exchange').der),
      'the decrypter is not cert2',
    );
    await session.close();
  });

  test('refuses a reader that does not exist', async ({ driver, pin }) => {
    await expectCode(driver.open('no such reader', pin), ['READER_NOT_FOUND', 'CARD_NOT_FOUND'], [pin]);
  });

  test('ends events when the signal aborts', async ({ driver }) => {
    const stop = new AbortController();
    const events = driver.events(stop.signal)[Symbol.asyncIterator]();
    const next = events.next();
    stop.abort();
    expectThat((await next).done === true, 'an event came after the abort');
  });

  test('refuses everything after the driver was closed, and closes twice', async ({ driver, pin }) => {
    const [reader] = await driver.readers();
    await driver.close();
    await driver.close();
    await expectCode(driver.open(reader?.id ?? '', pin), 'SESSION_CLOSED', [pin]);
    await expectCode(driver.readers(), 'SESSION_CLOSED');
  });
}
