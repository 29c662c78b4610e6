import { readAll } from '../seal/byte-source.ts';
import type { ClaimedJob } from '../store/records.ts';
import type { ClaimOptions, Store } from '../store/store.ts';
import { check, same } from './conformance.ts';
import { after, START, sampleDispatch } from './sample.ts';
import type { StoreCase } from './store-case.ts';

const CLAIM: ClaimOptions = {
  kind: 'dispatch',
  owner: 'one',
  now: START,
  leaseMs: 1000,
  limit: 10,
  perDestination: 10,
};

async function states(store: Store, id: string): Promise<readonly string[]> {
  return (await store.findDispatch(id))?.deliveries.map(({ state }) => state) ?? [];
}

async function claimOne(store: Store, options: Partial<ClaimOptions> = {}): Promise<ClaimedJob> {
  const [job] = await store.claimJobs({ ...CLAIM, ...options });
  check(job !== undefined, 'a job was due');
  return job;
}

export const storeSendingCases: readonly StoreCase[] = [
  {
    name: 'keeps a dispatch whole and gives it to another handle at once',
    async run({ open, openAgain }) {
      const store = await open();
      const { created } = await store.createDispatch(sampleDispatch('d1', ['B', 'C']));
      check(created, 'created');
      const other = await openAgain();
      const found = await other.findDispatch('d1');
      same(
        found?.deliveries.map(({ recipient, state }) => [recipient, state]),
        [
          ['B', 'QUEUED'],
          ['C', 'QUEUED'],
        ],
        'deliveries',
      );
      same(
        found?.files.map(({ name }) => name),
        ['a.di'],
        'files',
      );
      const bytes = await readAll((await other.openBlob(found?.packageSha256 ?? '')).open());
      same(new TextDecoder().decode(bytes), 'package d1', 'package');
      await other.close();
      await store.close();
    },
  },
  {
    name: 'gives the first dispatch of an id for ever',
    async run({ open }) {
      const store = await open();
      await store.createDispatch(sampleDispatch('d1', ['B']));
      const again = await store.createDispatch({ ...sampleDispatch('d1', ['C']) });
      check(!again.created, 'not created');
      same(
        again.dispatch.deliveries.map(({ recipient }) => recipient),
        ['B'],
        'recipients',
      );
      same((await store.events('sent:d1')).length, 1, 'events');
      await store.close();
    },
  },
  {
    name: 'gives one job to one worker only',
    async run({ open, openAgain }) {
      const store = await open();
      const other = await openAgain();
      for (let index = 0; index < 20; index += 1) {
        await store.createDispatch(sampleDispatch(`d${index}`, ['B'], { destination: 'centre' }));
      }
      const claims = await Promise.all([
        store.claimJobs({ ...CLAIM, limit: 15, perDestination: 15 }),
        other.claimJobs({ ...CLAIM, owner: 'two', limit: 15, perDestination: 15 }),
      ]);
      const ids = claims.flat().map(({ id }) => id);
      same(new Set(ids).size, ids.length, 'no job twice');
      const rest = await store.claimJobs({ ...CLAIM, limit: 100, perDestination: 100 });
      same(ids.length + rest.length, 20, 'no job lost');
      await other.close();
      await store.close();
    },
  },
  {
    name: 'marks claimed deliveries as being sent and gives the job again when its lease ends',
    async run({ open }) {
      const store = await open();
      await store.createDispatch(sampleDispatch('d1', ['B']));
      const job = await claimOne(store);
      check(!job.resumed, 'first claim is not resumed');
      same(await states(store, 'd1'), ['SENDING'], 'state');
      same((await store.claimJobs({ ...CLAIM, owner: 'two', now: after(999) })).length, 0, 'leased');
      const second = await claimOne(store, { owner: 'two', now: after(1000) });
      check(second.resumed && second.fence > job.fence, 'resumed with a higher fence');
      await store.close();
    },
  },
  {
    name: 'keeps a lease alive by its heartbeat',
    async run({ open }) {
      const store = await open();
      await store.createDispatch(sampleDispatch('d1', ['B']));
      const job = await claimOne(store);
      same(await store.extendLeases([job], after(5000)), [job.id], 'held');
      same((await store.claimJobs({ ...CLAIM, owner: 'two', now: after(4999) })).length, 0, 'still leased');
      await store.close();
    },
  },
  {
    name: 'writes nothing for a worker whose lease was taken over',
    async run({ open }) {
      const store = await open();
      await store.createDispatch(sampleDispatch('d1', ['B']));
      const asleep = await claimOne(store);
      const awake = await claimOne(store, { owner: 'two', now: after(1000) });
      const late = await store.settleJob(asleep, {
        now: after(1500),
        outcomes: [{ recipient: 'B', state: 'FAILED', reason: 'late' }],
        events: [{ type: 'late', body: {} }],
      });
      check(!late, 'refused');
      same(await store.extendLeases([asleep], after(9000)), [], 'not held');
      same(await states(store, 'd1'), ['SENDING'], 'state');
      const settled = await store.settleJob(awake, {
        now: after(1600),
        outcomes: [{ recipient: 'B', state: 'ACCEPTED_BY_CENTRE' }],
        events: [],
      });
      check(settled, 'settled');
      same(await states(store, 'd1'), ['ACCEPTED_BY_CENTRE'], 'state');
      same(await store.pendingJobs(), 0, 'no job left');
      await store.close();
    },
  },
  {
    name: 'gives a failed job again when it is due and counts its attempts',
    async run({ open }) {
      const store = await open();
      await store.createDispatch(sampleDispatch('d1', ['B']));
      const job = await claimOne(store);
      const outcomes = [{ recipient: 'B', state: 'INDETERMINATE' as const, reason: 'time-out' }];
      await store.settleJob(job, { now: START, outcomes, retryAt: after(15_000), events: [] });
      same(await states(store, 'd1'), ['INDETERMINATE'], 'state');
      same((await store.claimJobs({ ...CLAIM, now: after(14_999) })).length, 0, 'not due');
      const again = await claimOne(store, { now: after(15_000) });
      same([again.attempts, again.resumed], [1, false], 'attempts');
      await store.close();
    },
  },
  {
    name: 'serves every destination before it serves one again',
    async run({ open }) {
      const store = await open();
      for (let index = 0; index < 30; index += 1)
        await store.createDispatch(sampleDispatch(`x${index}`, ['BUSY']));
      await store.createDispatch(sampleDispatch('y', ['QUIET']));
      const jobs = await store.claimJobs({ ...CLAIM, limit: 5, perDestination: 5 });
      same(jobs.length, 5, 'room that is left is used');
      const served = new Set(jobs.map(({ destination }) => destination));
      same([...served].sort(), ['BUSY', 'QUIET'], 'destinations');
      const others = await store.claimJobs({ ...CLAIM, limit: 5, perDestination: 5, exclude: ['BUSY'] });
      same(others.length, 0, 'an excluded destination is left alone');
      await store.close();
    },
  },
  {
    name: 'moves a delivery along its states only and ends it once',
    async run({ open }) {
      const store = await open();
      await store.createDispatch(sampleDispatch('d1', ['B']));
      const move = (to: 'CONFIRMED' | 'FAILED' | 'PAPER' | 'DELIVERED') =>
        store.moveDelivery({
          dispatchId: 'd1',
          recipient: 'B',
          to,
          now: START,
          events: [{ type: to, body: {} }],
        });
      same(
        [await move('PAPER'), await move('CONFIRMED'), await move('FAILED'), await move('DELIVERED')],
        [false, true, false, false],
        'moves',
      );
      same(await states(store, 'd1'), ['CONFIRMED'], 'state');
      same((await store.events('sent:d1')).length, 5, 'every word is kept');
      await store.close();
    },
  },
  {
    name: 'ends what is over its time and lists what needs a person',
    async run({ open }) {
      const store = await open();
      await store.createDispatch(sampleDispatch('d1', ['B', 'C'], { expiresAt: after(1000) }));
      await store.moveDelivery({ dispatchId: 'd1', recipient: 'B', to: 'CONFIRMED', now: START, events: [] });
      same(await store.expireDeliveries(after(999), 10), 0, 'not yet');
      same(await store.expireDeliveries(after(1000), 10), 1, 'expired');
      same(
        (await store.unconfirmed({})).map(({ recipient, state }) => [recipient, state]),
        [['C', 'EXPIRED']],
        'list',
      );
      same((await store.unconfirmed({ dueBy: after(86_399_999) })).length, 0, 'not due yet');
      same((await store.unconfirmed({ dueBy: after(86_400_000) })).length, 1, 'due');
      await store.close();
    },
  },
];
