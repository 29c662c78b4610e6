import { digestOf } from '../digest-of.ts';
import { ExchangeError } from '../exchange-error.ts';
import { type ByteSource, bytesSource, readAll } from '../seal/byte-source.ts';
import type { ArrivalRecord } from '../store/records.ts';
import type { ArrivalKey, Registration, Store } from '../store/store.ts';
import { check, same } from './conformance.ts';
import { after, START, sampleBlob } from './sample.ts';
import type { StoreCase } from './store-case.ts';

const LEASE = 1000;

function key(text: string): ArrivalKey {
  const blob = sampleBlob(text);
  return {
    sender: 'A',
    senderName: '甲',
    dispatchId: 'd1',
    packageSha256: blob.sha256,
    packageSize: blob.size,
  };
}

function registration(arrival: ArrivalRecord, text: string, receipt: string): Registration {
  const notice = sampleBlob(receipt);
  const file = sampleBlob('file');
  return {
    arrival,
    now: START,
    subject: '主旨',
    package: sampleBlob(text),
    files: [{ role: 'print', name: 'a.di', sha256: file.sha256, size: file.size, blob: file }],
    notice: {
      sha256: notice.sha256,
      kind: 'registered',
      dispatchId: 'd1',
      to: 'A',
      destination: 'centre',
      blob: notice,
    },
    events: [{ type: 'registered', body: {} }],
  };
}

async function begin(store: Store, text: string, owner = 'one', now = START): Promise<ArrivalRecord> {
  const verdict = await store.beginArrival(key(text), owner, now, LEASE);
  check(verdict.verdict === 'work', `work, not ${verdict.verdict}`);
  return verdict.arrival;
}

export const storeReceivingCases: readonly StoreCase[] = [
  {
    name: 'registers a package once and remembers its receipt',
    async run({ open, openAgain }) {
      const store = await open();
      const arrival = await begin(store, 'p');
      const { registered } = await store.register(registration(arrival, 'p', 'receipt'));
      check(registered, 'registered');
      const other = await openAgain();
      const verdict = await other.beginArrival(key('p'), 'two', after(10 * 365 * 86_400_000), LEASE);
      check(verdict.verdict === 'answered', 'answered');
      same(verdict.arrival.noticeSha256, sampleBlob('receipt').sha256, 'receipt');
      const jobs = await other.claimJobs({
        kind: 'notice',
        owner: 'two',
        now: START,
        leaseMs: 1,
        limit: 9,
        perDestination: 9,
      });
      same(
        jobs.map(({ subject }) => subject),
        [sampleBlob('receipt').sha256],
        'the receipt is due',
      );
      await other.close();
      await store.close();
    },
  },
  {
    name: 'gives an interrupted arrival to work on, never as a duplicate',
    async run({ open }) {
      const store = await open();
      const first = await begin(store, 'p');
      check(await store.touchArrival(first, 'VERIFYING', after(LEASE)), 'touched');
      same((await store.beginArrival(key('p'), 'two', after(LEASE - 1), LEASE)).verdict, 'busy', 'held');
      const resumed = await begin(store, 'p', 'two', after(LEASE));
      same(resumed.state, 'INTERRUPTED', 'state');
      check(!(await store.touchArrival(first, 'VERIFYING', after(9999))), 'the first worker lost it');
      check(!(await store.register(registration(first, 'p', 'receipt 1'))).registered, 'it cannot register');
      check((await store.register(registration(resumed, 'p', 'receipt 2'))).registered, 'the second can');
      same((await store.findArrivals('d1')).length, 1, 'one arrival');
      await store.close();
    },
  },
  {
    name: 'registers one of two packages of one id, on two handles at once',
    async run({ open, openAgain }) {
      const store = await open();
      const other = await openAgain();
      const [a, b] = await Promise.all([begin(store, 'p1'), begin(other, 'p2', 'two')]);
      const results = await Promise.all([
        store.register(registration(a, 'p1', 'receipt 1')),
        other.register(registration(b, 'p2', 'receipt 2')),
      ]);
      same(results.filter(({ registered }) => registered).length, 1, 'registered');
      same((await store.listArrivals({ limit: 9, state: 'REGISTERED' })).length, 1, 'in the inbox');
      await other.close();
      await store.close();
    },
  },
  {
    name: 'parks with a reason and takes the right package of the same id afterwards',
    async run({ open }) {
      const store = await open();
      const forged = await begin(store, 'forged');
      check(
        await store.park({
          arrival: forged,
          now: START,
          reason: 'PACKAGE_SIGNATURE_INVALID',
          package: sampleBlob('forged'),
          events: [],
        }),
        'parked',
      );
      same(
        (await store.listArrivals({ limit: 9, state: 'PARKED' })).map(({ reason }) => reason),
        ['PACKAGE_SIGNATURE_INVALID'],
        'reason',
      );
      same(
        (await store.beginArrival(key('forged'), 'two', after(9999), LEASE)).verdict,
        'answered',
        'not again',
      );
      const right = await begin(store, 'right');
      check((await store.register(registration(right, 'right', 'receipt'))).registered, 'registered');
      await store.close();
    },
  },
  {
    name: 'hands over and returns a registered letter once',
    async run({ open }) {
      const store = await open();
      const { arrival } = await store.register(registration(await begin(store, 'p'), 'p', 'receipt'));
      const notice = sampleBlob('return');
      const row = {
        sha256: notice.sha256,
        kind: 'returned' as const,
        dispatchId: 'd1',
        to: 'A',
        destination: 'centre',
        blob: notice,
      };
      same(
        [await store.handOver(arrival, START, []), await store.handOver(arrival, START, [])],
        [true, false],
        'hand over',
      );
      same(
        [
          await store.requestReturn(arrival, START, row, []),
          await store.requestReturn(arrival, START, row, []),
        ],
        [true, false],
        'return',
      );
      same(
        await store.findNotice(notice.sha256),
        { sha256: notice.sha256, kind: 'returned', dispatchId: 'd1', to: 'A' },
        'notice',
      );
      same(
        (await store.arrivalFiles(arrival.id)).map(({ name }) => name),
        ['a.di'],
        'files',
      );
      await store.close();
    },
  },
  {
    name: 'stages announced bytes whole after a try that broke off, and others under their own name',
    async run({ open, openAgain }) {
      const whole = new Uint8Array(300_000).map((_, index) => index % 251);
      const announced = { sha256: digestOf(whole), size: whole.length };
      const store = await open();
      const broken = store.stageAnnounced(announced, partOf(whole, 200_000));
      check(await broken.then(() => false, isBreak), 'the first try broke off');
      const other = await openAgain();
      const staged = await other.stageAnnounced(announced, bytesSource(whole));
      same([staged.sha256, staged.size], [announced.sha256, announced.size], 'whole');
      same(digestOf(await readAll(other.openStaged(staged).open())), announced.sha256, 'bytes');
      const renamed = await other.stageAnnounced(
        { ...announced, sha256: 'f'.repeat(64) },
        bytesSource(whole),
      );
      same(renamed.sha256, announced.sha256, 'the name is that of the bytes');
      await other.close();
      await store.close();
    },
  },
];

class Break extends Error {}

function isBreak(error: unknown): boolean {
  return error instanceof Break || (error instanceof ExchangeError && error.code === 'STORAGE_FAILED');
}

/** A source that breaks after so many bytes. */
function partOf(whole: Uint8Array, end: number): ByteSource {
  return {
    size: whole.length,
    async *open(from = 0) {
      yield whole.subarray(from, end);
      throw new Break();
    },
  };
}
