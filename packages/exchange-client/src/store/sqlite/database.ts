import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises';
import { ExchangeError } from '../../exchange-error.ts';
import type { SqlConnection, SqlDatabase } from '../sql/database.ts';
import { storageError } from '../storage-error.ts';
import { type BlobLog, createBlobLog } from './blob-log.ts';
import { findSqliteDriver, type SqliteDriver, type SqliteHandle, type SqliteStatement } from './driver.ts';

export interface SqliteDatabaseOptions {
  /** Path of the database file; its folder must be there. */
  readonly path: string;
  /** How long to wait for another process's transaction. Default 5000. */
  readonly busyTimeoutMs?: number;
  /** Most works that share one commit. Default 256. */
  readonly groupSize?: number;
  /** Default: `node:sqlite` where present, otherwise `@photostructure/sqlite`. */
  readonly driver?: SqliteDriver;
}

/** Pages of the write-ahead log after which it is written back (128 MB): digests hit the same pages of an index again. */
const CHECKPOINT_PAGES = 32768;
const CACHE_KIB = 32 * 1024;

interface Waiting {
  run(connection: SqlConnection): Promise<void>;
  committed(): void;
  failed(error: unknown): void;
}

/**
 * Opens a SQLite file in its safest mode: WAL, synchronous=FULL, foreign keys, BEGIN IMMEDIATE. Beside it, in a folder
 * `<file>-log`, lie the bytes that its rows only name.
 *
 * Works that wait at the same time share one commit (group commit); one that fails takes nobody with it.
 */
export async function openSqliteDatabase(options: SqliteDatabaseOptions): Promise<SqlDatabase> {
  const driver = options.driver ?? (await findSqliteDriver());
  const busyTimeoutMs = options.busyTimeoutMs ?? 5000;
  const groupSize = options.groupSize ?? 256;
  const log = createBlobLog(`${options.path}-log`);
  const writer = prepareHandle(driver.open(options.path, busyTimeoutMs), busyTimeoutMs, log);
  const reader = prepareHandle(driver.open(options.path, busyTimeoutMs), busyTimeoutMs);
  // From here on the writer waits in turns of the event loop, see beginImmediate.
  writer.handle.exec('PRAGMA busy_timeout = 0');
  const queue: Waiting[] = [];
  let draining: Promise<void> | undefined;
  let closed = false;

  /** Runs the group without savepoints; when one work fails, everything is undone and run again with them. */
  async function commitGroup(group: readonly Waiting[]): Promise<void> {
    try {
      await beginImmediate(writer.handle, busyTimeoutMs);
    } catch (error) {
      for (const waiting of group) waiting.failed(storageError(error));
      return;
    }
    if (!(await commitWhole(group)) && group.length > 1) await commitApart(group);
  }

  /** Ends the open transaction; false when a work failed and nothing was written. */
  async function commitWhole(group: readonly Waiting[]): Promise<boolean> {
    try {
      for (const waiting of group) await waiting.run(writer.connection);
      await commit();
    } catch (error) {
      rollBack();
      if (group.length === 1) for (const waiting of group) waiting.failed(storageError(error));
      return false;
    }
    for (const waiting of group) waiting.committed();
    return true;
  }

  /** One commit with a savepoint for each, so that a work that fails takes nobody with it. */
  async function commitApart(group: readonly Waiting[]): Promise<void> {
    const done: Waiting[] = [];
    try {
      await beginImmediate(writer.handle, busyTimeoutMs);
      for (const waiting of group) if (await runInSavepoint(writer, waiting)) done.push(waiting);
      await commit();
    } catch (error) {
      rollBack();
      for (const waiting of group) waiting.failed(storageError(error));
      return;
    }
    for (const waiting of done) waiting.committed();
  }

  /** What was appended is durable before any row that speaks of it. */
  async function commit(): Promise<void> {
    await log.flush();
    writer.handle.exec('COMMIT');
    log.end();
  }

  function rollBack(): void {
    log.end();
    try {
      writer.handle.exec('ROLLBACK');
    } catch {
      // SQLite already rolled back by itself.
    }
  }

  async function drain(): Promise<void> {
    // Lets every work of this turn of the event loop join the group: one fsync for all of them.
    await nextTurn();
    while (queue.length > 0) await commitGroup(queue.splice(0, groupSize));
    draining = undefined;
  }

  function requireOpen(): void {
    if (closed) throw storageError(new Error('the database is closed'));
  }

  return {
    dialect: 'sqlite',
    write(work) {
      requireOpen();
      return new Promise((resolve, reject) => {
        let result: Awaited<ReturnType<typeof work>>;
        queue.push({
          run: async (connection) => {
            result = await work(connection);
          },
          committed: () => resolve(result),
          failed: reject,
        });
        draining ??= drain();
      });
    },
    async read(work) {
      requireOpen();
      try {
        return await work(reader.connection);
      } catch (error) {
        throw storageError(error);
      }
    },
    async readAppended(place, size) {
      try {
        return await log.read(place, size);
      } catch (error) {
        throw storageError(error);
      }
    },
    sweepAppended: (used) => log.sweep(used),
    async close() {
      await draining;
      if (closed) return;
      closed = true;
      await log.close();
      reader.handle.close();
      writer.handle.close();
    },
  };
}

interface Prepared {
  readonly handle: SqliteHandle;
  readonly connection: SqlConnection;
}

function prepareHandle(handle: SqliteHandle, busyTimeoutMs: number, log?: BlobLog): Prepared {
  handle.exec(`PRAGMA busy_timeout = ${Math.trunc(busyTimeoutMs)}`);
  handle.exec('PRAGMA journal_mode = WAL');
  handle.exec('PRAGMA synchronous = FULL');
  handle.exec(`PRAGMA wal_autocheckpoint = ${CHECKPOINT_PAGES}`);
  handle.exec(`PRAGMA cache_size = -${CACHE_KIB}`);
  handle.exec('PRAGMA foreign_keys = ON');
  const statements = new Map<string, SqliteStatement>();
  const prepare = (sql: string) => {
    let statement = statements.get(sql);
    if (statement === undefined) {
      statement = handle.prepare(sql);
      statements.set(sql, statement);
    }
    return statement;
  };
  return {
    handle,
    connection: {
      async all(sql, params = []) {
        return prepare(sql).all(params);
      },
      async one(sql, params = []) {
        return prepare(sql).one(params);
      },
      // A transaction that writes is the only one: BEGIN IMMEDIATE holds everything.
      async hold(sql, params = []) {
        return prepare(sql).one(params);
      },
      async run(sql, params = []) {
        return prepare(sql).run(params);
      },
      async add(sql, params = []) {
        return prepare(sql).add(params);
      },
      ...(log === undefined ? {} : { append: (bytes: Uint8Array) => log.append(bytes) }),
    },
  };
}

/** Waits for another process's transaction without holding this process up. */
async function beginImmediate(handle: SqliteHandle, busyTimeoutMs: number): Promise<void> {
  const deadline = performance.now() + busyTimeoutMs;
  for (let wait = 1; ; wait = Math.min(wait * 2, 25)) {
    try {
      handle.exec('BEGIN IMMEDIATE');
      return;
    } catch (error) {
      const failure = storageError(error);
      const busy = failure instanceof ExchangeError && failure.code === 'DATABASE_BUSY';
      if (!busy || performance.now() >= deadline) throw failure;
      await pause(wait);
    }
  }
}

async function runInSavepoint({ handle, connection }: Prepared, waiting: Waiting): Promise<boolean> {
  await connection.run('SAVEPOINT work');
  try {
    await waiting.run(connection);
    await connection.run('RELEASE work');
    return true;
  } catch (error) {
    const failure = storageError(error);
    // A full disk may already have ended the whole transaction; then the rollback fails and the group with it.
    handle.exec('ROLLBACK TO work');
    handle.exec('RELEASE work');
    waiting.failed(failure);
    return false;
  }
}
