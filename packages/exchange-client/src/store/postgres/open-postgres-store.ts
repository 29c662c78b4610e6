import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createBlobFolder } from '../blob-folder.ts';
import type { BlobStorage } from '../blob-storage.ts';
import { createSqlStore } from '../sql/create-sql-store.ts';
import type { Store } from '../store.ts';
import { openPostgresDatabase, type PostgresDatabaseOptions } from './database.ts';

export interface PostgresStoreOptions extends PostgresDatabaseOptions {
  /** Folder for large blobs; several machines need a shared one, or `blobs`. */
  readonly folder?: string;
  /** Where large bytes lie, instead of a folder. */
  readonly blobs?: BlobStorage;
  readonly inlineBytes?: number;
}

/**
 * Opens the store for several worker processes on several machines.
 *
 * @throws ExchangeError DRIVER_MISSING, SCHEMA_NEWER, STORAGE_FAILED
 * @throws TypeError when neither `folder` nor `blobs` is given
 */
export async function openPostgresStore(options: PostgresStoreOptions): Promise<Store> {
  const { folder, inlineBytes } = options;
  if (folder === undefined && options.blobs === undefined)
    throw new TypeError('folder or blobs must be given');
  if (folder !== undefined) await mkdir(folder, { recursive: true });
  const database = await openPostgresDatabase(options);
  try {
    return await createSqlStore({
      database,
      blobs: options.blobs ?? createBlobFolder(join(folder ?? '', 'blobs')),
      ...(inlineBytes === undefined ? {} : { inlineBytes }),
    });
  } catch (error) {
    await database.close();
    throw error;
  }
}
