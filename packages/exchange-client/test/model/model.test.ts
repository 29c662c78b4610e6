import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../src/centre/faults/seeded-random.ts';
import {
  canMove,
  DELIVERY_STATES,
  type DeliveryState,
  hasEnded,
  needsAttention,
} from '../../src/engine/delivery-state.ts';
import type { ClaimedJob } from '../../src/store/records.ts';
import { openSqliteStore } from '../../src/store/sqlite/open-sqlite-store.ts';
import type { Store } from '../../src/store/store.ts';
import { START, sampleDispatch } from '../../src/testing/sample.ts';

const sequences = process.env.KCC_PROOF === '1' ? 10_000 : 80;
const STATES = Object.keys(DELIVERY_STATES) as DeliveryState[];

/** The simple model: one state a recipient, one holder of the job. */
interface Model {
  state: DeliveryState;
  /** Due time of the job; undefined when there is none. */
  jobAt: number | undefined;
  owned: boolean;
  fence: number;
}

/** Plays one random sequence of commands against the store and the model side by side. */
async function play(store: Store, id: string, random: () => number): Promise<void> {
  const model: Model = { state: 'QUEUED', jobAt: START.getTime(), owned: false, fence: 0 };
  const claims: ClaimedJob[] = [];
  let now = START.getTime();
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)];
  await store.createDispatch(sampleDispatch(id, ['B'], { destination: id }));
  const length = 3 + Math.floor(random() * 12);
  for (let step = 0; step < length; step += 1) {
    const command = pick(['claim', 'settle', 'move', 'expire', 'wait', 'again'] as const);
    const date = new Date(now);
    if (command === 'wait') now += Math.floor(random() * 2000);
    else if (command === 'again') {
      const { created } = await store.createDispatch(sampleDispatch(id, ['B'], { destination: id }));
      expect(created).toBe(false);
    } else if (command === 'claim') {
      const [job] = await store.claimJobs({
        kind: 'dispatch',
        owner: 'w',
        now: date,
        leaseMs: 1000,
        limit: 1,
        perDestination: 1,
        after: before(id),
      });
      const due = model.jobAt !== undefined && model.jobAt <= now;
      const mine = job?.destination === id ? job : undefined;
      expect([id, step, mine !== undefined]).toEqual([id, step, due]);
      if (mine !== undefined) {
        expect(mine.resumed).toBe(model.owned);
        claims.push(mine);
        Object.assign(model, { jobAt: now + 1000, owned: true, fence: mine.fence });
        if (model.state === 'QUEUED' || model.state === 'INDETERMINATE') model.state = 'SENDING';
      }
    } else if (command === 'settle') {
      const job = pick(claims);
      const state = pick(['QUEUED', 'INDETERMINATE', 'ACCEPTED_BY_CENTRE', 'FAILED'] as const);
      if (job === undefined || state === undefined) continue;
      const again = state === 'QUEUED' || state === 'INDETERMINATE';
      const settled = await store.settleJob(job, {
        now: date,
        outcomes: [{ recipient: 'B', state }],
        events: [],
        ...(again ? { retryAt: new Date(now + 500) } : {}),
      });
      const holds = model.jobAt !== undefined && job.fence === model.fence;
      expect([id, step, settled]).toEqual([id, step, holds]);
      if (!holds) continue;
      if (canMove(model.state, state)) model.state = state;
      Object.assign(model, { owned: false, jobAt: again ? now + 500 : undefined });
    } else if (command === 'move') {
      const to = pick(STATES) ?? 'CONFIRMED';
      const moved = await store.moveDelivery({ dispatchId: id, recipient: 'B', to, now: date, events: [] });
      expect([id, step, to, moved]).toEqual([id, step, to, canMove(model.state, to)]);
      if (!moved) continue;
      model.state = to;
      if (hasEnded(to) && !model.owned) model.jobAt = undefined;
    } else {
      await store.expireDeliveries(new Date(START.getTime() - 1), 100);
    }
    await compare(store, id, model);
  }
}

/** The name just before another in order, so that a claim begins with that destination. */
function before(id: string): string {
  return id.slice(0, -1) + String.fromCharCode(id.charCodeAt(id.length - 1) - 1);
}

async function compare(store: Store, id: string, model: Model): Promise<void> {
  const delivery = (await store.findDispatch(id))?.deliveries[0];
  expect([id, delivery?.state]).toEqual([id, model.state]);
  const listed = (await store.unconfirmed({ limit: 1_000_000 })).some(({ dispatchId }) => dispatchId === id);
  expect([id, listed]).toEqual([id, needsAttention(model.state)]);
}

describe('the store against a simple model', () => {
  it(`agrees over ${sequences} random command sequences`, async () => {
    const seed = Number(process.env.KCC_SEED ?? 42);
    const random = seededRandom(seed);
    const folder = mkdtempSync(join(tmpdir(), 'kcc-model-'));
    let store = await openSqliteStore({ folder: join(folder, '0') });
    try {
      for (let sequence = 0; sequence < sequences; sequence += 1) {
        // A new place now and then keeps the lists short.
        if (sequence % 50 === 49) {
          await store.close();
          store = await openSqliteStore({ folder: join(folder, String(sequence)) });
        }
        await play(store, `s${String(sequence).padStart(6, '0')}`, random);
      }
    } finally {
      await store.close();
      rmSync(folder, { recursive: true });
    }
  }, 3_600_000);
});
