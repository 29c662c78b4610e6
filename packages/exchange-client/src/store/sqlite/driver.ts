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
 * Finds a driver: `node:sqlite` where Node has it, otherwise `@photostructure/sqlite`, the same module built for older
 * ones.
 *
 * @throws ExchangeError DRIVER_MISSING
 */
export async function findSqliteDriver(): Promise<SqliteDriver> {
  return nodeSqliteDriver() ?? (await packagedSqliteDriver());
}

/** What the module `node:sqlite` offers, as far as it is used; the types of the oldest supported Node do not know it. */
interface SqliteModule {
  readonly DatabaseSync: new (path: string, options: { timeout: number }) => ForeignDatabase;
}

interface ForeignDatabase {
  exec(sql: string): void;
  prepare(sql: string): {
    all(...params: readonly SqlValue[]): SqlRow[];
    get(...params: readonly SqlValue[]): SqlRow | undefined;
    run(...params: readonly SqlValue[]): {
      readonly changes: number | bigint;
      readonly lastInsertRowid: number | bigint;
    };
  };
  close(): void;
}

/** The driver of Node's own module; undefined where Node has none. */
export function nodeSqliteDriver(): SqliteDriver | undefined {
  const module = process.getBuiltinModule('node:sqlite') as unknown as SqliteModule | undefined;
  return module === undefined ? undefined : driverOf('node:sqlite', module);
}

/** The driver of the package `@photostructure/sqlite`. */
export async function packagedSqliteDriver(): Promise<SqliteDriver> {
  try {
    const module: unknown = await import('@photostructure/sqlite');
    // The calls of node:sqlite, which its own types describe more widely than they are used here.
    return driverOf('@photostructure/sqlite', module as SqliteModule);
  } catch (cause) {
    throw new ExchangeError('DRIVER_MISSING', {
      details: { what: 'node:sqlite, @photostructure/sqlite' },
      cause,
    });
  }
}

function driverOf(name: string, { DatabaseSync }: SqliteModule): SqliteDriver {
  return { name, open: (path, timeout) => handleOf(new DatabaseSync(path, { timeout })) };
}

function handleOf(database: ForeignDatabase): SqliteHandle {
  return {
    exec: (sql) => database.exec(sql),
    prepare(sql) {
      const statement = database.prepare(sql);
      return {
        all: (params) => statement.all(...params),
        one: (params) => statement.get(...params),
        run: (params) => Number(statement.run(...params).changes),
        add: (params) => {
          const { changes, lastInsertRowid } = statement.run(...params);
          return Number(changes) > 0 ? Number(lastInsertRowid) : undefined;
        },
      };
    },
    close: () => database.close(),
  };
}
