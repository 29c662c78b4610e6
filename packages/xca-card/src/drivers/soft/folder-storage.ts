import { randomBytes } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { withFolderLock } from './folder-lock.ts';
import { createQueue, type SoftStorage } from './storage.ts';

export interface FolderStorageOptions {
  /** How long another process may hold the folder, in milliseconds. Default 10,000. */
  readonly lockWaitMs?: number;
}

/** A storage in a folder: whole-file writes by rename after fsync, and a lock file against other processes. */
export function createFolderStorage(path: string, options: FolderStorageOptions = {}): SoftStorage {
  // A program that changes its working directory keeps its cards.
  const folder = resolve(path);
  const queue = createQueue();
  const lock = { path: join(folder, '.lock'), waitMs: options.lockWaitMs ?? 10_000 };
  return {
    location: folder,
    exclusive: (run) =>
      queue(async () => {
        await mkdir(folder, { recursive: true, mode: 0o700 });
        return withFolderLock(lock, run);
      }),
    async read(name) {
      try {
        return new Uint8Array(await readFile(join(folder, name)));
      } catch (error) {
        if (isMissing(error)) return undefined;
        throw error;
      }
    },
    write: (name, content) => writeWhole(join(folder, name), content),
    async list(name) {
      try {
        const entries = await readdir(join(folder, name), { withFileTypes: true });
        const files = entries.filter((entry) => entry.isFile() && !entry.name.startsWith('.'));
        return files.map((entry) => entry.name).sort();
      } catch (error) {
        if (isMissing(error)) return [];
        throw error;
      }
    },
  };
}

async function writeWhole(path: string, content: Uint8Array): Promise<void> {
  const folder = dirname(path);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const temporary = join(folder, `.${randomBytes(8).toString('hex')}.tmp`);
  try {
    const file = await open(temporary, 'wx', 0o600);
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  await syncFolder(folder);
}

/** Makes the rename durable; Windows cannot open folders and needs no such step. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
