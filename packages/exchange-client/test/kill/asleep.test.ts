import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openCentre } from '../../src/centre/open-centre.ts';
import { makeOffice } from '../fixture/identity.ts';
import { entryOf } from '../fixture/network.ts';
import { startPostgres, type TestPostgres, withoutPostgres } from '../fixture/postgres.ts';
import { storeOffice } from '../fixture/stored-office.ts';
import { bundleChild, type ChildProgram } from './run-child.ts';

const LEASE_MS = 700;
let child: ChildProgram;
let postgres: TestPostgres | undefined;
const folders: string[] = [];

beforeAll(async () => {
  child = await bundleChild(new URL('./worker.ts', import.meta.url));
  if (!withoutPostgres) postgres = await startPostgres();
}, 60_000);

afterAll(async () => {
  child.dispose();
  for (const folder of folders) rmSync(folder, { recursive: true });
  await postgres?.stop();
});

async function newPlace(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'kcc-asleep-'));
  folders.push(folder);
  const [a, b] = [makeOffice('A', '甲機關'), makeOffice('B', '乙機關')];
  storeOffice(folder, a);
  const centre = await openCentre({ folder: join(folder, 'centre') });
  for (const office of [a, b]) await centre.register(entryOf(office));
  await centre.close();
  return folder;
}

/** True once the kernel says that a process is stopped. */
async function untilStopped(pid: number): Promise<void> {
  for (let attempt = 0; attempt < 1000; attempt += 1) {
    if (/^State:\s+T/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))) return;
    await pause(20);
  }
  throw new Error('the worker did not stop');
}

async function fallAsleep(store: object, sleepAt: string) {
  const folder = await newPlace();
  const base = { folder, leaseMs: LEASE_MS, ...store };
  const sleeper = child.start({ ...base, name: 'sleeper', sleepAt });
  let said = '';
  sleeper.stdout?.on('data', (chunk) => {
    said += chunk;
  });
  const ended = new Promise((resolve) => sleeper.once('close', resolve));
  await untilStopped(sleeper.pid ?? 0);
  await pause(LEASE_MS + 100);
  const other = await child.run({ ...base, name: 'other' });
  sleeper.kill('SIGCONT');
  await ended;
  return {
    submitted: readFileSync(join(folder, 'submitted'), 'utf8'),
    other: JSON.parse(other.stdout),
    said,
  };
}

const stores: [string, () => Promise<object>][] = [['SQLite', async () => ({})]];
if (withoutPostgres) it.skip('a worker asleep on PostgreSQL: left out by KCC_WITHOUT', () => undefined);
else {
  stores.push([
    'PostgreSQL',
    async () => ({ postgres: { url: postgres?.url, schema: await postgres?.createSchema() } }),
  ]);
}

describe.each(stores)('a worker that was stopped past its lease, on %s', (_name, store) => {
  it('does not send what another one sent meanwhile', async () => {
    const { submitted, other, said } = await fallAsleep(await store(), 'job:claimed');
    expect(submitted).toBe('other letter\n');
    expect(other).toMatchObject({ accepted: 1 });
    expect(JSON.parse(said)).toMatchObject({ accepted: 0 });
  });

  it('writes nothing about what it sent when another one has taken over', async () => {
    const { other, said } = await fallAsleep(await store(), 'job:submitted');
    expect(other).toMatchObject({ accepted: 1 });
    expect(JSON.parse(said)).toMatchObject({ accepted: 0 });
  });
});
