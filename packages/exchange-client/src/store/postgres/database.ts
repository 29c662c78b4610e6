import { ExchangeError } from '../../exchange-error.ts';
import {
  numberOf,
  type SqlConnection,
  type SqlDatabase,
  type SqlRow,
  type SqlValue,
} from '../sql/database.ts';

/** What this package needs of a `pg` client, restated. */
export interface PgClient {
  query(config: {
    readonly text: string;
    readonly values?: unknown[];
    readonly name?: string;
  }): Promise<{ readonly rows: unknown[]; readonly rowCount: number | null }>;
  release(error?: Error | boolean): void;
  on(event: 'error', listener: (error: Error) => void): unknown;
}

/** What this package needs of a `pg` pool, restated. */
export interface PgPool {
  connect(): Promise<PgClient>;
  end(): Promise<void>;
  on(event: 'error', listener: (error: Error) => void): unknown;
  on(event: 'connect', listener: (client: PgClient) => void): unknown;
}

/** The `pg` package, or its namespace. */
export interface PgLibrary {
  readonly Pool: new (options: Record<string, unknown>) => PgPool;
  readonly types: { getTypeParser(oid: number, format?: 'text' | 'binary'): (value: string) => unknown };
}

export interface PostgresDatabaseOptions {
  /** `postgres://user:password@host:port/database`. */
  readonly connectionString: string;
  /** Default: `import('pg')`. */
  readonly lib?: PgLibrary;
  /** Most connections of this process. Default 8. */
  readonly connections?: number;
  /** Schema of the tables. Default `public`. */
  readonly schema?: string;
}

const INT8 = 20;
const SERIALIZATION = new Set(['40001', '40P01']);
const RETRIES = 5;

/** Opens PostgreSQL with synchronous_commit=on; a deadlock or serialization failure is tried again. */
export async function openPostgresDatabase(options: PostgresDatabaseOptions): Promise<SqlDatabase> {
  const { Pool, types } = options.lib ?? (await loadPg());
  const { schema = 'public' } = options;
  if (!/^[a-z_][a-z0-9_]*$/.test(schema)) throw new TypeError('schema must be a lower-case name');
  const pool = new Pool({
    connectionString: options.connectionString,
    max: options.connections ?? 8,
    options: `-c synchronous_commit=on -c search_path=${schema}`,
    types: {
      // Times and sizes are far below 2^53.
      getTypeParser: (oid: number, format?: 'text' | 'binary') =>
        oid === INT8 ? Number : types.getTypeParser(oid, format),
    },
  });

  // A connection that breaks while nobody waits for it must not end the process; the next query says so.
  const ignore = () => undefined;
  pool.on('error', ignore);
  pool.on('connect', (client) => void client.on('error', ignore));

  async function withClient<T>(work: (client: PgClient) => Promise<T>): Promise<T> {
    let client: PgClient;
    try {
      client = await pool.connect();
    } catch (error) {
      throw databaseError(error);
    }
    try {
      const result = await work(client);
      client.release();
      return result;
    } catch (error) {
      // A client in an unknown state is not used again.
      client.release(true);
      throw error;
    }
  }

  async function transact<T>(work: (connection: SqlConnection) => Promise<T>): Promise<T> {
    return withClient(async (client) => {
      try {
        await client.query({ text: 'BEGIN' });
        const result = await work(connectionOf(client));
        await client.query({ text: 'COMMIT' });
        return result;
      } catch (error) {
        await client.query({ text: 'ROLLBACK' }).catch(() => undefined);
        throw error;
      }
    });
  }

  return {
    dialect: 'postgres',
    async write(work) {
      for (let attempt = 1; ; attempt += 1) {
        try {
          return await transact(work);
        } catch (error) {
          if (attempt < RETRIES && SERIALIZATION.has(codeOf(error))) continue;
          throw databaseError(error);
        }
      }
    },
    async read(work) {
      try {
        return await withClient((client) => work(connectionOf(client)));
      } catch (error) {
        throw databaseError(error);
      }
    },
    close: () => pool.end(),
  };
}

async function loadPg(): Promise<PgLibrary> {
  try {
    const { default: pg } = await import('pg');
    // The namespace has exactly these two members; its own types are wider.
    return pg as unknown as PgLibrary;
  } catch (cause) {
    throw new ExchangeError('DRIVER_MISSING', { details: { what: 'pg' }, cause });
  }
}

function connectionOf(client: PgClient): SqlConnection {
  const query = (sql: string, params: readonly SqlValue[]) =>
    client.query({ text: numbered(sql), values: params.map(toPg) });
  // pg gives plain records of SQL values.
  const rowsOf = async (sql: string, params: readonly SqlValue[]) =>
    (await query(sql, params)).rows as SqlRow[];
  return {
    all: (sql, params = []) => rowsOf(sql, params),
    one: async (sql, params = []) => (await rowsOf(sql, params))[0],
    hold: async (sql, params = []) => (await rowsOf(`${sql} FOR UPDATE`, params))[0],
    async run(sql, params = []) {
      return (await query(sql, params)).rowCount ?? 0;
    },
    async add(sql, params = []) {
      const [row] = await rowsOf(`${sql} RETURNING id`, params);
      return row === undefined ? undefined : numberOf(row, 'id');
    },
  };
}

/** `?` to `$1`, `$2`, …; no statement of this package has a question mark elsewhere. */
function numbered(sql: string): string {
  let count = 0;
  return sql.replace(/\?/g, () => {
    count += 1;
    return `$${count}`;
  });
}

function toPg(value: SqlValue): unknown {
  return value instanceof Uint8Array ? Buffer.from(value.buffer, value.byteOffset, value.byteLength) : value;
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

function databaseError(error: unknown): unknown {
  if (error instanceof ExchangeError || error instanceof TypeError || error instanceof RangeError)
    return error;
  const code = codeOf(error);
  if (code === '53100') return new ExchangeError('STORAGE_FULL', { cause: error });
  if (code === '55P03' || SERIALIZATION.has(code))
    return new ExchangeError('DATABASE_BUSY', { cause: error });
  const reason = error instanceof Error ? error.message || code : String(error);
  return new ExchangeError('STORAGE_FAILED', { details: { reason }, cause: error });
}
