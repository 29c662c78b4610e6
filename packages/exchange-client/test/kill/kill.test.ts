import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seededRandom } from '../../src/centre/faults/seeded-random.ts';
import { makeOffice } from '../fixture/identity.ts';
import { startPostgres, type TestPostgres, withoutPostgres } from '../fixture/postgres.ts';
import { storeOffice } from '../fixture/stored-office.ts';
import { bundleChild, type ChildEnd, type ChildProgram } from './run-child.ts';

interface Outcome {
  readonly steps: number;
  readonly sent: readonly {
    readonly id: string;
    readonly recipients: readonly {
      readonly recipient: string;
      readonly state: string;
      readonly receiptSha256?: string;
    }[];
  }[];
  readonly received: Readonly<
    Record<
      string,
      readonly { readonly id: string; readonly state: string; readonly receiptSha256?: string }[]
    >
  >;
}

const proof = process.env.KCC_PROOF === '1';
const LETTERS = 1;
let child: ChildProgram;
let postgres: TestPostgres | undefined;
const folders: string[] = [];

beforeAll(async () => {
  child = await bundleChild(new URL('./world.ts', import.meta.url));
  if (!withoutPostgres) postgres = await startPostgres();
}, 60_000);

afterAll(async () => {
  child.dispose();
  for (const folder of folders) rmSync(folder, { recursive: true });
  await postgres?.stop();
});

function newWorld(): string {
  const folder = mkdtempSync(join(tmpdir(), 'kcc-kill-'));
  folders.push(folder);
  for (const [code, name] of [
    ['A', '甲機關'],
    ['B', '乙機關'],
    ['C', '丙機關'],
  ] as const) {
    storeOffice(folder, makeOffice(code, name));
  }
  return folder;
}

function parse({ stdout, stderr }: ChildEnd): Outcome {
  const [line = ''] = stdout.split('\n');
  if (line === '') throw new Error(`the child gave nothing: ${stderr}`);
  return JSON.parse(line) as Outcome;
}

/** Everything arrived, exactly once, and both sides hold the same receipt. */
function expectExact({ sent, received }: Outcome, letters: number): void {
  expect(sent).toHaveLength(letters);
  for (const { id, recipients } of sent) {
    for (const { recipient, state, receiptSha256 } of recipients) {
      expect([id, recipient, state]).toEqual([id, recipient, 'CONFIRMED']);
      const entries = (received[recipient] ?? []).filter((entry) => entry.id === id);
      expect(entries).toHaveLength(1);
      expect(entries[0]).toMatchObject({ state: 'REGISTERED', receiptSha256 });
    }
  }
}

/** What a world on one of the two stores needs beside its folder. */
type StoreOptions = () => Promise<object>;

const stores: [string, StoreOptions][] = [['SQLite', async () => ({})]];
if (withoutPostgres)
  it.skip('a process that is killed, on PostgreSQL: left out by KCC_WITHOUT', () => undefined);
else {
  stores.push([
    'PostgreSQL',
    async () => {
      const schemas: Record<string, string> = {};
      for (const code of ['A', 'B', 'C']) schemas[code] = (await postgres?.createSchema()) ?? '';
      return { postgres: { url: postgres?.url, schemas } };
    },
  ]);
}

describe.each(stores)('a process that is killed, on %s', (name, storeOptions) => {
  it('between any two steps loses nothing and registers nothing twice', async () => {
    const whole = { folder: newWorld(), letters: LETTERS, clockAhead: 0, ...(await storeOptions()) };
    const { steps } = parse(await child.run(whole));
    expect(steps).toBeGreaterThan(20);
    const points = Array.from({ length: steps }, (_, index) => index + 1);
    // The default run takes some of the points; the proof takes all.
    const stride = proof ? 1 : name === 'SQLite' ? 4 : 12;
    let before: object | undefined;
    for (const killAt of points.filter((point) => point % stride === 1 % stride)) {
      // Each child ends the world of the one before it, and dies in a new one.
      const world = { folder: newWorld(), letters: LETTERS, ...(await storeOptions()) };
      const killed = await child.run({ ...world, killAt, clockAhead: 0, before });
      expect([killAt, killed.signal]).toEqual([killAt, 'SIGKILL']);
      if (before !== undefined) expectExact(parse(killed), LETTERS);
      before = { ...world, clockAhead: 60_000 };
    }
    expectExact(parse(await child.run(before)), LETTERS);
  }, 900_000);

  it('again and again at random ends with everything exactly once', async () => {
    const random = seededRandom(Number(process.env.KCC_SEED ?? 7));
    const kills = proof ? Number(process.env.KCC_KILLS ?? 1000) : name === 'SQLite' ? 8 : 3;
    const letters = proof ? 100 : 4;
    const world = { folder: newWorld(), letters, ...(await storeOptions()) };
    let killed = 0;
    for (let run = 1; killed < kills; run += 1) {
      const byTime = random() < 0.3;
      const where = byTime
        ? { killAfterMs: 150 + random() * 400 }
        : { killAt: 1 + Math.floor(random() * 12) };
      const { signal } = await child.run({ ...world, clockAhead: run * 5000, ...where });
      if (signal === 'SIGKILL') killed += 1;
      // When everything is confirmed there are fewer steps than the point; new letters make new ones.
      else world.letters += 20;
    }
    expectExact(parse(await child.run({ ...world, clockAhead: (kills * 4 + 100) * 5000 })), world.letters);
  }, 7_200_000);
});
