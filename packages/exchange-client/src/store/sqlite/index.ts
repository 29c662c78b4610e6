export { openSqliteDatabase, type SqliteDatabaseOptions } from './database.ts';
export { findSqliteDriver, type SqliteDriver, type SqliteHandle, type SqliteStatement } from './driver.ts';
export { openSqliteStore, type SqliteStoreOptions } from './open-sqlite-store.ts';
