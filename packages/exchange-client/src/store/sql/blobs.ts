import { digestOf } from '../../digest-of.ts';
import { ExchangeError } from '../../exchange-error.ts';
import { type ByteSource, bytesSource } from '../../seal/byte-source.ts';
import { wholeOf } from '../../seal/join-bytes.ts';
import type { BlobStorage } from '../blob-storage.ts';
import type { StagedBlob } from '../records.ts';
import { numberOf, type SqlConnection, type SqlDatabase, type SqlRow, type SqlValue } from './database.ts';

/** Blobs up to this size lie in the database, so that one commit makes a small letter durable as a whole. */
export const INLINE_BYTES = 64 * 1024;

/** Takes a stream in: small ones stay in memory, as they come, for the next transaction; large ones go to the storage. */
export async function stageBlob(
  content: AsyncIterable<Uint8Array>,
  storage: BlobStorage,
  inlineBytes: number,
): Promise<StagedBlob> {
  const head: Uint8Array[] = [];
  let size = 0;
  const iterator = content[Symbol.asyncIterator]();
  for (;;) {
    const next = await iterator.next();
    if (next.done === true) {
      const bytes = wholeOf(head);
      return { sha256: digestOf(bytes), size, bytes };
    }
    head.push(next.value);
    size += next.value.length;
    if (size > inlineBytes) return storage.put(resume(head, iterator));
  }
}

async function* resume(
  head: readonly Uint8Array[],
  rest: AsyncIterator<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  try {
    yield* head;
    for (;;) {
      const next = await rest.next();
      if (next.done === true) return;
      yield next.value;
    }
  } finally {
    await rest.return?.();
  }
}

/** Blobs up to this size lie in their row. */
const ROW_BYTES = 1024;

/** Blobs of one statement; a database takes a limited number of values. */
const BLOBS_AT_ONCE = 100;

/** Makes staged blobs part of the transaction that refers to them. */
export async function keepBlobs(connection: SqlConnection, ...blobs: readonly StagedBlob[]): Promise<void> {
  for (let at = 0; at < blobs.length; at += BLOBS_AT_ONCE) {
    const rows: SqlValue[][] = [];
    for (const blob of blobs.slice(at, at + BLOBS_AT_ONCE)) rows.push(await rowOf(connection, blob));
    await connection.run(
      `INSERT INTO blob (sha256, size, data, log, log_at) VALUES ${rows.map(() => '(?, ?, ?, ?, ?)').join(', ')}
       ON CONFLICT (sha256) DO NOTHING`,
      rows.flat(),
    );
  }
}

/** Bytes in the row where they are very few or the database has no other room for them. */
async function rowOf(connection: SqlConnection, { sha256, size, bytes }: StagedBlob): Promise<SqlValue[]> {
  if (bytes === undefined || size <= ROW_BYTES || connection.append === undefined)
    return [sha256, size, bytes ?? null, null, null];
  const { log, at } = await connection.append(bytes);
  return [sha256, size, null, log, at];
}

/** Small blobs that were kept last: a package is read again when it is sent, a receipt when it is answered. */
export interface RecentBlobs {
  find(sha256: string): Uint8Array | undefined;
  /** Remembers a blob whose transaction is over. */
  add(blob: StagedBlob): void;
}

export function createRecentBlobs(most = 16 * 1024 * 1024): RecentBlobs {
  const known = new Map<string, Uint8Array>();
  let size = 0;
  return {
    find: (sha256) => known.get(sha256),
    add({ sha256, bytes }) {
      if (bytes === undefined || known.has(sha256)) return;
      known.set(sha256, ownBytes(bytes));
      size += bytes.length;
      for (const [oldest, { length }] of known) {
        if (size <= most) return;
        known.delete(oldest);
        size -= length;
      }
    },
  };
}

/** A piece of a transfer is copied, or the whole transfer would stay in memory because of it. */
function ownBytes(bytes: Uint8Array): Uint8Array {
  return bytes.buffer.byteLength > 2 * bytes.length ? new Uint8Array(bytes) : bytes;
}

/** Whether a committed row is of this blob. */
export async function isKept(database: SqlDatabase, sha256: string): Promise<boolean> {
  const row = await database.read((connection) =>
    connection.one('SELECT size FROM blob WHERE sha256 = ?', [sha256]),
  );
  return row !== undefined;
}

/** Opens a kept blob. */
export async function openKeptBlob(
  database: SqlDatabase,
  storage: BlobStorage,
  sha256: string,
  recent?: RecentBlobs,
): Promise<ByteSource> {
  const known = recent?.find(sha256);
  if (known !== undefined) return bytesSource(known);
  const row = await findRow(database, sha256);
  if (row === undefined) throw new ExchangeError('NOT_FOUND', { details: { what: sha256 } });
  if (row.data === null && row.log === null) return storage.open({ sha256, size: numberOf(row, 'size') });
  const bytes = await bytesOfRow(database, row);
  if (bytes === undefined || digestOf(bytes) !== sha256) {
    throw new ExchangeError('STORAGE_CORRUPT', { details: { sha256 } });
  }
  return bytesSource(bytes);
}

/** The bytes of a blob that does not lie in the blob storage, unchecked; undefined where they cannot be had. */
export async function smallBytes(
  database: SqlDatabase,
  sha256: string,
  recent: RecentBlobs,
): Promise<Uint8Array | undefined> {
  const known = recent.find(sha256);
  if (known !== undefined) return known;
  const row = await findRow(database, sha256);
  return row === undefined ? undefined : bytesOfRow(database, row);
}

function findRow(database: SqlDatabase, sha256: string): Promise<SqlRow | undefined> {
  return database.read((connection) =>
    connection.one('SELECT size, data, log, log_at FROM blob WHERE sha256 = ?', [sha256]),
  );
}

async function bytesOfRow(database: SqlDatabase, row: SqlRow): Promise<Uint8Array | undefined> {
  if (row.data instanceof Uint8Array) return row.data;
  if (row.log === null) return undefined;
  const place = { log: numberOf(row, 'log'), at: numberOf(row, 'log_at') };
  return database.readAppended?.(place, numberOf(row, 'size'));
}

/** Numbers of the files that rows speak of. */
export async function usedLogs(connection: SqlConnection): Promise<ReadonlySet<number>> {
  const rows = await connection.all('SELECT DISTINCT log FROM blob WHERE log IS NOT NULL');
  return new Set(rows.map((row) => numberOf(row, 'log')));
}
