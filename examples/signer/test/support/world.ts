import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CardDriver } from '@kcc/xca-card';
import {
  activate,
  type CardRecord,
  createMemoryStorage,
  createSoftDriver,
  createTestGpki,
  insertCard,
  issueSoftCard,
  openSoftStore,
  type TestGpki,
} from '@kcc/xca-card/soft';
import { createAllowList } from '../../src/allow-list.ts';
import { openAudit } from '../../src/audit.ts';
import { type SignerService, startSigner } from '../../src/service.ts';

export const PIN = '246810';
export const NUMBER = 'TT00000000000042';
export const PAGE = 'https://app.example';
const USER_CODE = 'Code#2026';

export interface World {
  readonly service: SignerService;
  readonly folder: string;
  /** The lines of the audit log, parsed, and as they stand. */
  log(): readonly Record<string, unknown>[];
  logText(): string;
  close(): Promise<void>;
}

export interface WorldOptions {
  readonly issued: Issued;
  /** Default: a simulated card, opened, in its reader. */
  readonly driver?: CardDriver;
  readonly allow?: readonly string[];
  readonly programs?: boolean;
  readonly patience?: number;
}

/** Authorities and one opened card of a test file; making their keys takes a second or two. */
export interface Issued {
  readonly gpki: TestGpki;
  readonly card: CardRecord;
}

export async function issue(): Promise<Issued> {
  const gpki = await createTestGpki();
  const store = openSoftStore(createMemoryStorage(), { rounds: 1, gpki });
  const organisation = {
    name: '測試市議員王小明服務處',
    places: ['高雄市', '苓雅區'],
    organisationOid: '2.16.886.119.102568',
    uniformNumber: '12345675',
  };
  await issueSoftCard(store, { organisation, userCode: USER_CODE, number: NUMBER });
  return { gpki, card: await activate(store, NUMBER, USER_CODE, PIN) };
}

export async function startWorld(options: WorldOptions): Promise<World> {
  const { issued, allow = [PAGE], programs = true, patience = 60_000 } = options;
  const folder = mkdtempSync(join(tmpdir(), 'kcc-signer-'));
  const file = join(folder, 'audit.jsonl');
  const driver = options.driver ?? (await softDriver(issued));
  const service = await startSigner({
    driver,
    audit: openAudit(file, () => new Date()),
    allowList: createAllowList(allow),
    programs,
    patience,
  });
  const logText = () => readFileSync(file, 'utf8');
  return {
    service,
    folder,
    logText,
    log: () =>
      logText()
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line)),
    close: async () => {
      await service.close();
      await driver.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function softDriver({ gpki, card }: Issued): Promise<CardDriver> {
  const store = openSoftStore(createMemoryStorage(), { rounds: 1, gpki });
  await store.saveCard(card);
  await insertCard(store, card.number);
  return createSoftDriver({ store });
}
