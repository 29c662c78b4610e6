import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { openPostgresStore } from '../../src/store/postgres/open-postgres-store.ts';
import { nodeSqliteDriver, packagedSqliteDriver, type SqliteDriver } from '../../src/store/sqlite/driver.ts';
import { openSqliteStore } from '../../src/store/sqlite/open-sqlite-store.ts';
import { storeConformance } from '../../src/testing/store-conformance.ts';
import { startPostgres, type TestPostgres, withoutPostgres } from '../fixture/postgres.ts';

const root = mkdtempSync(join(tmpdir(), 'kcc-store-'));
let places = 0;

afterAll(() => rmSync(root, { recursive: true }));

function newFolder(): string {
  places += 1;
  return join(root, String(places));
}

function sqliteSubject(driver: () => Promise<SqliteDriver>) {
  return () => {
    const folder = newFolder();
    const open = async () => openSqliteStore({ folder, driver: await driver() });
    return { open, openAgain: open };
  };
}

storeConformance({ describe, it }, 'SQLite over @photostructure/sqlite', sqliteSubject(packagedSqliteDriver));

const nodeDriver = nodeSqliteDriver();
if (nodeDriver === undefined) {
  it.skip('store conformance: SQLite over node:sqlite: this Node has none', () => undefined);
} else {
  storeConformance(
    { describe, it },
    'SQLite over node:sqlite',
    sqliteSubject(async () => nodeDriver),
  );
}

if (withoutPostgres) {
  it.skip('store conformance: PostgreSQL: left out by KCC_WITHOUT', () => undefined);
} else {
  let postgres: TestPostgres;
  beforeAll(async () => {
    postgres = await startPostgres();
  }, 60_000);
  afterAll(() => postgres.stop());
  storeConformance({ describe, it }, 'PostgreSQL', () => {
    const folder = newFolder();
    let schema: Promise<string> | undefined;
    const open = async () => {
      schema ??= postgres.createSchema();
      return openPostgresStore({ connectionString: postgres.url, schema: await schema, folder });
    };
    return { open, openAgain: open };
  });
}
