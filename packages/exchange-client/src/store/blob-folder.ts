import { createHash, randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { access, mkdir, open as openFile, readdir, rename, stat, unlink } from 'node:fs/promises';
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
    async resume(announced, open) {
      try {
        return await resumeFile(root, pathOf, announced, open);
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

type PathOf = (sha256: string) => string;

async function incomingPath(root: string, name: string): Promise<string> {
  const incoming = join(root, 'incoming');
  await mkdir(incoming, { recursive: true });
  return join(incoming, name);
}

async function putFile(root: string, pathOf: PathOf, content: AsyncIterable<Uint8Array>): Promise<BlobRef> {
  const temporary = await incomingPath(root, randomBytes(12).toString('hex'));
  const digest = createHash('sha256');
  let size = 0;
  const file = await openFile(temporary, 'wx', 0o600);
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

/**
 * Copies what an earlier try left and goes on behind it. Each try has a file of its own: a worker that slept past its
 * lease may still write into the one it began.
 */
async function resumeFile(
  root: string,
  pathOf: PathOf,
  announced: BlobRef,
  open: (from: number) => AsyncIterable<Uint8Array>,
): Promise<BlobRef> {
  const part = await incomingPath(root, `${announced.sha256}.${randomBytes(12).toString('hex')}.part`);
  const earlier = await longestPart(dirname(part), announced);
  const digest = createHash('sha256');
  let size = 0;
  const file = await openFile(part, 'wx', 0o600);
  const take = async (content: AsyncIterable<Uint8Array>) => {
    for await (const chunk of content) {
      digest.update(chunk);
      size += chunk.length;
      await file.writeFile(chunk);
    }
  };
  try {
    if (earlier !== undefined) {
      await take(createReadStream(earlier, { end: announced.size - 1, highWaterMark: 256 * 1024 }));
      await unlink(earlier);
    }
    if (size < announced.size) await take(open(size));
    await file.sync();
    await file.close();
  } catch (error) {
    await file.close().catch(() => undefined);
    // What is there helps the next try, but a full disk needs the room more.
    const full = storageError(error);
    if (full instanceof ExchangeError && full.code === 'STORAGE_FULL') await unlink(part);
    throw error;
  }
  const sha256 = digest.digest('hex');
  if (sha256 === announced.sha256) await publish(part, pathOf(sha256), root);
  else await unlink(part);
  return { sha256, size };
}

/** The longest file that earlier tries for these bytes left. */
async function longestPart(incoming: string, { sha256 }: BlobRef): Promise<string | undefined> {
  let longest: { readonly path: string; readonly size: number } | undefined;
  for (const name of await readdir(incoming)) {
    if (!name.startsWith(`${sha256}.`)) continue;
    const path = join(incoming, name);
    const size = (await stat(path)).size;
    if (size > (longest?.size ?? 0)) longest = { path, size };
  }
  return longest?.path;
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
  const folder = await openFile(path, 'r');
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
