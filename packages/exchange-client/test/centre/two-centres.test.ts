import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { serveCentre } from '../../src/centre/http/serve-centre.ts';
import { openCentre } from '../../src/centre/open-centre.ts';
import { createEngine } from '../../src/engine/create-engine.ts';
import { bytesSource } from '../../src/seal/byte-source.ts';
import { openSqliteStore } from '../../src/store/sqlite/open-sqlite-store.ts';
import { createHttpPeer } from '../../src/transport/http/http-peer.ts';
import { createHttpTransport } from '../../src/transport/http/http-transport.ts';
import { makeOffice, type Office } from '../fixture/identity.ts';
import { letterTo } from '../fixture/letters.ts';
import { entryOf } from '../fixture/network.ts';

const cleanups: (() => unknown)[] = [];

afterEach(async () => {
  for (const cleanup of cleanups.splice(0).toReversed()) await cleanup();
});

/** Two centres, each served over HTTP, that know each other's key; A is at home at X, B at Y. */
async function twoCentres() {
  const folder = await mkdtemp(join(tmpdir(), 'kcc-two-'));
  cleanups.push(() => rm(folder, { recursive: true }));
  const keys = { X: makeOffice('X', '中心 X'), Y: makeOffice('Y', '中心 Y') };
  const [a, b] = [makeOffice('A', '甲機關'), makeOffice('B', '乙機關')];
  const open = async (name: 'X' | 'Y', other: 'X' | 'Y', own: Office, foreign: Office) => {
    const centre = await openCentre({ folder: join(folder, name), name });
    cleanups.push(() => centre.close());
    await centre.register(entryOf(own));
    await centre.register({ ...entryOf(foreign), home: other });
    const peers = [{ home: other, certificates: [keys[other].signer.certificate] }];
    const served = await serveCentre({ centre, uploads: join(folder, `${name}-up`), peers });
    cleanups.push(() => served.close());
    return { centre, url: served.url };
  };
  const x = await open('X', 'Y', a, b);
  const y = await open('Y', 'X', b, a);
  const peer = (home: 'X' | 'Y', url: string, signer = keys[home].signer) => {
    const reached = createHttpPeer({ url, home, signer, partBytes: 100_000 });
    cleanups.push(() => reached.close());
    return reached;
  };
  const engine = async (office: Office, url: string) => {
    const transport = createHttpTransport({ url, office, signer: office.signer });
    cleanups.push(() => transport.close());
    const store = await openSqliteStore({ folder: join(folder, office.code) });
    cleanups.push(() => store.close());
    const { signer, decrypter } = office;
    return createEngine({ office, store, transport, directory: transport, signer, decrypter });
  };
  return { x, y, a, b, keys, peer, engine };
}

describe('two centres that reach each other over HTTP', () => {
  it('carry small and large letters there and receipts back', async () => {
    const { x, y, a, b, peer, engine } = await twoCentres();
    const [toY, toX] = [peer('X', y.url), peer('Y', x.url)];
    const [sender, receiver] = [await engine(a, x.url), await engine(b, y.url)];
    const large = {
      name: 'large',
      role: 'other' as const,
      content: bytesSource(new Uint8Array(450_000).fill(7)),
    };
    await sender.send(letterTo('small', ['B']));
    await sender.send(letterTo('large', ['B'], { files: [large] }));
    await sender.runOnce();
    expect(await x.centre.forwardTo('Y', toY)).toBe(2);
    expect(await receiver.runOnce()).toMatchObject({ registered: 2, noticesSent: 2, problems: [] });
    expect(await y.centre.forwardTo('X', toX)).toBe(2);
    expect(await sender.runOnce()).toMatchObject({ confirmed: 2, refusedNotices: 0 });
  });

  it('do not take items from a stranger, nor for an office that is at home elsewhere', async () => {
    const { x, y, a, b, keys, peer, engine } = await twoCentres();
    const sender = await engine(a, x.url);
    await sender.send(letterTo('d1', ['B']));
    await sender.runOnce();
    const stranger = peer('X', y.url, keys.Y.signer);
    await expect(x.centre.forwardTo('Y', stranger)).resolves.toBe(0);
    const content = bytesSource(Uint8Array.of(1));
    const item = {
      item: '',
      kind: 'package' as const,
      fromName: '',
      dispatchId: 'd2',
      to: 'B',
      recipient: 'B',
      sha256: '0'.repeat(64),
      size: 1,
      content,
    };
    const asOwn = peer('X', y.url).takeForwarded({ ...item, from: b.code });
    await expect(asOwn).rejects.toMatchObject({
      code: 'TRANSPORT_REFUSED',
      details: { remoteCode: 'SENDER_UNEXPECTED' },
    });
    expect(await y.centre.list('B', 10)).toEqual([]);
    expect(await x.centre.forwardTo('Y', peer('X', y.url))).toBe(1);
    expect(await y.centre.list('B', 10)).toHaveLength(1);
  });
});
