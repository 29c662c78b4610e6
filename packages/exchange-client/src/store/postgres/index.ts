export {
  openPostgresDatabase,
  type PgClient,
  type PgLibrary,
  type PgPool,
  type PostgresDatabaseOptions,
} from './database.ts';
export { openPostgresStore, type PostgresStoreOptions } from './open-postgres-store.ts';
