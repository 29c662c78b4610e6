import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { redact, withGuardedPin } from '../../src/card/pin-guard.ts';
import { createSoftDriver, DEFAULT_READER } from '../../src/drivers/soft/index.ts';
import { activate } from '../../src/drivers/soft/life.ts';
import { makeWorld, USER_CODE } from '../support/world.ts';

describe('withGuardedPin', () => {
  const sent: string[] = [];
  const send = async (pin: Uint8Array) => {
    sent.push(new TextDecoder().decode(pin));
    return 'ok';
  };
  const guard = (pin: string | Uint8Array, options = {}) => {
    sent.length = 0;
    return withGuardedPin(pin, options, send);
  };

  it('sends a good PIN once and overwrites its bytes', async () => {
    const bytes = new TextEncoder().encode('123456');
    expect(await guard(bytes, { retriesLeft: 3 })).toBe('ok');
    expect(sent).toEqual(['123456']);
    expect([...bytes]).toEqual([0, 0, 0, 0, 0, 0]);
  });

  it.each([
    ['PIN_LENGTH', '12345', {}],
    ['PIN_LENGTH', '123456789', {}],
    ['PIN_FORMAT', '12345!', {}],
    ['PIN_LAST_TRY', '123456', { retriesLeft: 1 }],
    ['PIN_LOCKED', '123456', { retriesLeft: 0 }],
    ['PIN_LOCKED', '123456', { retriesLeft: 0, allowLastTry: true }],
  ])('answers %s and sends nothing', async (code, pin, options) => {
    await expect(guard(pin, options)).rejects.toMatchObject({ code });
    expect(sent).toEqual([]);
  });

  it('sends the last try only with consent, and never a second time when it fails', async () => {
    expect(await guard('123456', { retriesLeft: 1, allowLastTry: true })).toBe('ok');
    let calls = 0;
    const failing = withGuardedPin('123456', {}, async () => {
      calls++;
      throw new RangeError('no');
    });
    await expect(failing).rejects.toThrow(RangeError);
    expect(calls).toBe(1);
  });

  it('overwrites the bytes also when nothing was sent', async () => {
    const bytes = new TextEncoder().encode('12345');
    await expect(guard(bytes)).rejects.toMatchObject({ code: 'PIN_LENGTH' });
    expect([...bytes]).toEqual([0, 0, 0, 0, 0]);
  });
});

describe('secrets', () => {
  it('stand in no error, whatever way it is looked at', async () => {
    const secrets = ['Zx81Pq47', 'Zx81Pq', 'SecretCd9'];
    const world = await makeWorld();
    const driver = createSoftDriver({ store: world.store });
    const attempts = [
      () => driver.open(DEFAULT_READER, 'Zx81Pq47'),
      () => driver.open(DEFAULT_READER, 'Zx81Pq47Zx81Pq47'),
      () => driver.open('no reader', 'Zx81Pq47'),
      () => world.session.changePin('Zx81Pq47', 'Zx81Pq47'),
      () => activate(world.store, world.card.number, 'SecretCd9', 'Zx81Pq47'),
      () => activate(world.store, 'NOBODY', USER_CODE, 'Zx81Pq47'),
    ];
    for (const attempt of attempts) {
      const error: unknown = await attempt().catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(Error);
      const shown = [
        inspect(error, { depth: 20, showHidden: true }),
        JSON.stringify(error),
        String(error),
      ].join('\n');
      for (const secret of secrets) expect(shown).not.toContain(secret);
    }
  });

  it('are taken out of foreign messages', () => {
    expect(redact('login with 123456 failed: 123456', ['123456', ''])).toBe(
      'login with [redacted] failed: [redacted]',
    );
  });
});
