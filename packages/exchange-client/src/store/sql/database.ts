/** A value that both databases take and give. Times are milliseconds since 1970 as numbers. */
export type SqlValue = string | number | null | Uint8Array;

export type SqlRow = Readonly<Record<string, SqlValue>>;

/** Statements inside one transaction. Texts are the same for both databases; places are `?`. */
export interface SqlConnection {
  all(sql: string, params?: readonly SqlValue[]): Promise<readonly SqlRow[]>;
  /** Gives the first row. */
  one(sql: string, params?: readonly SqlValue[]): Promise<SqlRow | undefined>;
  /** Gives the first row and holds it until the transaction ends; a second holder waits. */
  hold(sql: string, params?: readonly SqlValue[]): Promise<SqlRow | undefined>;
  /** Gives the number of changed rows. */
  run(sql: string, params?: readonly SqlValue[]): Promise<number>;
  /** Inserts a row into a table whose rows have an `id` and gives it; undefined where the row was there already. */
  add(sql: string, params?: readonly SqlValue[]): Promise<number | undefined>;
  /** Takes bytes in beside the tables and gives their place; absent where the database has room for bytes only in rows. */
  append?(bytes: Uint8Array): Promise<LogPlace>;
}

/** Where bytes lie beside the tables. */
export interface LogPlace {
  /** Number of the file. */
  readonly log: number;
  readonly at: number;
}

/** The small driver interface under the stores; one for SQLite, one for PostgreSQL. */
export interface SqlDatabase {
  readonly dialect: 'sqlite' | 'postgres';
  /**
   * Runs work in a transaction that is durable (on the disk) when the promise resolves. The work must await nothing
   * but its connection: others wait behind it, and several works may share one commit. It may be run again after its
   * writes were undone, so it changes nothing but the database.
   */
  write<T>(work: (connection: SqlConnection) => Promise<T>): Promise<T>;
  /** Reads committed data. */
  read<T>(work: (connection: SqlConnection) => Promise<T>): Promise<T>;
  /** Gives bytes that were appended and committed; undefined where they are gone. */
  readAppended?(place: LogPlace, size: number): Promise<Uint8Array | undefined>;
  /** Deletes the files of appended bytes that no row speaks of any more; gives how many. */
  sweepAppended?(used: () => Promise<ReadonlySet<number>>): Promise<number>;
  close(): Promise<void>;
}

export function textOf(row: SqlRow, column: string): string {
  const value = row[column];
  if (typeof value !== 'string') throw new TypeError(`column ${column} is not text`);
  return value;
}

export function numberOf(row: SqlRow, column: string): number {
  const value = row[column];
  if (typeof value === 'number') return value;
  // PostgreSQL gives sums and counts as text.
  if (typeof value === 'string' && /^-?\d+$/.test(value)) return Number(value);
  throw new TypeError(`column ${column} is not a number`);
}

export function bytesOf(row: SqlRow, column: string): Uint8Array {
  const value = row[column];
  if (!(value instanceof Uint8Array)) throw new TypeError(`column ${column} is not bytes`);
  return value;
}

export function optionalTextOf(row: SqlRow, column: string): string | undefined {
  return row[column] === null ? undefined : textOf(row, column);
}

export function optionalTimeOf(row: SqlRow, column: string): Date | undefined {
  return row[column] === null ? undefined : timeOf(row, column);
}

export function timeOf(row: SqlRow, column: string): Date {
  return new Date(numberOf(row, column));
}
