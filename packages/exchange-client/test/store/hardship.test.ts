import { spawnSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { bytesSource, readAll } from '../../src/seal/byte-source.ts';
import { createBlobFolder } from '../../src/store/blob-folder.ts';
import { openSqliteDatabase } from '../../src/store/sqlite/database.ts';
import { openSqliteStore } from '../../src/store/sqlite/open-sqlite-store.ts';
import { sampleDispatch } from '../../src/testing/sample.ts';
import { letterTo } from '../fixture/letters.ts';
import { openNetwork } from '../fixture/network.ts';

const root = mkdtempSync(join(tmpdir(), 'kcc-hardship-'));
let places = 0;
let folder: string;

beforeEach(() => {
  places += 1;
  folder = join(root, String(places));
  mkdirSync(folder);
});

/** A file system of two megabytes; needs the right to mount. */
const small = join(root, 'small');
mkdirSync(small);
const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', small]).status === 0;

afterAll(() => {
  if (mounted) spawnSync('umount', ['-l', small]);
  rmSync(root, { recursive: true });
});

describe('storage in hardship', () => {
  it.skipIf(!mounted)(
    `on a full disk loses nothing, says so, and goes on by itself${mounted ? '' : ': needs the right to mount a tmpfs'}`,
    async () => {
      const store = await openSqliteStore({ folder: small });
      await store.createDispatch(sampleDispatch('before', ['B']));
      const ballast = join(small, 'ballast');
      const filled = spawnSync('dd', ['if=/dev/zero', `of=${ballast}`, 'bs=4k']);
      expect(filled.status).not.toBe(0);
      const big = store.stage(bytesSource(new Uint8Array(500_000)).open());
      await expect(big).rejects.toMatchObject({ code: 'STORAGE_FULL', retryable: true });
      const dispatch = sampleDispatch('during', ['B']);
      const heavy = new Uint8Array(60_000).fill(1);
      const blob = await store.stage(bytesSource(heavy).open());
      const refused = store.createDispatch({
        ...dispatch,
        package: blob,
        record: { ...dispatch.record, packageSha256: blob.sha256 },
      });
      await expect(refused).rejects.toMatchObject({ code: 'STORAGE_FULL' });
      expect(await store.findDispatch('during')).toBeUndefined();
      rmSync(ballast);
      await store.createDispatch(dispatch);
      expect((await store.listDispatches({ limit: 9 })).map(({ id }) => id).sort()).toEqual([
        'before',
        'during',
      ]);
      await store.close();
      const again = await openSqliteStore({ folder: small });
      expect((await again.events('sent:before')).length).toBe(1);
      await again.close();
    },
  );

  it('waits for a locked database and says so when it stays locked', async () => {
    const path = join(folder, 'exchange.db');
    const holder = await openSqliteDatabase({ path });
    const other = await openSqliteDatabase({ path, busyTimeoutMs: 50 });
    await holder.write((connection) => connection.run('CREATE TABLE t (a TEXT)'));
    let release: () => void = () => undefined;
    const held = holder.write(async (connection) => {
      await connection.run("INSERT INTO t VALUES ('x')");
      await new Promise<void>((resolve) => {
        release = resolve;
      });
    });
    await new Promise((resolve) => setTimeout(resolve, 10));
    const blocked = other.write((connection) => connection.run("INSERT INTO t VALUES ('y')"));
    await expect(blocked).rejects.toMatchObject({ code: 'DATABASE_BUSY', retryable: true });
    release();
    await held;
    expect(await other.write((connection) => connection.run("INSERT INTO t VALUES ('y')"))).toBe(1);
    await holder.close();
    await other.close();
  });

  it('one failing work of a shared commit takes nobody with it', async () => {
    const database = await openSqliteDatabase({ path: join(folder, 'exchange.db') });
    await database.write((connection) => connection.run('CREATE TABLE t (a TEXT PRIMARY KEY)'));
    const insert = (text: string) =>
      database.write((connection) => connection.run('INSERT INTO t VALUES (?)', [text]));
    const results = await Promise.allSettled([insert('a'), insert('a'), insert('b')]);
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    const rows = await database.read((connection) => connection.all('SELECT a FROM t ORDER BY a'));
    expect(rows.map(({ a }) => a)).toEqual(['a', 'b']);
    await database.close();
  });

  it('notices a blob that was cut off or changed', async () => {
    const blobs = createBlobFolder(folder);
    const ref = await blobs.put(bytesSource(new Uint8Array(100_000).fill(5)).open());
    const path = join(folder, ref.sha256.slice(0, 2), ref.sha256.slice(2, 4), ref.sha256);
    const bytes = readFileSync(path);
    bytes[50_000] = 6;
    writeFileSync(path, bytes);
    await expect(readAll(blobs.open(ref).open())).rejects.toMatchObject({ code: 'STORAGE_CORRUPT' });
    truncateSync(path, 10);
    await expect(readAll(blobs.open(ref).open())).rejects.toMatchObject({ code: 'STORAGE_CORRUPT' });
    rmSync(path);
    await expect(readAll(blobs.open(ref).open())).rejects.toMatchObject({ code: 'STORAGE_FAILED' });
  });

  it('sweeps only what is old and unwanted', async () => {
    const blobs = createBlobFolder(folder);
    const wanted = await blobs.put(bytesSource(Uint8Array.of(1)).open());
    const orphan = await blobs.put(bytesSource(Uint8Array.of(2)).open());
    const keep = async (sha256: string) => sha256 === wanted.sha256;
    expect(await blobs.sweep(keep, new Date(Date.now() - 60_000))).toBe(0);
    expect(await blobs.sweep(keep, new Date(Date.now() + 60_000))).toBe(1);
    expect([await blobs.has(wanted.sha256), await blobs.has(orphan.sha256)]).toEqual([true, false]);
    expect(readdirSync(join(folder, 'incoming'))).toEqual([]);
  });

  it('loses nothing when the clock jumps back or far ahead', async () => {
    const network = await openNetwork({ A: '甲機關', B: '乙機關' }, { lifetimeMs: 3650 * 86_400_000 });
    const [a, b] = [network.node('A').engine, network.node('B').engine];
    for (const [index, jump] of [0, -365, 400, -3000, 3100].entries()) {
      network.clock.advance(jump * 86_400_000);
      const at = network.clock.now();
      if (at < new Date('2024-02-01T00:00:00Z') || at > new Date('2043-01-01T00:00:00Z')) continue;
      await a.send(letterTo(`d${index}`, ['B']));
      await a.runOnce();
      await b.runOnce();
      await a.runOnce();
    }
    network.clock.advance(3_600_000);
    for (let turn = 0; turn < 3; turn += 1) for (const engine of [a, b]) await engine.runOnce();
    const states = (await a.list()).map(({ deliveries }) => deliveries[0]?.state);
    expect(states.length).toBeGreaterThan(2);
    expect(states.every((state) => state === 'CONFIRMED')).toBe(true);
    await network.close();
  });

  it('refuses a database of a newer version', async () => {
    const store = await openSqliteStore({ folder });
    await store.close();
    const database = await openSqliteDatabase({ path: join(folder, 'exchange.db') });
    await database.write((connection) => connection.run('UPDATE schema_version SET version = 99'));
    await database.close();
    await expect(openSqliteStore({ folder })).rejects.toMatchObject({ code: 'SCHEMA_NEWER' });
  });
});
