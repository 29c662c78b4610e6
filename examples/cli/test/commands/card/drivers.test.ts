import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { kcc } from '../../capture.ts';

const SOFTHSM = '/usr/lib/softhsm/libsofthsm2.so';
const reason = (process.env.KCC_WITHOUT ?? '').split(',').includes('softhsm2')
  ? 'left out by KCC_WITHOUT: softhsm2'
  : '';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kcc-card-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('card commands and their drivers', () => {
  it('refuse an unknown driver and a slot that is no number, as wrong usage', async () => {
    const driver = await kcc(['card', 'list', '--driver', 'magic', '--json']);
    expect([driver.exitCode, driver.json()]).toMatchObject([
      2,
      { error: { code: 'USAGE', category: 'usage' } },
    ]);
    const slot = await kcc([
      'card',
      'list',
      '--driver',
      'pkcs11',
      '--module',
      folder,
      '--slot',
      'two',
      '--json',
    ]);
    expect(slot.exitCode).toBe(2);
  });

  it('tell a missing module and a missing service as the environment', async () => {
    const module = await kcc([
      'card',
      'list',
      '--driver',
      'pkcs11',
      '--module',
      join(folder, 'none.so'),
      '--json',
    ]);
    expect([module.exitCode, module.json()]).toMatchObject([3, { error: { code: 'MODULE_NOT_FOUND' } }]);
    const service = await kcc(['card', 'list', '--driver', 'hipki', '--url', 'http://127.0.0.1:9', '--json']);
    expect([service.exitCode, service.json()]).toMatchObject([
      3,
      { error: { code: 'SERVICE_UNREACHABLE', retryable: true } },
    ]);
  });

  it('list an empty simulated reader, and find no card to show in it', async () => {
    const store = ['--store', join(folder, 'empty')];
    const list = await kcc(['card', 'list', ...store, '--json']);
    expect([list.exitCode, list.json()]).toMatchObject([0, { readers: [{ present: false }] }]);
    const show = await kcc(['card', 'show', ...store, '--json']);
    expect([show.exitCode, show.json()]).toMatchObject([3, { error: { code: 'CARD_NOT_FOUND' } }]);
  });

  it('ask the doctor: every check has an id, a verdict, what was found and advice', async () => {
    const { exitCode, json } = await kcc([
      ...['card', 'doctor', '--json', '--module', join(folder, 'none.so'), '--url', 'http://127.0.0.1:9'],
    ]);
    const { checks } = json() as {
      checks: { id: string; ok: boolean | null; found: string; advice: string }[];
    };
    expect(exitCode).toBe(3);
    expect(checks.find(({ id }) => id === 'module')).toMatchObject({
      ok: false,
      advice: expect.stringContaining('HiCOS'),
    });
    expect(checks.find(({ id }) => id === 'service')).toMatchObject({ ok: false });
    for (const check of checks) expect(Object.keys(check)).toEqual(['id', 'ok', 'found', 'advice']);
  });
});

describe('card doctor --clock', () => {
  let server: Server;
  beforeAll(async () => {
    server = createServer((_request, response) =>
      response.setHeader('date', new Date(Date.now() + 3_600_000).toUTCString()).end(),
    );
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterAll(() => void server.close());

  it('compares the clock with a server', async () => {
    // A TCP server's address is always an AddressInfo.
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const result = await kcc([
      'card',
      'doctor',
      '--json',
      '--clock',
      url,
      '--module',
      folder,
      '--url',
      'http://127.0.0.1:9',
    ]);
    const { checks } = result.json() as { checks: { id: string; ok: boolean | null; found: string }[] };
    expect(checks.find(({ id }) => id === 'clock')).toMatchObject({
      ok: false,
      found: expect.stringContaining('慢'),
    });
  });
});

describe.skipIf(reason !== '')(`card list through SoftHSM2 ${reason}`, () => {
  it('lists its readers and ends its process', async () => {
    if (!existsSync(SOFTHSM)) throw new Error('Debian package is missing: softhsm2 (see KCC_WITHOUT)');
    const tokens = join(folder, 'tokens');
    mkdirSync(tokens);
    const config = join(folder, 'softhsm2.conf');
    writeFileSync(config, `directories.tokendir = ${tokens}\nobjectstore.backend = file\n`);
    process.env.SOFTHSM2_CONF = config;
    try {
      const { exitCode, json } = await kcc([
        'card',
        'list',
        '--driver',
        'pkcs11',
        '--module',
        SOFTHSM,
        '--json',
      ]);
      expect([exitCode, json()]).toMatchObject([0, { readers: [{ present: false }] }]);
    } finally {
      delete process.env.SOFTHSM2_CONF;
    }
  });
});
