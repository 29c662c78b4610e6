import { beforeEach, describe, expect, it } from 'vitest';
import { parseCertificate } from '../../../src/certificate/certificate.ts';
import { createCrlChecker } from '../../../src/certificate/revocation/crl-checker.ts';
import { validatePath } from '../../../src/certificate/validate-path.ts';
import { fromBase64 } from '../../../src/der/bytes.ts';
import {
  activate,
  createMemoryStorage,
  createSoftDriver,
  DEFAULT_READER,
  insertCard,
  lockPin,
  openSoftStore,
  publishCrls,
  renew,
  resetPin,
  resume,
  revoke,
  type SoftStore,
  stateOf,
  suspend,
} from '../../../src/drivers/soft/index.ts';
import { issueSoftCard } from '../../../src/drivers/soft/issue-card.ts';
import { NOW, OFFICE, PIN, testGpki, USER_CODE } from '../../support/world.ts';

const DAY = 86_400_000;
const gpki = await testGpki();
const blank = openSoftStore(createMemoryStorage(), { now: () => NOW, rounds: 1, gpki });
const issued = await issueSoftCard(blank, { organisation: OFFICE, userCode: USER_CODE });
const { number } = issued;

let clock: Date;
let store: SoftStore;

beforeEach(async () => {
  clock = NOW;
  store = openSoftStore(createMemoryStorage(), { now: () => clock, rounds: 1, gpki });
  await store.saveCard(issued);
});

const state = async () => stateOf(await store.card(number), clock);
const open = (pin = PIN) => createSoftDriver({ store }).open(DEFAULT_READER, pin);
const afterDays = (days: number) => new Date(NOW.getTime() + days * DAY);

describe('開卡', () => {
  it('sets the first PIN with the user code, once', async () => {
    await insertCard(store, number);
    expect(await state()).toBe('issued');
    await expect(open()).rejects.toMatchObject({ code: 'NOT_ACTIVATED' });
    await activate(store, number, USER_CODE, PIN);
    expect(await state()).toBe('active');
    await (await open()).close();
    await expect(activate(store, number, USER_CODE, PIN)).rejects.toMatchObject({
      code: 'ALREADY_ACTIVATED',
    });
  });

  it('blocks the user code after three failures, also for the right one', async () => {
    for (const triesLeft of [2, 1]) {
      const attempt = activate(store, number, 'wrong-code', PIN);
      await expect(attempt).rejects.toMatchObject({ code: 'USER_CODE_INCORRECT', details: { triesLeft } });
    }
    await expect(activate(store, number, 'wrong-code', PIN)).rejects.toMatchObject({
      code: 'USER_CODE_BLOCKED',
    });
    await expect(activate(store, number, USER_CODE, PIN)).rejects.toMatchObject({
      code: 'USER_CODE_BLOCKED',
    });
  });

  it('gives the tries back after the right user code', async () => {
    await expect(activate(store, number, 'wrong-code', PIN)).rejects.toMatchObject({
      code: 'USER_CODE_INCORRECT',
    });
    await activate(store, number, USER_CODE, PIN);
    expect((await store.card(number)).userCode.triesLeft).toBe(3);
  });

  it('spends no try on a code or PIN of the wrong shape', async () => {
    await expect(activate(store, number, 'short', PIN)).rejects.toMatchObject({ code: 'USER_CODE_FORMAT' });
    await expect(activate(store, number, USER_CODE, '12345')).rejects.toMatchObject({ code: 'PIN_LENGTH' });
    await expect(activate(store, number, USER_CODE, '１２３')).rejects.toMatchObject({ code: 'PIN_LENGTH' });
    await expect(activate(store, number, USER_CODE, '1234 67')).rejects.toMatchObject({ code: 'PIN_FORMAT' });
    expect((await store.card(number)).userCode.triesLeft).toBe(3);
  });

  it('is possible to the last moment of 90 days and not after', async () => {
    clock = afterDays(90);
    expect(await state()).toBe('issued');
    clock = new Date(clock.getTime() + 1);
    expect(await state()).toBe('suspended');
    await expect(activate(store, number, USER_CODE, PIN)).rejects.toMatchObject({ code: 'CARD_SUSPENDED' });
    await resume(store, number);
    await activate(store, number, USER_CODE, PIN);
    expect(await state()).toBe('active');
  });
});

describe('解鎖與重設 PIN 碼', () => {
  beforeEach(async () => {
    await activate(store, number, USER_CODE, PIN);
    await insertCard(store, number);
  });

  it('unlocks a locked card with the user code', async () => {
    await lockPin(store, number);
    expect(await state()).toBe('locked');
    await expect(open()).rejects.toMatchObject({ code: 'PIN_LOCKED' });
    await resetPin(store, number, USER_CODE, '864200');
    await (await open('864200')).close();
    await expect(open()).rejects.toMatchObject({ code: 'PIN_INCORRECT', details: { retriesLeft: 2 } });
  });

  it('is refused before the card was opened', async () => {
    await store.saveCard(issued);
    await expect(resetPin(store, number, USER_CODE, PIN)).rejects.toMatchObject({ code: 'NOT_ACTIVATED' });
  });
});

describe('停用、復用、廢止', () => {
  const validity = async () => {
    const lists = await publishCrls(store);
    const der = fromBase64(issued.certificates[0]?.der ?? '');
    const revocation = createCrlChecker(
      lists.map((list) => list.der),
      { now: () => clock },
    );
    const { issues } = await validatePath(der, {
      ...{ anchors: gpki.anchors, intermediates: gpki.intermediates },
      at: clock,
      revocation,
    });
    return issues.map(({ code }) => code);
  };

  it('show in the published lists', async () => {
    expect(await validity()).toEqual([]);
    await suspend(store, number);
    expect(await validity()).toEqual(['ON_HOLD']);
    await resume(store, number);
    expect(await validity()).toEqual([]);
    await revoke(store, number, 'cessationOfOperation');
    expect(await validity()).toEqual(['REVOKED']);
    expect(await state()).toBe('revoked');
  });

  it('put a card that was never opened on hold', async () => {
    clock = afterDays(91);
    expect(await validity()).toEqual(['ON_HOLD']);
  });

  it('refuse resets of a revoked card', async () => {
    await activate(store, number, USER_CODE, PIN);
    await revoke(store, number);
    await expect(resetPin(store, number, USER_CODE, PIN)).rejects.toMatchObject({ code: 'CARD_REVOKED' });
  });
});

describe('展期', () => {
  const end = parseCertificate(fromBase64(issued.certificates[0]?.der ?? '')).notAfter;

  it('gives a new card to the same holder in the last 60 days, once, and leaves the old one valid', async () => {
    await activate(store, number, USER_CODE, PIN);
    clock = new Date(end.getTime() - 60 * DAY);
    const fresh = await renew(store, number, USER_CODE);
    expect(fresh).toMatchObject({ organisation: OFFICE, rank: 'primary' });
    expect(fresh.number).not.toBe(number);
    expect(stateOf(fresh, clock)).toBe('issued');
    expect(await state()).toBe('active');
    await activate(store, fresh.number, USER_CODE, PIN);
    await expect(renew(store, number, USER_CODE)).rejects.toMatchObject({
      code: 'RENEWAL_REFUSED',
      details: { why: 'renewed' },
    });
  });

  it('is refused too early, too late, and with a wrong user code', async () => {
    clock = new Date(end.getTime() - 61 * DAY);
    await expect(renew(store, number, USER_CODE)).rejects.toMatchObject({ details: { why: 'early' } });
    clock = new Date(end.getTime() + 1);
    await expect(renew(store, number, USER_CODE)).rejects.toMatchObject({ details: { why: 'expired' } });
    clock = new Date(end.getTime() - DAY);
    await resume(store, number);
    await expect(renew(store, number, 'wrong-code')).rejects.toMatchObject({ code: 'USER_CODE_INCORRECT' });
  });
});
