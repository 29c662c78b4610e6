import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { type FileHandle, open, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { joinBytes } from '../../seal/join-bytes.ts';
import { syncFolder } from '../blob-folder.ts';
import type { LogPlace } from '../sql/database.ts';

/**
 * Bytes of letters one after the other in numbered files beside a database, written once where pages of the database
 * would be written twice. Whoever appends holds the database's write lock, so several processes share the files. What
 * a transaction that failed left behind is bytes that no row speaks of.
 */
export interface BlobLog {
  /** Takes bytes in; gives where they will lie. */
  append(bytes: Uint8Array): Promise<LogPlace>;
  /** Makes what was taken in durable; before the commit that speaks of it. */
  flush(): Promise<void>;
  /** Ends the transaction; what is not flushed is dropped. */
  end(): void;
  /** Undefined where the file is gone or ends before the bytes do. */
  read(place: LogPlace, size: number): Promise<Uint8Array | undefined>;
  /** Deletes the full files that are not among the used ones, which are asked for afterwards; gives how many. */
  sweep(used: () => Promise<ReadonlySet<number>>): Promise<number>;
  close(): Promise<void>;
}

/** A file that is longer gets no more. */
const FILE_BYTES = 64 * 1024 * 1024;
const OPEN_FILES = 16;
/** What a system takes in one call. */
const PIECES_AT_ONCE = 1024;

interface LogFile {
  readonly number: number;
  readonly handle: FileHandle;
}

/** Opens the log in a folder, which is made when the first bytes come. */
export function createBlobLog(folder: string, fileBytes = FILE_BYTES): BlobLog {
  const pathOf = (number: number) => join(folder, `${String(number).padStart(8, '0')}.log`);
  const readers = new Map<number, Promise<FileHandle>>();
  let file: LogFile | undefined;
  /** Where the open transaction's bytes begin. */
  let begin: number | undefined;
  let pieces: Uint8Array[] = [];
  let size = 0;

  /** The file that takes the next bytes, and its length; another process may have begun a new one. */
  async function lastFile(): Promise<LogFile & { readonly length: number }> {
    let number = file?.number ?? Math.max(1, ...numbersIn(folder));
    for (;;) {
      if (file?.number !== number) {
        await file?.handle.close();
        file = undefined;
        file = { number, handle: await openFile(number) };
      }
      const { size: length } = await file.handle.stat();
      if (length < fileBytes) return { ...file, length };
      number += 1;
    }
  }

  async function openFile(number: number): Promise<FileHandle> {
    // A folder that is new must itself be durable in its parent.
    if (mkdirSync(folder, { recursive: true }) !== undefined) await syncFolder(dirname(folder));
    const handle = await open(pathOf(number), 'a+', 0o600);
    await syncFolder(folder);
    return handle;
  }

  function reader(number: number): Promise<FileHandle> {
    const known = readers.get(number);
    if (known !== undefined) return known;
    const handle = open(pathOf(number), 'r');
    readers.set(number, handle);
    const [oldest] = readers;
    if (readers.size > OPEN_FILES && oldest !== undefined) void forget(oldest[0]);
    handle.catch(() => readers.delete(number));
    return handle;
  }

  async function forget(number: number): Promise<void> {
    const handle = readers.get(number);
    readers.delete(number);
    await handle?.then((opened) => opened.close()).catch(() => undefined);
  }

  return {
    async append(bytes) {
      if (begin === undefined) begin = (await lastFile()).length;
      const at = begin + size;
      pieces.push(bytes);
      size += bytes.length;
      return { log: file?.number ?? 0, at };
    },
    async flush() {
      if (pieces.length === 0) return;
      if (file === undefined) throw new RangeError('bytes were taken in without a file');
      await writeWhole(file.handle, pieces);
      await file.handle.datasync();
      pieces = [];
    },
    end() {
      begin = undefined;
      pieces = [];
      size = 0;
    },
    async read({ log, at }, length) {
      const bytes = new Uint8Array(length);
      const handle = await reader(log).catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return undefined;
        throw error;
      });
      const found = await handle?.read(bytes, 0, length, at);
      return found?.bytesRead === length ? bytes : undefined;
    },
    async sweep(used) {
      const numbers = numbersIn(folder);
      const last = Math.max(...numbers);
      // Nobody appends to the ones before the last, so what is used of them is all committed.
      const still = await used();
      const idle = numbers.filter((number) => number !== last && !still.has(number));
      for (const number of idle) {
        await forget(number);
        await unlink(pathOf(number));
      }
      return idle.length;
    },
    async close() {
      await Promise.all([...readers.keys()].map(forget));
      await file?.handle.close();
      file = undefined;
    },
  };
}

/** Writes all pieces behind the file's end. What a full disk cuts off is behind the place of every committed row. */
async function writeWhole(handle: FileHandle, pieces: readonly Uint8Array[]): Promise<void> {
  for (let left = pieces; left.length > 0; ) {
    const some = left.slice(0, PIECES_AT_ONCE);
    const size = some.reduce((sum, piece) => sum + piece.length, 0);
    const { bytesWritten } = await handle.writev(some);
    // Cut short by a signal or a full disk: the rest in one piece, which says what is wrong.
    if (bytesWritten < size) await handle.appendFile(joinBytes(some).subarray(bytesWritten));
    left = left.slice(PIECES_AT_ONCE);
  }
}

function numbersIn(folder: string): readonly number[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder).flatMap((name) =>
    /^\d{8}\.log$/.test(name) ? [Number.parseInt(name, 10)] : [],
  );
}
