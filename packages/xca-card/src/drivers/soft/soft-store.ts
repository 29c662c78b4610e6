import { CardError } from '../../errors/card-error.ts';
import type { CardRecord } from './card-record.ts';
import { createFolderStorage } from './folder-storage.ts';
import { readGpki, type StoredGpki, writeGpki } from './gpki/stored-gpki.ts';
import { createTestGpki, type TestGpki, type TestGpkiOptions } from './gpki/test-gpki.ts';
import type { SoftStorage } from './storage.ts';
import { DEFAULT_ROUNDS } from './vault.ts';

export interface SoftStoreOptions {
  /** Clock of the simulated world. Default: the system's. */
  readonly now?: () => Date;
  /** Rounds of the key derivation for new PINs. Default `DEFAULT_ROUNDS`; tests may take fewer. */
  readonly rounds?: number;
  /** How a store that is not there yet makes its GPKI. */
  readonly gpki?: TestGpkiOptions | TestGpki;
}

/** A reader of the simulated world. */
export interface SoftReader {
  readonly name: string;
  /** Number of the inserted card. */
  readonly card?: string;
  /** Grows with every insertion, so that a session notices a card that was out meanwhile. */
  readonly insertions: number;
}

/** The simulated world: a test GPKI, cards, and readers. */
export interface SoftStore {
  readonly storage: SoftStorage;
  readonly now: () => Date;
  readonly rounds: number;
  /** The GPKI, made at first use. */
  gpki(): Promise<TestGpki>;
  cardNumbers(): Promise<readonly string[]>;
  /** @throws CardError `CARD_NOT_FOUND`, `STORE_CORRUPT` */
  card(number: string): Promise<CardRecord>;
  saveCard(record: CardRecord): Promise<void>;
  readers(): Promise<readonly SoftReader[]>;
  saveReaders(readers: readonly SoftReader[]): Promise<void>;
  /** A JSON file of the store, undefined when absent. */
  readJson(name: string): Promise<unknown>;
  writeJson(name: string, value: unknown): Promise<void>;
}

export const DEFAULT_READER = '模擬讀卡機 0';

/**
 * Opens the simulated world in a folder or another storage; an empty one becomes a new world at first use.
 *
 * @example
 * const store = openSoftStore('cards');
 * const driver = createSoftDriver({ store });
 */
export function openSoftStore(place: string | SoftStorage, options: SoftStoreOptions = {}): SoftStore {
  const storage = typeof place === 'string' ? createFolderStorage(place) : place;
  const { now = () => new Date(), rounds = DEFAULT_ROUNDS } = options;
  const readJson = (name: string) => readJsonFile(storage, name);
  const writeJson = (name: string, value: unknown) =>
    storage.write(name, new TextEncoder().encode(`${JSON.stringify(value, undefined, 1)}\n`));
  const gpki = createGpkiLoader(storage, readJson, writeJson, options.gpki);
  return {
    storage,
    now,
    rounds,
    readJson,
    writeJson,
    gpki,
    async cardNumbers() {
      return (await storage.list('cards')).map((name) => name.replace(/\.json$/, ''));
    },
    async card(number) {
      const record = /^[0-9A-Z]{1,16}$/.test(number) ? await readJson(`cards/${number}.json`) : undefined;
      if (record === undefined) throw new CardError('CARD_NOT_FOUND', { details: { number } });
      if (!isRecord(record))
        throw new CardError('STORE_CORRUPT', { details: { file: `cards/${number}.json` } });
      return record;
    },
    saveCard: (record) => writeJson(`cards/${record.number}.json`, record),
    async readers() {
      const readers = await readJson('readers.json');
      if (readers === undefined) return [{ name: DEFAULT_READER, insertions: 0 }];
      // Written by saveReaders only.
      return readers as readonly SoftReader[];
    },
    saveReaders: (readers) => writeJson('readers.json', readers),
  };
}

async function readJsonFile(storage: SoftStorage, name: string): Promise<unknown> {
  const bytes = await storage.read(name);
  if (bytes === undefined) return undefined;
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch (cause) {
    throw new CardError('STORE_CORRUPT', { details: { file: name }, cause });
  }
}

const GPKI_FILE = 'gpki.json';

/** Loads the GPKI once; makes and keeps one when there is none. */
function createGpkiLoader(
  storage: SoftStorage,
  readJson: (name: string) => Promise<unknown>,
  writeJson: (name: string, value: unknown) => Promise<void>,
  given: TestGpkiOptions | TestGpki | undefined,
): () => Promise<TestGpki> {
  let loaded: Promise<TestGpki> | undefined;
  const load = () =>
    storage.exclusive(async () => {
      const stored = await readJson(GPKI_FILE);
      // Written by the line below only; readGpki looks at its format.
      if (stored !== undefined) return readGpki(stored as StoredGpki);
      const fresh = given && 'authorities' in given ? given : await createTestGpki(given);
      await writeJson(GPKI_FILE, writeGpki(fresh));
      return fresh;
    });
  return () => {
    loaded ??= load().catch((error: unknown) => {
      loaded = undefined;
      throw error;
    });
    return loaded;
  };
}

function isRecord(value: unknown): value is CardRecord {
  return (
    typeof value === 'object' && value !== null && 'format' in value && value.format === 'kcc-soft-card-1'
  );
}
