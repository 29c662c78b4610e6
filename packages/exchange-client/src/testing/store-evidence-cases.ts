import { buildMerkleTree } from '../evidence/merkle.ts';
import { bytesSource, readAll } from '../seal/byte-source.ts';
import { check, same } from './conformance.ts';
import { after, START } from './sample.ts';
import type { StoreCase } from './store-case.ts';

export const storeEvidenceCases: readonly StoreCase[] = [
  {
    name: 'chains the events of a stream without a gap, also from two handles at once',
    async run({ open, openAgain }) {
      const store = await open();
      const other = await openAgain();
      const work = Array.from({ length: 20 }, (_, index) =>
        (index % 2 === 0 ? store : other).appendEvents('s', after(index), [{ type: 't', body: { index } }]),
      );
      await Promise.all(work);
      const events = await store.events('s');
      same(
        events.map(({ n }) => n),
        Array.from({ length: 20 }, (_, index) => index + 1),
        'numbers',
      );
      check(
        events.every((event, index) => index === 0 || event.previous === events[index - 1]?.hash),
        'chained',
      );
      await other.close();
      await store.close();
    },
  },
  {
    name: 'seals the heads that changed and lists them no more',
    async run({ open }) {
      const store = await open();
      await store.appendEvents('a', START, [{ type: 't', body: {} }]);
      await store.appendEvents('b', START, [{ type: 't', body: {} }]);
      const heads = await store.unsealedHeads(10);
      same(
        heads.map(({ stream }) => stream),
        ['a', 'b'],
        'heads',
      );
      const tree = buildMerkleTree(heads);
      const leaves = heads.map((head, position) => ({ ...head, position, path: tree.path(position) }));
      const bytes = Uint8Array.of(1, 2, 3);
      const batch = { number: 1, statement: bytes, signature: bytes, certificate: bytes, leaves };
      same([await store.addBatch(batch), await store.addBatch(batch)], [true, false], 'added once');
      same((await store.unsealedHeads(10)).length, 0, 'nothing left');
      const [found] = await store.batchesOf('b');
      same(found?.leaf, leaves[1], 'leaf');
      same((await store.lastBatch())?.number, 1, 'last');
      await store.appendEvents('b', START, [{ type: 't', body: {} }]);
      same(
        (await store.unsealedHeads(10)).map(({ stream, count }) => [stream, count]),
        [['b', 2]],
        'changed again',
      );
      await store.close();
    },
  },
  {
    name: 'stages small and large bytes under their digest',
    async run({ open }) {
      const store = await open();
      for (const size of [0, 1, 1_000_000]) {
        const bytes = new Uint8Array(size).fill(size % 251);
        const blob = await store.stage(bytesSource(bytes).open());
        same([blob.size, (await readAll(store.openStaged(blob).open())).length], [size, size], 'size');
      }
      await store.close();
    },
  },
];
