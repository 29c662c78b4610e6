import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ExchangeCentre } from '../../../src/centre/centre.ts';
import { type ServedCentre, serveCentre } from '../../../src/centre/http/serve-centre.ts';
import { openCentre } from '../../../src/centre/open-centre.ts';
import { createEngine } from '../../../src/engine/create-engine.ts';
import { bytesSource } from '../../../src/seal/byte-source.ts';
import { openSqliteStore } from '../../../src/store/sqlite/open-sqlite-store.ts';
import { createHttpTransport, type HttpTransport } from '../../../src/transport/http/http-transport.ts';
import { makeOffice } from '../../fixture/identity.ts';

let folder: string;
let centre: ExchangeCentre;
let served: ServedCentre;
const transports: HttpTransport[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kcc-http-'));
  centre = await openCentre({ folder: join(folder, 'centre') });
  served = await serveCentre({ centre, uploads: join(folder, 'uploads') });
});

afterAll(async () => {
  for (const transport of transports) transport.close();
  await served.close();
  await centre.close();
  await rm(folder, { recursive: true });
});

async function join2(code: string, name: string, partBytes = 100_000) {
  const office = makeOffice(code, name);
  const transport = createHttpTransport({ url: served.url, office, signer: office.signer, partBytes });
  transports.push(transport);
  await transport.register(office.decrypter.certificate);
  const store = await openSqliteStore({ folder: join(folder, code) });
  const engine = createEngine({
    office,
    store,
    transport,
    directory: transport,
    signer: office.signer,
    decrypter: office.decrypter,
  });
  return { office, store, engine, transport };
}

describe('the HTTP transport', () => {
  it('exchanges small and large letters through the centre with receipts', async () => {
    const a = await join2('A', '甲機關');
    const b = await join2('B', '乙機關');
    for (const [id, size] of [
      ['small', 1000],
      ['large', 1_000_000],
    ] as const) {
      const content = bytesSource(new Uint8Array(size).fill(1));
      await a.engine.send({
        id,
        recipients: [{ code: 'B' }],
        files: [{ name: 'x.bin', role: 'other', content }],
        envelope: { subject: id },
      });
    }
    expect(await a.engine.runOnce()).toMatchObject({ accepted: 2, problems: [] });
    expect(await b.engine.runOnce()).toMatchObject({ registered: 2, noticesSent: 2, problems: [] });
    expect(await a.engine.runOnce()).toMatchObject({ confirmed: 2, problems: [] });
    await a.store.close();
    await b.store.close();
  });

  it('does not let a code be taken over by another key', async () => {
    await join2('C', '丙機關').then(({ store }) => store.close());
    await expect(join2('C', '假的丙機關')).rejects.toMatchObject({ code: 'TRANSPORT_REFUSED' });
  });

  it('says that nothing was sent when nobody listens', async () => {
    const office = makeOffice('D', '丁機關');
    const transport = createHttpTransport({ url: 'http://127.0.0.1:1', office, signer: office.signer });
    transports.push(transport);
    await expect(transport.poll({ limit: 1 })).rejects.toMatchObject({ code: 'TRANSPORT_UNREACHABLE' });
  });

  it('shows a status page without any letter', async () => {
    const page = await (await fetch(served.url)).text();
    expect(page).toContain('不是國家公文統合交換中心');
    expect(page).toContain('甲機關');
    expect(page).not.toContain('x.bin');
  });
});
