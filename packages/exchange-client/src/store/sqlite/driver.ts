import { ExchangeError } from '../../exchange-error.ts';
import type { SqlRow, SqlValue } from '../sql/database.ts';

/** A prepared statement. */
export interface SqliteStatement {
  all(params: readonly SqlValue[]): readonly SqlRow[];
  /** Gives the first row. */
  one(params: readonly SqlValue[]): SqlRow | undefined;
  /** Gives the number of changed rows. */
  run(params: readonly SqlValue[]): number;
  /** Gives the number of the row that was inserted; undefined where none was. */
  add(params: readonly SqlValue[]): number | undefined;
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
 * @throws ExchangeError DRIVER_MISSING
 */
export async function findSqliteDriver(): Promise<SqliteDriver> {
  return nodeSqliteDriver() ?? (await libsqlDriver());
}

/** What both modules have in common, restated. */
interface ForeignDatabase {
  exec(sql: string): unknown;
  prepare(sql: string): {
    all(...params: unknown[]): unknown;
    get(...params: unknown[]): unknown;
    run(...params: unknown[]): {
      readonly changes: number | bigint;
      readonly lastInsertRowid: number | bigint;
    };
  };
  close(): void;
}

type ForeignClass = new (path: string, options: { timeout: number }) => ForeignDatabase;

/** The driver of Node's own module; undefined where Node has none. */
export function nodeSqliteDriver(): SqliteDriver | undefined {
  // The types of the oldest supported Node do not know this module yet.
  const module = process.getBuiltinModule('node:sqlite') as unknown as
    | { DatabaseSync: ForeignClass }
    | undefined;
  if (module === undefined) return undefined;
  const { DatabaseSync } = module;
  return {
    name: 'node:sqlite',
    open: (path, timeout) =>
      // Its records hold SQL values only.
      wrap(
        new DatabaseSync(path, { timeout }),
        (params) => [...params],
        (row) => row as SqlRow,
      ),
  };
}

/** The driver of the libsql package. */
export async function libsqlDriver(): Promise<SqliteDriver> {
  try {
    // The package's own types describe better-sqlite3; only the calls above are used.
    const { default: Database } = (await import('libsql')) as unknown as { default: ForeignClass };
    return {
      name: 'libsql',
      // A single object would be taken for named parameters, so the list goes in as one array.
      open: (path, timeout) => wrap(new Database(path, { timeout }), (params) => [params], readRow),
    };
  } catch (cause) {
    throw new ExchangeError('DRIVER_MISSING', { details: { what: 'node:sqlite, libsql' }, cause });
  }
}

function wrap(
  database: ForeignDatabase,
  pass: (params: readonly SqlValue[]) => unknown[],
  read: (row: Record<string, unknown>) => SqlRow,
): SqliteHandle {
  return {
    exec: (sql) => void database.exec(sql),
    prepare(sql) {
      const statement = database.prepare(sql);
      return {
        // Both modules give a list of plain records.
        all: (params) => (statement.all(...pass(params)) as Record<string, unknown>[]).map(read),
        one: (params) => {
          const row = statement.get(...pass(params)) as Record<string, unknown> | undefined;
          return row === undefined ? undefined : read(row);
        },
        run: (params) => Number(statement.run(...pass(params)).changes),
        add: (params) => {
          const { changes, lastInsertRowid } = statement.run(...pass(params));
          return Number(changes) > 0 ? Number(lastInsertRowid) : undefined;
        },
      };
    },
    close: () => database.close(),
  };
}

/** libsql gives bytes as ArrayBuffer or as Buffer. */
function readRow(row: Record<string, unknown>): SqlRow {
  for (const [name, value] of Object.entries(row)) {
    if (value instanceof ArrayBuffer) row[name] = new Uint8Array(value);
    else if (Buffer.isBuffer(value)) row[name] = new Uint8Array(value.buffer, value.byteOffset, value.length);
  }
  // Only SQL values are left.
  return row as SqlRow;
}
