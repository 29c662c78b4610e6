import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openCentre } from '../../src/centre/open-centre.ts';
import { createEngine } from '../../src/engine/create-engine.ts';
import { openPostgresStore } from '../../src/store/postgres/open-postgres-store.ts';
import { createLoopback } from '../../src/transport/loopback.ts';
import { makeOffice, type Office } from '../fixture/identity.ts';
import { letterTo } from '../fixture/letters.ts';
import { entryOf } from '../fixture/network.ts';
import { startPostgres, type TestPostgres, withoutPostgres } from '../fixture/postgres.ts';

const leftOut = withoutPostgres ? ' (left out by KCC_WITHOUT)' : '';
describe.skipIf(withoutPostgres)(`two nodes of each office at once on PostgreSQL${leftOut}`, () => {
  let postgres: TestPostgres;
  const folder = mkdtempSync(join(tmpdir(), 'kcc-nodes-'));

  beforeAll(async () => {
    postgres = await startPostgres();
  }, 60_000);

  afterAll(async () => {
    await postgres.stop();
    rmSync(folder, { recursive: true });
  });

  it('send nothing twice, register nothing twice and keep one receipt', async () => {
    const centre = await openCentre({ folder: join(folder, 'centre') });
    const nodesOf = async (office: Office) => {
      await centre.register(entryOf(office));
      const schema = await postgres.createSchema();
      return Promise.all(
        [1, 2].map(async () => {
          const options = { connectionString: postgres.url, schema, folder: join(folder, office.code) };
          const store = await openPostgresStore(options);
          const transport = createLoopback({ service: centre, office: office.code });
          const { signer, decrypter } = office;
          return {
            store,
            engine: createEngine({
              office,
              store,
              transport,
              directory: centre.directory,
              signer,
              decrypter,
            }),
          };
        }),
      );
    };
    const senders = await nodesOf(makeOffice('A', '甲機關'));
    const receivers = await nodesOf(makeOffice('B', '乙機關'));
    const [first] = senders;
    const ids = Array.from({ length: 40 }, (_, index) => `d${index}`);
    // Both nodes are handed every letter at the same time.
    await Promise.all(ids.flatMap((id) => senders.map(({ engine }) => engine.send(letterTo(id, ['B'])))));
    for (let turn = 0; turn < 20; turn += 1) {
      await Promise.all([...senders, ...receivers].map(({ engine }) => engine.runOnce()));
    }
    const sent = (await first?.engine.list()) ?? [];
    expect(sent.map(({ deliveries }) => deliveries[0]?.state)).toEqual(ids.map(() => 'CONFIRMED'));
    const inbox = (await receivers[0]?.engine.inbox({ limit: 1000 })) ?? [];
    expect(inbox.map(({ state }) => state)).toEqual(ids.map(() => 'REGISTERED'));
    const receipts = new Map(inbox.map(({ dispatchId, noticeSha256 }) => [dispatchId, noticeSha256]));
    for (const { id, deliveries } of sent) expect(deliveries[0]?.receiptSha256).toBe(receipts.get(id));
    expect(await centre.status()).toMatchObject({ parcels: ids.length });
    for (const { store } of [...senders, ...receivers]) await store.close();
    await centre.close();
  }, 60_000);
});
