import { mkdtemp, rm } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { type ServeOptions, serveCentre } from '../../../src/centre/http/serve-centre.ts';
import { openCentre } from '../../../src/centre/open-centre.ts';
import { createEngine } from '../../../src/engine/create-engine.ts';
import { bytesSource } from '../../../src/seal/byte-source.ts';
import { openSqliteStore } from '../../../src/store/sqlite/open-sqlite-store.ts';
import type { TlsOptions } from '../../../src/transport/http/http-client.ts';
import { createHttpTransport } from '../../../src/transport/http/http-transport.ts';
import { makeOffice, type Office } from '../../fixture/identity.ts';
import { letterTo } from '../../fixture/letters.ts';

const cleanups: (() => unknown)[] = [];

afterEach(async () => {
  for (const cleanup of cleanups.splice(0).toReversed()) await cleanup();
});

async function serve(options: Partial<ServeOptions> = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'kcc-resume-'));
  cleanups.push(() => rm(folder, { recursive: true }));
  const centre = await openCentre({ folder: join(folder, 'centre') });
  cleanups.push(() => centre.close());
  const served = await serveCentre({ centre, uploads: join(folder, 'uploads'), ...options });
  cleanups.push(() => served.close());
  const connect = (office: Office, tls: TlsOptions = {}) => {
    const transport = createHttpTransport({ url: served.url, office, signer: office.signer, tls });
    cleanups.push(() => transport.close());
    return transport;
  };
  return { folder, connect };
}

/** Closes the connection once so many bytes of the answer are out. */
function breakAfter(response: ServerResponse, bytes: number): void {
  const write = response.write.bind(response);
  let written = 0;
  response.write = (chunk: Uint8Array) => {
    written += chunk.length;
    if (written <= bytes) return write(chunk);
    response.destroy();
    return false;
  };
}

describe('a download that breaks off', () => {
  it('goes on at the byte where it stopped', async () => {
    const ranges: string[] = [];
    const { folder, connect } = await serve({
      intercept: async (request, response) => {
        if (request.url?.includes('/items/') !== true) return false;
        ranges.push(request.headers.range ?? '');
        if (ranges.length <= 2) breakAfter(response, 300_000);
        return false;
      },
    });
    const engines = [];
    for (const office of [makeOffice('A', '甲機關'), makeOffice('B', '乙機關')]) {
      const transport = connect(office);
      await transport.register(office.decrypter.certificate);
      const store = await openSqliteStore({ folder: join(folder, office.code) });
      cleanups.push(() => store.close());
      const { signer, decrypter } = office;
      engines.push(createEngine({ office, store, transport, directory: transport, signer, decrypter }));
    }
    const content = bytesSource(new Uint8Array(1_200_000).fill(3));
    await engines[0]?.send(letterTo('large', ['B'], { files: [{ name: 'a', role: 'other', content }] }));
    await engines[0]?.runOnce();
    expect(await engines[1]?.runOnce()).toMatchObject({ registered: 1, problems: [] });
    const starts = ranges.map((range) => Number(/^bytes=(\d+)-$/.exec(range)?.[1]));
    expect(starts).toHaveLength(3);
    expect(starts[0]).toBe(0);
    expect(starts[1]).toBeGreaterThan(0);
    expect(starts[2]).toBeGreaterThan(starts[1] ?? 0);
  });
});

const pem = (label: string, der: Uint8Array) =>
  `-----BEGIN ${label}-----\n${Buffer.from(der).toString('base64')}\n-----END ${label}-----\n`;
const tlsOf = (office: Office) => ({
  certificate: pem('CERTIFICATE', office.signer.certificate),
  key: office.signKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
});

describe('a centre that ties offices to client certificates', () => {
  it('lets an office in with its own certificate only, and a session with the one that opened it', async () => {
    const { X509Certificate } = await import('node:crypto');
    const [server, a, b] = ['S', 'A', 'B'].map((code) => makeOffice(code, code, { bits: 2048 })) as [
      Office,
      Office,
      Office,
    ];
    const fingerprint = (office: Office) =>
      new X509Certificate(office.signer.certificate).fingerprint256.replaceAll(':', '').toLowerCase();
    const own = tlsOf(server);
    const known: Readonly<Record<string, string>> = { A: fingerprint(a), B: fingerprint(b) };
    const { connect } = await serve({
      tls: { key: own.key, cert: own.certificate, requestCert: true, rejectUnauthorized: false },
      clientCertificate: (office, shown) => known[office] === shown,
    });
    const pinned = { ca: own.certificate, fingerprints: [fingerprint(server)] };
    const good = connect(a, { ...pinned, ...tlsOf(a) });
    await good.register(a.decrypter.certificate);
    expect(await good.poll({ limit: 1 })).toEqual([]);
    const refused = { code: 'TRANSPORT_REFUSED', details: { remoteCode: 'SENDER_UNEXPECTED' } };
    for (const tls of [pinned, { ...pinned, ...tlsOf(b) }]) {
      await expect(connect(a, tls).register(a.decrypter.certificate)).rejects.toMatchObject(refused);
      await expect(connect(a, tls).poll({ limit: 1 })).rejects.toMatchObject(refused);
    }
  });
});
