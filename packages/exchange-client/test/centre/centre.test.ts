import { readdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { ExchangeCentre } from '../../src/centre/centre.ts';
import { openCentre } from '../../src/centre/open-centre.ts';
import { createEngine } from '../../src/engine/create-engine.ts';
import type { ExchangeEngine } from '../../src/engine/engine.ts';
import type { SendFile } from '../../src/engine/send.ts';
import { bytesSource, readAll } from '../../src/seal/byte-source.ts';
import { openSqliteStore } from '../../src/store/sqlite/open-sqlite-store.ts';
import type { Store } from '../../src/store/store.ts';
import { createLoopback } from '../../src/transport/loopback.ts';
import { makeOffice, type Office } from '../fixture/identity.ts';
import { letterTo } from '../fixture/letters.ts';
import { entryOf, fakeClock } from '../fixture/network.ts';

const DAY = 86_400_000;
const cleanups: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const cleanup of cleanups.splice(0).toReversed()) await cleanup();
});

async function place() {
  const folder = await mkdtemp(join(tmpdir(), 'kcc-centre-'));
  cleanups.push(() => rm(folder, { recursive: true }));
  const clock = fakeClock();
  const owner = makeOffice('CENTRE', '參考交換中心');
  const centreAt = async (name: string) => {
    const centre = await openCentre({
      folder: join(folder, name),
      name,
      clock: clock.now,
      signer: owner.signer,
    });
    cleanups.push(() => centre.close());
    return centre;
  };
  const engineOf = async (
    office: Office,
    centre: ExchangeCentre,
    code = office.code,
  ): Promise<ExchangeEngine> => {
    const store: Store = await openSqliteStore({ folder: join(folder, `${centre.name}-${office.code}`) });
    cleanups.push(() => store.close());
    return createEngine({
      office,
      store,
      transport: createLoopback({ service: centre, office: code }),
      directory: centre.directory,
      centreCertificates: [owner.signer.certificate],
      signer: office.signer,
      decrypter: office.decrypter,
      clock: clock.now,
      lifetimeMs: 3650 * DAY,
    });
  };
  return { folder, clock, centreAt, engineOf };
}

const filesOf = (path: string) =>
  readdirSync(path, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());

const stateOf = async (engine: ExchangeEngine, id: string) =>
  (await engine.status(id))?.deliveries.map(({ state, reason }) => [state, reason]);

describe('the reference centre', () => {
  it('stops an office whose certificate ended, removes it after three months, and tells the senders', async () => {
    const { clock, centreAt, engineOf } = await place();
    const centre = await centreAt('X');
    const a = makeOffice('A', '甲機關');
    const b = makeOffice('B', '乙機關', { notAfter: new Date(clock.now().getTime() + 10 * DAY) });
    for (const office of [a, b]) await centre.register(entryOf(office));
    const sender = await engineOf(a, centre);
    await sender.send(letterTo('d1', ['B']));
    await sender.runOnce();
    expect(await centre.sweep()).toMatchObject({ suspended: [], removed: [] });
    clock.advance(11 * DAY);
    expect(await centre.sweep()).toMatchObject({ suspended: ['B'], removed: [] });
    expect(await centre.directory.find('B', '')).toBeUndefined();
    await expect(centre.list('B', 10)).rejects.toMatchObject({ code: 'CERTIFICATE_REFUSED' });
    clock.advance(92 * DAY);
    expect(await centre.sweep()).toMatchObject({ removed: ['B'], undeliverable: 1 });
    await sender.runOnce();
    expect(await stateOf(sender, 'd1')).toEqual([['FAILED', 'REMOVED']]);
  });

  it('takes an office back with a new certificate', async () => {
    const { clock, centreAt } = await place();
    const centre = await centreAt('X');
    const old = makeOffice('B', '乙機關', { notAfter: new Date(clock.now().getTime() + DAY) });
    await centre.register(entryOf(old));
    clock.advance(2 * DAY);
    await centre.sweep();
    await centre.register(entryOf(makeOffice('B', '乙機關')));
    expect((await centre.findOffice('B'))?.status).toBe('T');
  });

  it('deletes packages thirty days after they were fetched, and takes one that comes again', async () => {
    const { folder, clock, centreAt, engineOf } = await place();
    const centre = await centreAt('X');
    const [a, b] = [makeOffice('A', '甲機關'), makeOffice('B', '乙機關')];
    for (const office of [a, b]) await centre.register(entryOf(office));
    const [sender, receiver] = [await engineOf(a, centre), await engineOf(b, centre)];
    const large: SendFile = { name: 'l.bin', role: 'other', content: bytesSource(new Uint8Array(200_000)) };
    await sender.send(letterTo('large', ['B'], { files: [large] }));
    await sender.runOnce();
    await sender.send(letterTo('waits', ['B']));
    await sender.runOnce();
    const [package_, waiting] = await centre.list('B', 10);
    const submission = {
      id: 'large',
      packageSha256: package_?.sha256 ?? '',
      package: bytesSource(await readAll((await centre.openItem('B', package_?.item ?? '')).open())),
      recipients: [{ recipient: 'B', code: 'B', unit: '' }],
    };
    await receiver.runOnce({ limit: 1 });
    await sender.runOnce();
    clock.advance(29 * DAY);
    expect(await centre.sweep()).toMatchObject({ forgotten: 0, deleted: 0 });
    expect(filesOf(join(folder, 'X', 'blobs'))).toHaveLength(1);
    clock.advance(2 * DAY);
    expect(await centre.sweep()).toMatchObject({ forgotten: 2, deleted: 2 });
    expect(filesOf(join(folder, 'X', 'blobs'))).toEqual([]);
    expect(await centre.list('B', 10)).toMatchObject([{ item: waiting?.item }]);
    await centre.submit('A', submission);
    expect(await receiver.runOnce()).toMatchObject({ registered: 1, duplicates: 1, problems: [] });
  });

  it('routes between two centres there and back', async () => {
    const { centreAt, engineOf } = await place();
    const [x, y] = [await centreAt('X'), await centreAt('Y')];
    const [a, b] = [makeOffice('A', '甲機關'), makeOffice('B', '乙機關')];
    await x.register(entryOf(a));
    await x.register({ ...entryOf(b), home: 'Y' });
    await y.register(entryOf(b));
    await y.register({ ...entryOf(a), home: 'X' });
    const [sender, receiver] = [await engineOf(a, x), await engineOf(b, y)];
    await sender.send(letterTo('d1', ['B']));
    await sender.runOnce();
    expect(await receiver.runOnce()).toMatchObject({ registered: 0 });
    expect(await x.forwardTo('Y', y)).toBe(1);
    expect(await receiver.runOnce()).toMatchObject({ registered: 1, noticesSent: 1 });
    expect(await y.forwardTo('X', x)).toBe(1);
    await sender.runOnce();
    expect(await stateOf(sender, 'd1')).toEqual([['CONFIRMED', undefined]]);
  });

  it('forwards twice without doubling anything when the first answer was lost', async () => {
    const { centreAt, engineOf } = await place();
    const [x, y] = [await centreAt('X'), await centreAt('Y')];
    const [a, b] = [makeOffice('A', '甲機關'), makeOffice('B', '乙機關')];
    await x.register(entryOf(a));
    await x.register({ ...entryOf(b), home: 'Y' });
    await y.register(entryOf(b));
    await y.register({ ...entryOf(a), home: 'X' });
    const [sender, receiver] = [await engineOf(a, x), await engineOf(b, y)];
    await sender.send(letterTo('d1', ['B']));
    await sender.runOnce();
    const losing = {
      takeForwarded: async (item: Parameters<typeof y.takeForwarded>[0]) => {
        await y.takeForwarded(item);
        throw new Error('answer lost');
      },
    };
    await expect(x.forwardTo('Y', losing)).rejects.toThrow('answer lost');
    expect(await x.forwardTo('Y', y)).toBe(1);
    await receiver.runOnce();
    expect(await receiver.inbox()).toHaveLength(1);
  });

  it('lets another office receive in place of one (代收)', async () => {
    const { centreAt } = await place();
    const centre = await centreAt('X');
    const [a, b, agent] = [makeOffice('A', '甲機關'), makeOffice('B', '乙機關'), makeOffice('G', '代收機關')];
    await centre.register(entryOf(a));
    await centre.register(entryOf(agent));
    await centre.register({ ...entryOf(b), agent: 'G' });
    const { sealPackage } = await import('../../src/seal/seal-package.ts');
    const { bytesSource, readAll } = await import('../../src/seal/byte-source.ts');
    const sealed = sealPackage({
      id: 'd1',
      sender: a,
      recipients: [{ code: 'B', name: '乙機關', encryptionCertificate: agent.decrypter.certificate }],
      files: [{ name: 'a', role: 'other', content: bytesSource(Uint8Array.of(1)) }],
      envelope: { subject: 's' },
      signer: a.signer,
      now: () => new Date('2026-11-23T02:00:00Z'),
    });
    const bytes = await readAll(sealed);
    const outcomes = await centre.submit('A', {
      id: 'd1',
      packageSha256: sealed.summary().packageSha256,
      package: bytesSource(bytes),
      recipients: [{ recipient: 'B', code: 'B', unit: '' }],
    });
    expect(outcomes).toEqual([{ recipient: 'B', outcome: 'accepted' }]);
    expect((await centre.list('G', 10)).map(({ dispatchId }) => dispatchId)).toEqual(['d1']);
    expect(await centre.list('B', 10)).toEqual([]);
  });

  it('refuses a package that its sender did not sign, and a recipient list that is not the package', async () => {
    const { centreAt, engineOf } = await place();
    const centre = await centreAt('X');
    const [a, b, c] = [makeOffice('A', '甲'), makeOffice('B', '乙'), makeOffice('C', '丙')];
    for (const office of [a, b, c]) await centre.register(entryOf(office));
    const sender = await engineOf(a, centre);
    const { dispatch } = await sender.send(letterTo('d1', ['B']));
    const { bytesSource, readAll } = await import('../../src/seal/byte-source.ts');
    const file = dispatch.packageSha256;
    const source = await sender.openFile({
      role: 'other',
      name: 'p',
      sha256: file,
      size: dispatch.packageSize,
    });
    const bytes = await readAll(source.open());
    const submission = { id: 'd1', packageSha256: file, package: bytesSource(bytes) };
    const to = (code: string) => [{ recipient: code, code, unit: '' }];
    const asOther = centre.submit('C', { ...submission, recipients: to('B') });
    await expect(asOther).rejects.toMatchObject({ code: 'SENDER_UNEXPECTED' });
    const elsewhere = centre.submit('A', { ...submission, recipients: to('C') });
    await expect(elsewhere).rejects.toMatchObject({ code: 'PACKAGE_DIGEST_MISMATCH' });
    const otherId = centre.submit('A', { ...submission, id: 'd9', recipients: to('B') });
    await expect(otherId).rejects.toMatchObject({ code: 'PACKAGE_DIGEST_MISMATCH' });
  });

  it('posts bulletins and takes them down when their time is over', async () => {
    const { clock, centreAt } = await place();
    const centre = await centreAt('X');
    await centre.register(entryOf(makeOffice('A', '甲機關')));
    await centre.postBulletin('A', {
      title: '停機公告',
      body: '週六維護',
      endsAt: new Date(clock.now().getTime() + DAY),
    });
    await centre.postBulletin('A', { title: '長期公告', body: '' });
    expect((await centre.bulletins()).map(({ title }) => title)).toEqual(['長期公告', '停機公告']);
    clock.advance(2 * DAY);
    expect((await centre.bulletins()).map(({ title }) => title)).toEqual(['長期公告']);
    await expect(centre.postBulletin('Z', { title: 'x', body: '' })).rejects.toMatchObject({
      code: 'SENDER_UNEXPECTED',
    });
  });
});
