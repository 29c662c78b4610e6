import { describe, expect, it } from 'vitest';
import {
  createSoftDriver,
  DEFAULT_READER,
  type Fault,
  insertCard,
  removeCard,
  vendorCodes,
} from '../../../src/drivers/soft/index.ts';
import { makeWorld, PIN, utf8 } from '../../support/world.ts';

const world = await makeWorld();
const data = utf8('主旨');

async function sessionWith(...faults: Fault[]) {
  await insertCard(world.store, world.card.number);
  return createSoftDriver({ store: world.store, faults }).open(DEFAULT_READER, PIN);
}

describe('scripted faults', () => {
  it('take the card out before or after the work, at the call they name', async () => {
    for (const when of ['before', 'after'] as const) {
      const session = await sessionWith({ on: 'sign', call: 3, when, effect: { kind: 'remove' } });
      await session.signer.sign(data);
      await session.signer.sign(data);
      await expect(session.signer.sign(data)).rejects.toMatchObject({ code: 'CARD_REMOVED' });
      await expect(session.signer.sign(data)).rejects.toMatchObject({ code: 'SESSION_CLOSED' });
    }
  });

  it('fail with the error they name and go on', async () => {
    const session = await sessionWith({
      on: 'sign',
      call: 1,
      effect: { kind: 'error', code: 'FUNCTION_FAILED' },
    });
    await expect(session.signer.sign(data)).rejects.toMatchObject({
      code: 'FUNCTION_FAILED',
      retryable: true,
    });
    expect((await session.signer.sign(data)).length).toBe(256);
  });

  it('come from the store when none are given', async () => {
    await insertCard(world.store, world.card.number);
    await world.store.writeJson('faults.json', [
      { on: 'readers', effect: { kind: 'error', code: 'READER_NOT_FOUND' } },
    ]);
    await expect(createSoftDriver({ store: world.store }).readers()).rejects.toMatchObject({
      code: 'READER_NOT_FOUND',
    });
    await world.store.writeJson('faults.json', []);
  });
});

describe('removal', () => {
  it('at 200 moments gives a coded error or a good signature, within two seconds', async () => {
    for (let moment = 0; moment < 200; moment++) {
      const session = await sessionWith();
      const started = performance.now();
      const running = Promise.allSettled([session.signer.sign(data), session.signer.sign(data)]);
      for (let tick = 0; tick < moment % 20; tick++) await Promise.resolve();
      await removeCard(world.store);
      for (const outcome of await running) {
        if (outcome.status === 'fulfilled') expect(outcome.value.length).toBe(256);
        else
          expect(outcome.reason).toMatchObject({
            name: 'CardError',
            code: expect.stringMatching(/^(CARD_REMOVED|SESSION_CLOSED)$/),
          });
      }
      expect(performance.now() - started).toBeLessThan(2_000);
    }
  });

  it('is noticed even when the card is back', async () => {
    const session = await sessionWith();
    await removeCard(world.store);
    await insertCard(world.store, world.card.number);
    await expect(session.signer.sign(data)).rejects.toMatchObject({ code: 'CARD_REMOVED' });
  });
});

describe('vendor codes', () => {
  it('are those of a real card, for PKCS#11 and for HiPKI', async () => {
    await insertCard(world.store, world.card.number);
    const driver = createSoftDriver({ store: world.store });
    const codes = [];
    for (const allowLastTry of [false, false, true]) {
      const error: unknown = await driver
        .open(DEFAULT_READER, '999999', { allowLastTry })
        .catch((thrown: unknown) => thrown);
      codes.push(error instanceof Error && 'details' in error ? error.details : error);
    }
    expect(codes).toMatchObject([
      { ckr: 0x80000002, hipki: { retCode: 0x76100006, lastError: 0x80000002 } },
      { ckr: 0x80000001, hipki: { retCode: 0x76100006, lastError: 0x80000001 } },
      { ckr: 0xa4, hipki: { retCode: 0x76100006, lastError: 0xa4 } },
    ]);
  });

  it('never give FUNCTION_FAILED the number of a wrong PIN', () => {
    expect(vendorCodes('FUNCTION_FAILED').ckr).toBe(0x06);
    expect(vendorCodes('PIN_INCORRECT', 2).ckr).not.toBe(0x06);
  });
});
