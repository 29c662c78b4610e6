import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { ExchangeDesk, Store } from '@kcc/exchange-client';
import type { Context, OptionValues } from '../../frame/command.ts';
import { CliError } from '../../frame/failure.ts';

/** What `exchange init` writes: who the office is and how it reaches its centre. No secret is in it. */
export interface OfficeHome {
  readonly version: 1;
  readonly code: string;
  readonly unit: string;
  readonly name: string;
  readonly centre: string;
  /** PEM file of the only authority that is trusted for the centre's TLS. */
  readonly ca?: string;
  /** SHA-256 fingerprint of the only server certificate that is accepted. */
  readonly fingerprint?: string;
  /** How the office's card is reached; options of a command override it one by one. */
  readonly card?: CardWay;
}

/** The options of `exchange init` about the card, paths absolute. */
export interface CardWay {
  readonly driver?: string;
  readonly module?: string;
  readonly slot?: string;
  readonly reader?: string;
  readonly 'card-url'?: string;
  readonly 'card-store'?: string;
}

export const HOME_FILE = 'office.json';

/** The options of every command that works on an office's home. */
export const HOME_OPTIONS = {
  home: { type: 'string' },
  store: { type: 'string' },
} as const;

export const HOME_USAGE = '--home DIR [--store postgres://…]';

/** The folder of `--home`. */
export function homeFolder(context: Context, options: OptionValues): string {
  const { home } = options;
  if (typeof home !== 'string') throw new CliError('USAGE', 'usage', '請以 --home DIR 指定機關的資料夾');
  return resolve(context.cwd, home);
}

/** Reads the home that `exchange init` made. */
export async function readHome(folder: string): Promise<OfficeHome> {
  let text: string;
  try {
    text = await readFile(join(folder, HOME_FILE), 'utf8');
  } catch {
    throw new CliError('HOME_MISSING', 'usage', `「${folder}」還不是機關資料夾，請先執行 kcc exchange init`, {
      folder,
    });
  }
  // The file is this program's own; a damaged one shows in its fields.
  const home = JSON.parse(text) as OfficeHome;
  if (home.version !== 1)
    throw new CliError('HOME_VERSION', 'usage', `「${folder}」是較新版本的機關資料夾`, { folder });
  return home;
}

/** Opens the store of a home: the embedded one, or PostgreSQL with `--store`. Close it after use. */
export async function openStore(folder: string, options: OptionValues): Promise<Store> {
  const { store } = options;
  if (typeof store !== 'string') {
    const { openSqliteStore } = await import('@kcc/exchange-client/sqlite');
    return openSqliteStore({ folder });
  }
  if (!/^postgres(ql)?:\/\//.test(store))
    throw new CliError('USAGE', 'usage', '--store 須為 postgres://… 位址');
  const { openPostgresStore } = await import('@kcc/exchange-client/postgres');
  return openPostgresStore({ connectionString: store, folder });
}

/** Runs `use` at the desk of a home, without card and network. */
export async function withDesk<T>(
  context: Context,
  options: OptionValues,
  use: (desk: ExchangeDesk, store: Store) => Promise<T>,
): Promise<T> {
  const folder = homeFolder(context, options);
  await readHome(folder);
  const { createDesk } = await import('@kcc/exchange-client');
  const store = await openStore(folder, options);
  try {
    return await use(createDesk({ store, clock: context.now }), store);
  } finally {
    await store.close();
  }
}
