import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  activate,
  createMemoryStorage,
  createSoftDriver,
  createTestGpki,
  insertCard,
  issueSoftCard,
  openSoftStore,
  publishCrls,
} from '@kcc/xca-card/soft';
import { createAllowList } from '@kcc-examples/signer/allow-list';
import { openAudit } from '@kcc-examples/signer/audit';
import { type SignerService, startSigner } from '@kcc-examples/signer/service';

export const PIN = '246810';
export const HOLDER = '測試市議員王小明服務處';
const NUMBER = 'TT00000000000042';
const USER_CODE = 'Code#2026';

/** The signing service for development with a simulated card, and where its trust stands as files. */
export interface SigningService {
  readonly url: string;
  readonly folder: string;
  readonly rootFile: string;
  /** Lists of revoked certificates of every authority. */
  readonly crlFiles: readonly string[];
  /** Lets a page ask, from now on. */
  allow(origin: string): void;
  close(): Promise<void>;
}

/** A simulated card, opened, in its reader, behind the signing service on loopback. */
export async function startSigningService(): Promise<SigningService> {
  const folder = mkdtempSync(join(tmpdir(), 'kcc-web-form-'));
  const origins = join(folder, 'origins.txt');
  const gpki = await createTestGpki();
  const store = openSoftStore(createMemoryStorage(), { rounds: 1, gpki });
  const organisation = {
    name: HOLDER,
    places: ['高雄市', '苓雅區'],
    organisationOid: '2.16.886.119.102568',
    uniformNumber: '12345675',
  };
  await issueSoftCard(store, { organisation, userCode: USER_CODE, number: NUMBER });
  await activate(store, NUMBER, USER_CODE, PIN);
  await insertCard(store, NUMBER);
  const driver = createSoftDriver({ store });
  const service: SignerService = await startSigner({
    driver,
    audit: openAudit(join(folder, 'audit.jsonl'), () => new Date()),
    allowList: createAllowList([], origins),
    programs: false,
  });
  const roots = gpki.anchors.map(
    (der) =>
      `-----BEGIN CERTIFICATE-----\n${Buffer.from(der).toString('base64')}\n-----END CERTIFICATE-----\n`,
  );
  const rootFile = join(folder, 'roots.pem');
  writeFileSync(rootFile, roots.join(''));
  const crlFiles = (await publishCrls(store)).map(({ name, der }) => {
    writeFileSync(join(folder, name), der);
    return join(folder, name);
  });
  return {
    url: service.url,
    folder,
    rootFile,
    crlFiles,
    allow: (origin) => writeFileSync(origins, `${origin}\n`),
    close: async () => {
      await service.close();
      await driver.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
