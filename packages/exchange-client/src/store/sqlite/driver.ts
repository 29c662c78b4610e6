import { ExchangeError } from '../../exchange-error.ts';
import type { SqlRow, SqlValue } from '../sql/database.ts';

/** A prepared statement, as node:sqlite and libsql both have it. */
export interface SqliteStatement {
  all(...params: SqlValue[]): unknown[];
  run(...params: SqlValue[]): { readonly changes: number | bigint };
}

/** The few calls this package makes on an open SQLite file. */
export interface SqliteHandle {
  exec(sql: string): void;
  prepare(sql: string): SqliteStatement;
  close(): void;
}

/** Opens SQLite files. */
export interface SqliteDriver {
  readonly name: string;
  open(path: string, busyTimeoutMs: number): SqliteHandle;
}

/**
 * Finds a driver: `node:sqlite` where Node has it, otherwise `libsql`.
 *
 * @throws {@link ExchangeError} DRIVER_MISSING
 */
export async function findSqliteDriver(): Promise<SqliteDriver> {
  return nodeDriver() ?? (await libsqlDriver());
}

function nodeDriver(): SqliteDriver | undefined {
  // The types of the oldest supported Node do not know this module yet.
  const module = process.getBuiltinModule('node:sqlite') as unknown as
    | { DatabaseSync: new (path: string, options: { timeout: number }) => SqliteHandle }
    | undefined;
  if (module === undefined) return undefined;
  return { name: 'node:sqlite', open: (path, timeout) => new module.DatabaseSync(path, { timeout }) };
}

async function libsqlDriver(): Promise<SqliteDriver> {
  try {
    // libsql ships no usable types for its default export.
    const { default: Database } = (await import('libsql' as string)) as {
      default: new (path: string, options: { timeout: number }) => SqliteHandle;
    };
    return { name: 'libsql', open: (path, timeout) => new Database(path, { timeout }) };
  } catch (cause) {
    throw new ExchangeError('DRIVER_MISSING', { details: { what: 'node:sqlite, libsql' }, cause });
  }
}

/** Rows of both drivers in one shape. */
export function rowsOf(rows: unknown[]): readonly SqlRow[] {
  // Both drivers give plain records of SQL values.
  return rows as readonly SqlRow[];
}
