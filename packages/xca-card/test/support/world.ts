import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CardDriver, CardSession } from '../../src/card/card.ts';
import type { Trust } from '../../src/cms/verify-options.ts';
import {
  issueOrganisation,
  type Organisation,
  type OrganisationCertificateOptions,
  type OrganisationCertificates,
} from '../../src/drivers/soft/gpki/organisation.ts';
import { createTestGpki, type TestGpki } from '../../src/drivers/soft/gpki/test-gpki.ts';
import {
  activate,
  type CardRecord,
  createMemoryStorage,
  createSoftDriver,
  DEFAULT_READER,
  type Fault,
  type IssueCardOptions,
  insertCard,
  issueSoftCard,
  openSoftStore,
  type SoftStore,
} from '../../src/drivers/soft/index.ts';
import { createKeySource } from './key-cache.ts';

export const PIN = '246810';
export const USER_CODE = 'Code#2026';

/** A fictitious councillor's office. */
export const OFFICE: Organisation = {
  name: '測試市議員王小明服務處',
  places: ['高雄市', '苓雅區'],
  organisationOid: '2.16.886.119.102568',
  uniformNumber: '12345675',
};

export const NOW = new Date('2026-11-24T02:00:00Z');

/** A simulated world with one opened, inserted card. */
export interface World {
  readonly store: SoftStore;
  readonly gpki: TestGpki;
  readonly card: CardRecord;
  readonly driver: CardDriver;
  readonly session: CardSession;
  readonly trust: Trust;
  /** The clock, which tests may turn. */
  readonly clock: { now: Date };
}

export interface WorldOptions {
  readonly place?: string;
  readonly faults?: readonly Fault[];
  readonly issue?: Partial<IssueCardOptions>;
  readonly gpki?: TestGpki;
}

/** Makes a world in memory (or a folder) at {@link NOW}, quick because the PIN is hardly stretched. */
export async function makeWorld(options: WorldOptions = {}): Promise<World> {
  const clock = { now: NOW };
  const gpki = options.gpki ?? (await testGpki());
  const store = openSoftStore(options.place ?? createMemoryStorage(), {
    now: () => clock.now,
    rounds: 1,
    gpki,
  });
  const card = await issueSoftCard(store, { organisation: OFFICE, userCode: USER_CODE, ...options.issue });
  await activate(store, card.number, USER_CODE, PIN);
  await insertCard(store, card.number);
  const driver = createSoftDriver({ store, pollMs: 5, ...(options.faults && { faults: options.faults }) });
  const session = await driver.open(DEFAULT_READER, PIN);
  const trust = { anchors: gpki.anchors, intermediates: gpki.intermediates };
  return { store, gpki, card, driver, session, trust, clock };
}

/** A GPKI as of {@link NOW}; made once for the tests of a file. */
export function testGpki(): Promise<TestGpki> {
  shared ??= createTestGpki({ now: NOW, createKeys: testKeys });
  return shared;
}

/** The certificates of a fictitious organisation as of {@link NOW}. */
export async function testOrganisation(
  organisation: Organisation = OFFICE,
  options: OrganisationCertificateOptions = {},
): Promise<OrganisationCertificates> {
  return issueOrganisation(await testGpki(), organisation, {
    notBefore: NOW,
    createKeys: testKeys,
    ...options,
  });
}

let shared: Promise<TestGpki> | undefined;

/** Another RSA-2048 pair with every call. */
export const testKeys = createKeySource();

/** Runs with a temporary folder that is gone afterwards. */
export async function withFolder<T>(run: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'xca-card-'));
  try {
    return await run(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
