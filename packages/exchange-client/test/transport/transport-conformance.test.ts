import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FaultRule } from '../../src/centre/faults/fault-plan.ts';
import { createFaults } from '../../src/centre/faults/faulty-http.ts';
import { createFaultyService } from '../../src/centre/faults/faulty-service.ts';
import { type ServeOptions, serveCentre } from '../../src/centre/http/serve-centre.ts';
import { openCentre } from '../../src/centre/open-centre.ts';
import { type TransportSubject, transportConformance } from '../../src/testing/transport-conformance.ts';
import { createFolderTransport, createOfficeFolder } from '../../src/transport/folder/folder-transport.ts';
import type { TlsOptions } from '../../src/transport/http/http-client.ts';
import { createHttpTransport } from '../../src/transport/http/http-transport.ts';
import { createLoopback } from '../../src/transport/loopback.ts';
import { makeOffice } from '../fixture/identity.ts';
import { entryOf } from '../fixture/network.ts';

let root: string;
let places = 0;
let tls: { readonly key: Buffer; readonly cert: Buffer };

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'kcc-transport-'));
  const [key, cert] = [join(root, 'key.pem'), join(root, 'cert.pem')];
  const subject = ['-subj', '/CN=127.0.0.1', '-addext', 'subjectAltName=IP:127.0.0.1'];
  execFileSync(
    'openssl',
    ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-keyout', key, '-out', cert, ...subject],
    {
      stdio: 'pipe',
    },
  );
  tls = { key: await readFile(key), cert: await readFile(cert) };
});

afterAll(() => rm(root, { recursive: true }));

async function openAll() {
  places += 1;
  const folder = join(root, String(places));
  const centre = await openCentre({ folder });
  const offices = [makeOffice('A', '甲機關'), makeOffice('B', '乙機關')] as const;
  for (const office of offices) await centre.register(entryOf(office));
  return { folder, centre, offices };
}

async function loopback(rules: readonly FaultRule[]): Promise<TransportSubject> {
  const { centre, offices } = await openAll();
  const service = rules.length === 0 ? centre : createFaultyService(centre, { rules, seed: places });
  const [sender, receiver] = offices.map((office) => ({
    ...office,
    transport: createLoopback({ service, office: office.code }),
  }));
  if (sender === undefined || receiver === undefined) throw new Error('two offices');
  return { sender, receiver, lossy: rules.length > 0, close: () => centre.close() };
}

async function http(
  options: Partial<ServeOptions> = {},
  client: TlsOptions = {},
  lossy = false,
): Promise<TransportSubject> {
  const { folder, centre, offices } = await openAll();
  const served = await serveCentre({ centre, uploads: join(folder, 'uploads'), ...options });
  const transports = offices.map((office) =>
    createHttpTransport({
      url: served.url,
      office,
      signer: office.signer,
      tls: client,
      partBytes: 500_000,
      timeoutMs: 5000,
    }),
  );
  const [sender, receiver] = offices.map((office, index) => {
    const transport = transports[index];
    if (transport === undefined) throw new Error('a transport each');
    return { ...office, transport };
  });
  if (sender === undefined || receiver === undefined) throw new Error('two offices');
  return {
    sender,
    receiver,
    lossy,
    async close() {
      for (const transport of transports) transport.close();
      await served.close();
      await centre.close();
    },
  };
}

async function folder(): Promise<TransportSubject> {
  places += 1;
  const place = join(root, String(places));
  const [sender, receiver] = [makeOffice('A', '甲機關'), makeOffice('B', '乙機關')].map((office) => ({
    ...office,
    transport: createFolderTransport({ root: place, office }),
  }));
  if (sender === undefined || receiver === undefined) throw new Error('two offices');
  for (const { code } of [sender, receiver]) await createOfficeFolder(place, code);
  return { sender, receiver, close: async () => undefined };
}

const BAD_LINE: readonly FaultRule[] = [
  { fault: 'drop', probability: 0.2 },
  { fault: 'half-close', probability: 0.2 },
  { fault: '5xx', probability: 0.1 },
  { fault: 'corrupt', probability: 0.2 },
  { fault: 'slow', probability: 0.1, ms: 5 },
];

transportConformance({ describe, it }, 'loopback', () => loopback([]));
transportConformance({ describe, it }, 'loopback over a bad line', () =>
  loopback([...BAD_LINE, { fault: 'duplicate', probability: 0.3 }, { fault: 'reorder', probability: 0.5 }]),
);
transportConformance({ describe, it }, 'HTTP', () => http());
transportConformance({ describe, it }, 'HTTP over a bad line', () =>
  http({ intercept: createFaults({ rules: BAD_LINE, seed: places + 1 }) }, {}, true),
);
transportConformance({ describe, it }, 'HTTPS with a pinned authority', () =>
  http({ tls }, { ca: tls.cert }),
);
transportConformance({ describe, it }, 'folder', folder);

describe('HTTPS', () => {
  it('is refused when the authority or the fingerprint is not the pinned one', async () => {
    for (const client of [{}, { ca: tls.cert, fingerprints: ['00'.repeat(32)] }]) {
      const subject = await http({ tls }, client);
      const polled = subject.receiver.transport.poll({ limit: 1 });
      await expect(polled).rejects.toMatchObject({ code: 'TRANSPORT_TLS', category: 'trust' });
      await subject.close();
    }
  });
});
