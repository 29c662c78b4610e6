import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqliteStore } from '@kcc/exchange-client/sqlite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Ended, spawnKcc } from '../spawn-kcc.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kcc-kill-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** One kill among the papers and one among the forms; from the cards' PIN on, one after every step. */
const FIRST_KILLS = [5, 9];
const FIRST_OF_STAGE_FOUR = 13;
const MOST_STEPS = 60;

/** Runs until the given number of steps has been said, then kills. */
async function runUntil(step: number): Promise<Ended> {
  let steps = 0;
  return spawnKcc(['demo', '--out', folder], (line, child) => {
    if (line.startsWith('  ✔') && ++steps === step) child.kill('SIGKILL');
  });
}

async function arrivals(name: string) {
  const store = await openSqliteStore({ folder: join(folder, 'state', name) });
  try {
    return await store.listArrivals({ limit: 100 });
  } finally {
    await store.close();
  }
}

it('killed after every step in turn and run again, it loses no letter and registers none twice', async () => {
  let kills = 0;
  let last: Ended | undefined;
  const stageFour = Array.from({ length: MOST_STEPS }, (_, index) => FIRST_OF_STAGE_FOUR + index);
  for (const step of [...FIRST_KILLS, ...stageFour]) {
    last = await runUntil(step);
    if (last.signal !== 'SIGKILL') break;
    kills += 1;
  }
  expect(last?.exitCode, last?.stderr).toBe(0);
  expect(kills).toBeGreaterThan(10);
  for (const name of ['council', 'city']) {
    const received = await arrivals(name);
    expect(received).toHaveLength(1);
    expect(received[0]).toMatchObject({ dispatchId: 'demo-0000002', state: 'REGISTERED' });
  }
  expect(readFileSync(join(folder, 'index.html'), 'utf8').match(/收文確認/g)).toHaveLength(2);
}, 240_000);
