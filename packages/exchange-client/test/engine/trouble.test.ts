import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { createFaultyService } from '../../src/centre/faults/faulty-service.ts';
import { createEngine } from '../../src/engine/create-engine.ts';
import { ExchangeError } from '../../src/exchange-error.ts';
import { bytesSource } from '../../src/seal/byte-source.ts';
import { openSqliteStore } from '../../src/store/sqlite/open-sqlite-store.ts';
import { createLoopback } from '../../src/transport/loopback.ts';
import type { Transport } from '../../src/transport/transport.ts';
import { makeOffice } from '../fixture/identity.ts';
import { letterTo } from '../fixture/letters.ts';
import { entryOf, openNetwork } from '../fixture/network.ts';

type Network = Awaited<ReturnType<typeof openNetwork>>;
let network: Network;

afterEach(() => network.close());

async function open(options: Parameters<typeof openNetwork>[1] = {}) {
  network = await openNetwork({ A: '甲機關', B: '乙機關', C: '丙機關' }, options);
  const states = async (id: string) =>
    (await network.node('A').engine.status(id))?.deliveries.map(({ state }) => state);
  return { ...network, a: network.node('A').engine, b: network.node('B').engine, states };
}

/** A transport whose submit fails as long as `failure` is set. */
function failing(transport: Transport) {
  const control: { failure: ExchangeError | undefined; calls: number } = { failure: undefined, calls: 0 };
  const wrapped: Transport = {
    ...transport,
    async submit(submission, signal) {
      control.calls += 1;
      if (control.failure !== undefined) throw control.failure;
      return transport.submit(submission, signal);
    },
  };
  return { control, wrapped };
}

async function withFailing() {
  const base = await open();
  const { office, store } = network.node('A');
  const { control, wrapped } = failing(createLoopback({ service: network.centre, office: 'A' }));
  const a = createEngine({
    office,
    store,
    transport: wrapped,
    directory: network.centre.directory,
    signer: office.signer,
    decrypter: office.decrypter,
    clock: network.clock.now,
  });
  return { ...base, a, control };
}

const unreachable = new ExchangeError('TRANSPORT_UNREACHABLE', { details: { place: 'x', reason: 'y' } });
const indeterminate = new ExchangeError('TRANSPORT_INDETERMINATE', { details: { place: 'x', reason: 'y' } });

describe('a sender in trouble', () => {
  it('waits in QUEUED when nothing was sent, and tries again under the same id when it is due', async () => {
    const { a, states, control, clock } = await withFailing();
    await a.send(letterTo('d1', ['B']));
    control.failure = unreachable;
    await a.runOnce();
    expect(await states('d1')).toEqual(['QUEUED']);
    control.failure = undefined;
    await a.runOnce();
    expect(await states('d1')).toEqual(['QUEUED']);
    clock.advance(20_000);
    await a.runOnce();
    expect(await states('d1')).toEqual(['ACCEPTED_BY_CENTRE']);
  });

  it('is INDETERMINATE when the outcome is unknown, and the receiver still registers once', async () => {
    const { a, b, states, control, clock } = await withFailing();
    await a.send(letterTo('d1', ['B']));
    control.failure = indeterminate;
    await a.runOnce();
    expect(await states('d1')).toEqual(['INDETERMINATE']);
    control.failure = undefined;
    clock.advance(20_000);
    await a.runOnce();
    await b.runOnce();
    expect(await b.inbox()).toHaveLength(1);
  });

  it('ends FAILED with the reason when the other side refuses for good', async () => {
    const { a, states, control } = await withFailing();
    await a.send(letterTo('d1', ['B']));
    control.failure = new ExchangeError('TRANSPORT_REFUSED', { details: { status: '403', reason: 'no' } });
    expect(await a.runOnce()).toMatchObject({ failed: 1 });
    expect(await states('d1')).toEqual(['FAILED']);
    expect(await a.unconfirmed()).toHaveLength(1);
  });

  it('is left alone by the breaker after five failures', async () => {
    const { a, control, clock } = await withFailing();
    control.failure = unreachable;
    await a.send(letterTo('d1', ['B']));
    for (let turn = 0; turn < 5; turn += 1) {
      await a.runOnce();
      clock.advance(3_600_000 / 4);
    }
    const before = control.calls;
    clock.advance(-3_600_000 / 4);
    await a.runOnce();
    expect(control.calls).toBe(before);
  });

  it('ends EXPIRED when the time is over, and a receipt that comes later changes nothing but is kept', async () => {
    const { a, b, states, clock } = await open();
    const expires = new Date(clock.now().getTime() + 60_000);
    await a.send(letterTo('d1', ['B'], { envelope: { subject: 's', expires } }));
    await a.runOnce();
    await b.runOnce();
    clock.advance(60_000);
    expect(await a.runOnce()).toMatchObject({ expired: 1, confirmed: 0 });
    expect(await states('d1')).toEqual(['EXPIRED']);
    const events = await network.node('A').store.events('sent:d1');
    expect(events.map(({ type }) => type)).toContain('notice');
  });

  it('warns before a certificate ends and refuses after', async () => {
    network = await openNetwork({ A: '甲機關' });
    const { centre, folder, clock } = network;
    const day = 86_400_000;
    const office = makeOffice('W', '快到期', { notAfter: new Date(clock.now().getTime() + 20 * day) });
    await centre.register(entryOf(office));
    const store = await openSqliteStore({ folder: join(folder, 'W') });
    const engine = createEngine({
      office,
      store,
      transport: createLoopback({ service: centre, office: 'W' }),
      directory: centre.directory,
      signer: office.signer,
      decrypter: office.decrypter,
      clock: clock.now,
    });
    const { issues } = await engine.send(letterTo('d1', ['A']));
    expect(issues).toMatchObject([
      { code: 'CERTIFICATE_EXPIRES_SOON', severity: 'warning', params: { days: 20 } },
      { code: 'EXPIRY_DEFAULTED', severity: 'info' },
    ]);
    expect(await engine.health()).toHaveLength(2);
    clock.advance(21 * day);
    await expect(engine.send(letterTo('d2', ['A']))).rejects.toMatchObject({ code: 'CERTIFICATE_REFUSED' });
    await store.close();
  });

  it('refuses recipients that are not registered, all named at once, and revoked ones', async () => {
    const { a } = await open();
    const unknown = a.send(letterTo('d1', ['B', 'X', 'Y']));
    await expect(unknown).rejects.toMatchObject({
      code: 'RECIPIENT_UNKNOWN',
      details: { recipients: ['X', 'Y'] },
    });
    const strict = await strictEngine('A', network.node('B').office.decrypter.certificate);
    await expect(strict.send(letterTo('d2', ['B']))).rejects.toMatchObject({ code: 'CERTIFICATE_REFUSED' });
    await expect(strict.send(letterTo('d3', ['C']))).resolves.toMatchObject({ created: true });
  });
});

/** The engine of an office whose checker refuses one certificate. */
async function strictEngine(code: string, revoked: Uint8Array) {
  const { office, store } = network.node(code);
  return createEngine({
    office,
    store,
    transport: createLoopback({ service: network.centre, office: code }),
    directory: network.centre.directory,
    signer: office.signer,
    decrypter: office.decrypter,
    clock: network.clock.now,
    checker: async (der) => ({ ok: Buffer.compare(der, revoked) !== 0, issues: [] }),
  });
}

describe('a dead destination', () => {
  it('costs the others no more than one turn in twenty', async () => {
    network = await openNetwork({ A: '甲機關', B: '乙機關', C: '丙機關' });
    const turnsFor = async (name: string, dead: number) => {
      const { office } = network.node('A');
      const store = await openSqliteStore({ folder: join(network.folder, name) });
      const loopback = createLoopback({ service: network.centre, office: 'A' });
      const engine = createEngine({
        office,
        store,
        transport: {
          ...loopback,
          destinationOf: (recipient) => recipient,
          submit: async (submission) => {
            if (submission.recipients.some(({ code }) => code === 'B')) throw unreachable;
            return loopback.submit(submission);
          },
        },
        directory: network.centre.directory,
        signer: office.signer,
        decrypter: office.decrypter,
        clock: network.clock.now,
        concurrency: 8,
        lifetimeMs: 3650 * 86_400_000,
      });
      for (let index = 0; index < dead; index += 1)
        await engine.send(letterTo(`${name}-dead-${index}`, ['B']));
      for (let index = 0; index < 200; index += 1) await engine.send(letterTo(`${name}-${index}`, ['C']));
      let accepted = 0;
      let turns = 0;
      for (; accepted < 200; turns += 1) {
        accepted += (await engine.runOnce({ evidence: false })).accepted;
        network.clock.advance(1000);
      }
      await store.close();
      return turns;
    };
    const alone = await turnsFor('alone', 0);
    expect(alone).toBe(25);
    expect(await turnsFor('beside', 60)).toBeLessThanOrEqual(Math.ceil(alone * 1.05));
  });
});

describe('a receiver in trouble', () => {
  it('answers a duplicate with the identical stored receipt: after a second, a day, ten years and a restart', async () => {
    const { a, b, states, clock, centre } = await open();
    await a.send(letterTo('d1', ['B']));
    await a.runOnce();
    await b.runOnce();
    await a.runOnce();
    const first = (await a.status('d1'))?.deliveries[0]?.receiptSha256;
    const dispatch = await a.status('d1');
    if (dispatch === undefined) throw new Error('missing');
    for (const ms of [1000, 86_400_000, 10 * 365 * 86_400_000]) {
      clock.advance(ms);
      const source = await network.node('A').store.openBlob(dispatch.packageSha256);
      const again = {
        id: 'd1',
        packageSha256: dispatch.packageSha256,
        package: source,
        recipients: [{ recipient: 'B', code: 'B', unit: '' }],
      };
      await centre.submit('A', again);
      const { office } = network.node('B');
      const restarted = await openSqliteStore({ folder: join(network.folder, 'B') });
      const engine = createEngine({
        office,
        store: restarted,
        transport: createLoopback({ service: centre, office: 'B' }),
        directory: centre.directory,
        signer: office.signer,
        decrypter: office.decrypter,
        clock: clock.now,
      });
      expect(await engine.runOnce()).toMatchObject({ duplicates: 1, registered: 0, noticesSent: 1 });
      const waiting = await centre.list('A', 10);
      expect(waiting.filter(({ kind }) => kind === 'notice').map(({ sha256 }) => sha256)).toEqual([first]);
      await a.runOnce();
      await restarted.close();
    }
    expect(await states('d1')).toEqual(['CONFIRMED']);
    expect(await b.inbox()).toHaveLength(1);
  });

  it('parks a package of a sender that is not registered any more, tells him, and goes on with the next', async () => {
    const { a, b, states, centre } = await open();
    await a.send(letterTo('d1', ['B']));
    await a.send(letterTo('d2', ['B']));
    await a.runOnce();
    const real = centre.directory.find;
    const { office, store } = network.node('B');
    const strict = createEngine({
      office,
      store,
      transport: createLoopback({ service: centre, office: 'B' }),
      directory: { find: async (code, unit) => (code === 'A' ? undefined : real(code, unit)) },
      signer: office.signer,
      decrypter: office.decrypter,
      clock: network.clock.now,
    });
    expect(await strict.runOnce()).toMatchObject({ parked: 2, registered: 0 });
    await a.runOnce();
    expect(await states('d1')).toEqual(['FAILED']);
    const parked = await b.inbox({ state: 'PARKED' });
    expect(parked.map(({ reason }) => reason?.split(' ')[0])).toEqual([
      'SENDER_UNEXPECTED',
      'SENDER_UNEXPECTED',
    ]);
  });

  it('refuses a package whose signer is revoked', async () => {
    const { a, states } = await open();
    await a.send(letterTo('d1', ['B']));
    await a.runOnce();
    const strict = await strictEngine('B', network.node('A').office.signer.certificate);
    expect(await strict.runOnce()).toMatchObject({ parked: 1 });
    await a.runOnce();
    expect(await states('d1')).toEqual(['FAILED']);
  });

  it('does not park what its own card could not open; it resumes when the card is back', async () => {
    const { a, b } = await open();
    await a.send(letterTo('d1', ['B']));
    await a.runOnce();
    const { office, store } = network.node('B');
    const gone = Object.assign(new Error('card removed'), {
      code: 'CARD_REMOVED',
      category: 'environment',
      retryable: true,
    });
    const without = createEngine({
      office,
      store,
      transport: createLoopback({ service: network.centre, office: 'B' }),
      directory: network.centre.directory,
      signer: office.signer,
      decrypter: { certificate: office.decrypter.certificate, decrypt: () => Promise.reject(gone) },
      clock: network.clock.now,
    });
    expect(await without.runOnce()).toMatchObject({
      parked: 0,
      registered: 0,
      problems: [{ code: 'CARD_REMOVED' }],
    });
    expect((await b.inbox())[0]?.state).toBe('INTERRUPTED');
    expect(await b.runOnce()).toMatchObject({ registered: 1, duplicates: 0 });
  });

  it('takes a forged receipt for nothing and leaves a trace of it', async () => {
    const { a, states, centre, b } = await open();
    await a.send(letterTo('d1', ['B']));
    await a.runOnce();
    const dispatch = await a.status('d1');
    const { signNotice } = await import('../../src/notice/sign-notice.ts');
    const forged = await signNotice(
      {
        kind: 'registered',
        id: 'd1',
        sender: { code: 'A', unit: '', name: '甲機關' },
        receiver: { code: 'B', unit: '', name: '乙機關' },
        packageSha256: dispatch?.packageSha256 ?? '',
        files: dispatch?.files ?? [],
        at: network.clock.now(),
      },
      network.node('C').office.signer,
    );
    await centre.postNotice('C', { to: 'A', dispatchId: 'd1', bytes: forged.bytes });
    expect(await a.runOnce()).toMatchObject({ refusedNotices: 1, confirmed: 0 });
    expect(await states('d1')).toEqual(['ACCEPTED_BY_CENTRE']);
    const events = await network.node('A').store.events('sent:d1');
    expect(events.at(-1)?.type).toBe('notice-refused');
    await b.runOnce();
    await a.runOnce();
    expect(await states('d1')).toEqual(['CONFIRMED']);
  });

  it('of two packages under one id takes the first and refuses the other', async () => {
    const { a, b, centre } = await open();
    await a.send(letterTo('d1', ['B']));
    await a.runOnce();
    await b.runOnce();
    const { sealPackage } = await import('../../src/seal/seal-package.ts');
    const { readAll } = await import('../../src/seal/byte-source.ts');
    const { office } = network.node('A');
    const sealed = sealPackage({
      id: 'd1',
      sender: office,
      recipients: [
        { code: 'B', name: '乙機關', encryptionCertificate: network.node('B').office.decrypter.certificate },
      ],
      files: [{ name: 'other.bin', role: 'other', content: bytesSource(Uint8Array.of(9)) }],
      envelope: { subject: '另一份' },
      signer: office.signer,
      now: network.clock.now,
    });
    const bytes = await readAll(sealed);
    const submission = {
      id: 'd1',
      packageSha256: sealed.summary().packageSha256,
      package: bytesSource(bytes),
      recipients: [{ recipient: 'B', code: 'B', unit: '' }],
    };
    await expect(centre.submit('A', submission)).rejects.toMatchObject({ code: 'ID_REUSED' });
    expect(await b.inbox()).toHaveLength(1);
  });

  it('over a line that loses, doubles, shuffles and damages ends with everything exactly once', async () => {
    const base = await open();
    const service = createFaultyService(network.centre, {
      seed: 11,
      rules: [
        { fault: 'drop', probability: 0.15 },
        { fault: 'half-close', probability: 0.15 },
        { fault: 'duplicate', probability: 0.3 },
        { fault: 'reorder', probability: 0.5 },
        { fault: 'corrupt', probability: 0.2 },
        { fault: '5xx', probability: 0.1 },
      ],
    });
    const engines = ['A', 'B', 'C'].map((code) => {
      const { office, store } = network.node(code);
      return createEngine({
        office,
        store,
        transport: createLoopback({ service, office: code }),
        directory: network.centre.directory,
        signer: office.signer,
        decrypter: office.decrypter,
        clock: network.clock.now,
        breaker: { failures: 1000, openMs: 1 },
        lifetimeMs: 365 * 86_400_000,
      });
    });
    const [a] = engines;
    for (let index = 0; index < 20; index += 1) await a?.send(letterTo(`d${index}`, ['B', 'C']));
    for (let turn = 0; turn < 150; turn += 1) {
      for (const engine of engines) await engine.runOnce({ evidence: false });
      network.clock.advance(3_700_000);
    }
    const open40 = await a?.unconfirmed();
    expect(open40).toEqual([]);
    expect(await base.b.inbox({ state: 'REGISTERED' })).toHaveLength(20);
    expect(await network.node('C').engine.inbox({ state: 'REGISTERED' })).toHaveLength(20);
  });
});
