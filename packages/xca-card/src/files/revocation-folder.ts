import { createHash } from 'node:crypto';
import type { RevocationCache } from '../certificate/revocation/revocation-cache.ts';
import { createFolderStorage } from '../drivers/soft/folder-storage.ts';

/** A revocation cache in a folder, kept between runs; a half-written answer is never read. */
export function createFolderRevocationCache(folder: string): RevocationCache {
  const storage = createFolderStorage(folder);
  return {
    get: (key) => storage.read(fileName(key)),
    put: (key, bytes) => storage.write(fileName(key), bytes),
  };
}

function fileName(key: string): string {
  return `${createHash('sha256').update(key).digest('hex')}.der`;
}
