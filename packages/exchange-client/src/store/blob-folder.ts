import { createHash, randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { access, mkdir, open, readdir, rename, stat, unlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { ExchangeError } from '../exchange-error.ts';
import type { BlobRef, BlobStorage } from './blob-storage.ts';
import { storageError } from './storage-error.ts';

/** Blobs as files `ab/cd/<digest>`: written under a temporary name, fsync, rename, fsync of the folder. */
export function createBlobFolder(root: string): BlobStorage {
  const pathOf = (sha256: string) => join(root, sha256.slice(0, 2), sha256.slice(2, 4), sha256);
  return {
    async put(content) {
      try {
        return await putFile(root, pathOf, content);
      } catch (error) {
        throw storageError(error);
      }
    },
    open: (ref) => ({
      size: ref.size,
      open: (from = 0) => readFile(pathOf(ref.sha256), ref, from),
    }),
    has: (sha256) => exists(pathOf(sha256)),
    sweep: (keep, before) => sweepFolder(root, keep, before),
  };
}

async function putFile(
  root: string,
  pathOf: (sha256: string) => string,
  content: AsyncIterable<Uint8Array>,
): Promise<BlobRef> {
  const incoming = join(root, 'incoming');
  await mkdir(incoming, { recursive: true });
  const temporary = join(incoming, randomBytes(12).toString('hex'));
  const digest = createHash('sha256');
  let size = 0;
  const file = await open(temporary, 'wx', 0o600);
  try {
    for await (const chunk of content) {
      digest.update(chunk);
      size += chunk.length;
      await file.writeFile(chunk);
    }
    await file.sync();
    await file.close();
    const sha256 = digest.digest('hex');
    await publish(temporary, pathOf(sha256), root);
    return { sha256, size };
  } catch (error) {
    await file.close().catch(() => undefined);
    await unlink(temporary).catch(() => undefined);
    throw error;
  }
}

async function publish(temporary: string, target: string, root: string): Promise<void> {
  const folder = dirname(target);
  const made = await mkdir(folder, { recursive: true });
  await rename(temporary, target);
  await syncFolder(folder);
  // A folder that is new must itself be durable in its parents.
  if (made !== undefined) {
    await syncFolder(dirname(folder));
    await syncFolder(root);
  }
}

/** Makes renames inside a folder durable. */
export async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

async function* readFile(path: string, ref: BlobRef, from: number): AsyncGenerator<Uint8Array> {
  const digest = createHash('sha256');
  let size = from;
  try {
    for await (const chunk of createReadStream(path, { start: from, highWaterMark: 256 * 1024 })) {
      digest.update(chunk);
      size += chunk.length;
      yield chunk;
    }
  } catch (error) {
    throw storageError(error);
  }
  const corrupt = size !== ref.size || (from === 0 && digest.digest('hex') !== ref.sha256);
  if (corrupt) throw new ExchangeError('STORAGE_CORRUPT', { details: { sha256: ref.sha256 } });
}

async function sweepFolder(
  root: string,
  keep: (sha256: string) => Promise<boolean>,
  before: Date,
): Promise<number> {
  let swept = 0;
  for (const path of await filesBelow(root)) {
    const name = basename(path);
    if ((await stat(path)).mtime >= before || (name.length === 64 && (await keep(name)))) continue;
    await unlink(path);
    swept += 1;
  }
  return swept;
}

async function filesBelow(folder: string): Promise<string[]> {
  const found: string[] = [];
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) found.push(...(await filesBelow(path)));
    else found.push(path);
  }
  return found;
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
