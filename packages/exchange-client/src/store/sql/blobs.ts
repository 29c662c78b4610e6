import { createHash } from 'node:crypto';
import { ExchangeError } from '../../exchange-error.ts';
import { type ByteSource, bytesSource } from '../../seal/byte-source.ts';
import { joinBytes } from '../../seal/join-bytes.ts';
import type { BlobStorage } from '../blob-storage.ts';
import type { StagedBlob } from '../records.ts';
import { numberOf, type SqlConnection, type SqlDatabase } from './database.ts';

/** Blobs up to this size lie in the database, so that one commit makes a small letter durable as a whole. */
export const INLINE_BYTES = 64 * 1024;

/** Takes a stream in: small ones stay in memory for the next transaction, large ones go to the blob storage. */
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
      const bytes = joinBytes(head);
      return { sha256: createHash('sha256').update(bytes).digest('hex'), size, bytes };
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

/** Makes a staged blob part of the transaction that refers to it. */
export async function keepBlob(connection: SqlConnection, blob: StagedBlob): Promise<void> {
  await connection.run(
    'INSERT INTO blob (sha256, size, data) VALUES (?, ?, ?) ON CONFLICT (sha256) DO NOTHING',
    [blob.sha256, blob.size, blob.bytes ?? null],
  );
}

/** Opens a kept blob. */
export async function openKeptBlob(
  database: SqlDatabase,
  storage: BlobStorage,
  sha256: string,
): Promise<ByteSource> {
  const [row] = await database.read((connection) =>
    connection.all('SELECT size, data FROM blob WHERE sha256 = ?', [sha256]),
  );
  if (row === undefined) throw new ExchangeError('NOT_FOUND', { details: { what: sha256 } });
  const { data } = row;
  if (!(data instanceof Uint8Array)) return storage.open({ sha256, size: numberOf(row, 'size') });
  if (createHash('sha256').update(data).digest('hex') !== sha256) {
    throw new ExchangeError('STORAGE_CORRUPT', { details: { sha256 } });
  }
  return bytesSource(data);
}
