import { mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { digestOf } from '../../src/digest-of.ts';
import { bytesSource, readAll } from '../../src/seal/byte-source.ts';
import { migrate } from '../../src/store/sql/migrations.ts';
import { ENGINE_SCHEMA } from '../../src/store/sql/schema.ts';
import { createBlobLog } from '../../src/store/sqlite/blob-log.ts';
import { openSqliteDatabase } from '../../src/store/sqlite/database.ts';
import { openSqliteStore } from '../../src/store/sqlite/open-sqlite-store.ts';
import { sampleDispatch } from '../../src/testing/sample.ts';

const root = mkdtempSync(join(tmpdir(), 'kcc-blob-log-'));
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(root, 'case-'));
});

afterAll(() => rmSync(root, { recursive: true }));

const letters = (length: number, value: number) => new Uint8Array(length).fill(value);

describe('a log of blobs', () => {
  it('gives back what was flushed, also when it is opened anew', async () => {
    const log = createBlobLog(join(folder, 'log'));
    const first = await log.append(letters(3000, 1));
    const second = await log.append(letters(2000, 2));
    await log.flush();
    log.end();
    expect([first, second]).toEqual([
      { log: 1, at: 0 },
      { log: 1, at: 3000 },
    ]);
    expect(await log.read(second, 2000)).toEqual(letters(2000, 2));
    await log.close();
    const again = createBlobLog(join(folder, 'log'));
    expect(await again.read(first, 3000)).toEqual(letters(3000, 1));
    expect(await again.append(letters(10, 3))).toEqual({ log: 1, at: 5000 });
    await again.close();
  });

  it('takes more pieces into one transaction than a system call takes', async () => {
    const log = createBlobLog(join(folder, 'log'));
    const places = [];
    for (let index = 0; index < 2500; index += 1) places.push(await log.append(letters(3, index % 251)));
    await log.flush();
    log.end();
    const found = await Promise.all(places.map((place) => log.read(place, 3)));
    expect(found).toEqual(places.map((_place, index) => letters(3, index % 251)));
    await log.close();
  });

  it('drops what was not flushed and leaves alone what a commit that failed had flushed', async () => {
    const log = createBlobLog(join(folder, 'log'));
    await log.append(letters(3000, 1));
    log.end();
    expect(await log.append(letters(1000, 2))).toEqual({ log: 1, at: 0 });
    await log.flush();
    log.end();
    const next = await log.append(letters(500, 3));
    await log.flush();
    log.end();
    expect(next).toEqual({ log: 1, at: 1000 });
    expect(await log.read(next, 500)).toEqual(letters(500, 3));
    await log.close();
  });

  it('begins a file where the last is full, and deletes full ones that nobody speaks of', async () => {
    const log = createBlobLog(join(folder, 'log'), 1000);
    const places = [];
    for (const value of [1, 2, 3, 4]) {
      places.push(await log.append(letters(1200, value)));
      await log.flush();
      log.end();
    }
    expect(places.map((place) => place.log)).toEqual([1, 2, 3, 4]);
    const used = async () => new Set([2]);
    expect(await log.sweep(used)).toBe(2);
    expect(readdirSync(join(folder, 'log'))).toEqual(['00000002.log', '00000004.log']);
    expect(await log.read({ log: 2, at: 0 }, 1200)).toEqual(letters(1200, 2));
    expect(await log.read({ log: 1, at: 0 }, 1200)).toBeUndefined();
    await log.close();
  });

  it('is shared by two that write to one database in turns', async () => {
    const path = join(folder, 'exchange.db');
    const both = [await openSqliteDatabase({ path }), await openSqliteDatabase({ path })];
    const [first] = both;
    await first?.write((connection) =>
      connection.run('CREATE TABLE kept (value INTEGER, log INTEGER, at INTEGER)'),
    );
    await Promise.all(
      Array.from({ length: 40 }, (_, value) =>
        both[value % 2]?.write(async (connection) => {
          const place = await connection.append?.(letters(2000 + value, value));
          if (place === undefined) throw new Error('no log');
          await connection.run('INSERT INTO kept VALUES (?, ?, ?)', [value, place.log, place.at]);
        }),
      ),
    );
    const rows = await first?.read((connection) => connection.all('SELECT * FROM kept ORDER BY value'));
    expect(rows).toHaveLength(40);
    for (const { value, log, at } of rows ?? []) {
      const bytes = await both[1]?.readAppended?.({ log: Number(log), at: Number(at) }, 2000 + Number(value));
      expect(bytes).toEqual(letters(2000 + Number(value), Number(value)));
    }
    for (const database of both) await database.close();
  });
});

describe('a store with a log of blobs', () => {
  const content = letters(20_000, 7);
  const sha256 = digestOf(content);

  async function storeWithLetter() {
    const store = await openSqliteStore({ folder });
    const dispatch = sampleDispatch('d1', ['B']);
    const blob = await store.stage(bytesSource(content).open());
    await store.createDispatch({
      ...dispatch,
      package: blob,
      record: { ...dispatch.record, packageSha256: sha256, packageSize: blob.size },
    });
    await store.close();
    return join(folder, 'exchange.db-log', '00000001.log');
  }

  const damages: readonly (readonly [string, (file: string) => void])[] = [
    ['cut off', (file) => truncateSync(file, 100)],
    ['gone', (file) => rmSync(file)],
    ['changed', (file) => writeFileSync(file, readFileSync(file).fill(0, 50, 51))],
  ];

  it.each(damages)('says so where the file is %s', async (_name, damage) => {
    damage(await storeWithLetter());
    const store = await openSqliteStore({ folder });
    await expect(store.openBlob(sha256)).rejects.toMatchObject({ code: 'STORAGE_CORRUPT' });
    await store.close();
  });

  it('reads letters that lie in rows, as earlier versions kept them', async () => {
    const path = join(folder, 'exchange.db');
    const database = await openSqliteDatabase({ path });
    await migrate(database, 'engine', ENGINE_SCHEMA.slice(0, 1));
    await database.write((connection) =>
      connection.run('INSERT INTO blob (sha256, size, data) VALUES (?, ?, ?)', [
        sha256,
        content.length,
        content,
      ]),
    );
    await database.close();
    const store = await openSqliteStore({ folder });
    expect(await readAll((await store.openBlob(sha256)).open())).toEqual(content);
    await store.close();
  });
});
