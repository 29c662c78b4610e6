import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createBlobFolder } from '../blob-folder.ts';
import type { BlobStorage } from '../blob-storage.ts';
import { createSqlStore } from '../sql/create-sql-store.ts';
import type { Store } from '../store.ts';
import { openSqliteDatabase } from './database.ts';
import type { SqliteDriver } from './driver.ts';

export interface SqliteStoreOptions {
  /** Folder of the store; made when missing. It holds `exchange.db`, `exchange.db-log/` and `blobs/`. */
  readonly folder: string;
  /** Where large bytes lie. Default: `blobs/` in the folder. */
  readonly blobs?: BlobStorage;
  readonly driver?: SqliteDriver;
  readonly busyTimeoutMs?: number;
  readonly inlineBytes?: number;
}

/**
 * Opens the embedded store: one SQLite file (WAL, synchronous=FULL), the bytes of letters in files beside it, and a
 * folder of large blobs.
 *
 * @throws ExchangeError DRIVER_MISSING, SCHEMA_NEWER, STORAGE_FAILED
 */
export async function openSqliteStore(options: SqliteStoreOptions): Promise<Store> {
  const { folder, driver, busyTimeoutMs, inlineBytes } = options;
  await mkdir(folder, { recursive: true });
  const database = await openSqliteDatabase({
    path: join(folder, 'exchange.db'),
    ...(driver === undefined ? {} : { driver }),
    ...(busyTimeoutMs === undefined ? {} : { busyTimeoutMs }),
  });
  return createSqlStore({
    database,
    blobs: options.blobs ?? createBlobFolder(join(folder, 'blobs')),
    ...(inlineBytes === undefined ? {} : { inlineBytes }),
  });
}
