import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seededRandom } from '../../src/centre/faults/seeded-random.ts';
import { makeOffice } from '../fixture/identity.ts';
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
const folders: string[] = [];

beforeAll(async () => {
  child = await bundleChild(new URL('./world.ts', import.meta.url));
});

afterAll(() => {
  child.dispose();
  for (const folder of folders) rmSync(folder, { recursive: true });
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
  if (stdout === '') throw new Error(`the child gave nothing: ${stderr}`);
  return JSON.parse(stdout) as Outcome;
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

describe('a process that is killed', () => {
  it('between any two steps loses nothing and registers nothing twice', async () => {
    const { steps } = parse(await child.run({ folder: newWorld(), letters: LETTERS, clockAhead: 0 }));
    expect(steps).toBeGreaterThan(20);
    const points = Array.from({ length: steps }, (_, index) => index + 1);
    // The default run takes every other point; the proof takes all.
    for (const killAt of proof ? points : points.filter((point) => point % 2 === 1)) {
      const folder = newWorld();
      const killed = await child.run({ folder, letters: LETTERS, killAt, clockAhead: 0 });
      expect([killAt, killed.signal]).toEqual([killAt, 'SIGKILL']);
      const outcome = parse(await child.run({ folder, letters: LETTERS, clockAhead: 60_000 }));
      expectExact(outcome, LETTERS);
    }
  }, 600_000);

  it('again and again at random ends with everything exactly once', async () => {
    const random = seededRandom(Number(process.env.KCC_SEED ?? 7));
    const kills = proof ? 1000 : 10;
    const letters = proof ? 100 : 4;
    const folder = newWorld();
    for (let kill = 1; kill <= kills; kill += 1) {
      const byTime = random() < 0.3;
      const where = byTime
        ? { killAfterMs: 150 + random() * 400 }
        : { killAt: 1 + Math.floor(random() * 12) };
      await child.run({ folder, letters, clockAhead: kill * 5000, ...where });
    }
    const outcome = parse(await child.run({ folder, letters, clockAhead: (kills + 2) * 60_000 }));
    expectExact(outcome, letters);
  }, 3_600_000);
});
