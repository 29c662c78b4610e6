import { ExchangeError } from '../../exchange-error.ts';
import { numberOf, type SqlConnection, type SqlDatabase } from './database.ts';

/** One step of the schema; `{int}`, `{bytes}` and `{serial}` stand for the words of each database. */
export type Migration = readonly string[];

const WORDS = {
  sqlite: { int: 'INTEGER', bytes: 'BLOB', serial: 'INTEGER PRIMARY KEY AUTOINCREMENT' },
  postgres: { int: 'BIGINT', bytes: 'BYTEA', serial: 'BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY' },
} as const;

/**
 * Brings a database to the newest schema, one transaction for all steps that are missing.
 *
 * @param name - which set of tables; several sets can share a database
 * @throws {@link ExchangeError} SCHEMA_NEWER
 */
export async function migrate(
  database: SqlDatabase,
  name: string,
  migrations: readonly Migration[],
): Promise<void> {
  await database.write(async (connection) => {
    if (database.dialect === 'postgres') await connection.run('SELECT pg_advisory_xact_lock(7263091)');
    await connection.run(
      'CREATE TABLE IF NOT EXISTS schema_version (name TEXT PRIMARY KEY, version INTEGER NOT NULL)',
    );
    const found = await versionOf(connection, name);
    if (found > migrations.length) {
      throw new ExchangeError('SCHEMA_NEWER', { details: { found, known: migrations.length } });
    }
    for (const migration of migrations.slice(found)) {
      for (const statement of migration) await connection.run(inDialect(statement, database.dialect));
    }
    await connection.run(
      'INSERT INTO schema_version (name, version) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET version = excluded.version',
      [name, migrations.length],
    );
  });
}

function inDialect(statement: string, dialect: SqlDatabase['dialect']): string {
  const words = WORDS[dialect];
  return statement
    .replaceAll('{int}', words.int)
    .replaceAll('{bytes}', words.bytes)
    .replaceAll('{serial}', words.serial);
}

async function versionOf(connection: SqlConnection, name: string): Promise<number> {
  const row = await connection.one('SELECT version FROM schema_version WHERE name = ?', [name]);
  return row === undefined ? 0 : numberOf(row, 'version');
}
