import { describe, expect, it } from 'vitest';
import { type BatchItem, signBatch } from '../../src/cms/batch.ts';
import { verifyCms } from '../../src/cms/verify.ts';
import { createSoftDriver, DEFAULT_READER, insertCard } from '../../src/drivers/soft/index.ts';
import { makeWorld, NOW, PIN, utf8 } from '../support/world.ts';

const documents = Array.from({ length: 6 }, (_, index) => ({
  id: `d${index}`,
  title: `第 ${index} 件`,
  load: async () => utf8(`主旨 ${index}`),
}));
const world = await makeWorld();

async function session(removeAt?: number) {
  await insertCard(world.store, world.card.number);
  const faults =
    removeAt === undefined
      ? []
      : [{ on: 'sign' as const, call: removeAt, effect: { kind: 'remove' as const } }];
  return createSoftDriver({ store: world.store, faults }).open(DEFAULT_READER, PIN);
}

describe('signBatch', () => {
  it('names every document before it signs it, in one session', async () => {
    const named: string[] = [];
    const confirm = (document: { readonly title: string }) => named.push(document.title) > 0;
    const { signer } = await session();
    for await (const item of signBatch(documents, signer, { confirm, signingTime: NOW })) {
      expect(named.at(-1)).toBe(item.title);
      if (item.state !== 'signed') throw item.error;
      expect(await verifyCms(item.message, { trust: world.trust, at: NOW })).toMatchObject({ valid: true });
    }
    expect(named).toEqual(documents.map(({ title }) => title));
  });

  it('stops when the card is taken out, and goes on later where it stopped', async () => {
    const signed = new Map<string, BatchItem>();
    const run = async (removeAt?: number) => {
      const { signer } = await session(removeAt);
      for await (const item of signBatch(documents, signer, {
        done: new Set(signed.keys()),
        signingTime: NOW,
      })) {
        expect(signed.has(item.id)).toBe(false);
        signed.set(item.id, item);
      }
    };
    await expect(run(4)).rejects.toMatchObject({ code: 'CARD_REMOVED' });
    expect([...signed.keys()]).toEqual(['d0', 'd1', 'd2']);
    await run();
    expect([...signed.keys()]).toEqual(documents.map(({ id }) => id));
  });

  it('reports a document that cannot be loaded and goes on', async () => {
    const broken = { id: 'x', title: '壞檔', load: () => Promise.reject(new RangeError('unreadable')) };
    const { signer } = await session();
    const states: string[] = [];
    for await (const item of signBatch([broken, ...documents.slice(0, 2)], signer, { signingTime: NOW }))
      states.push(item.state);
    expect(states).toEqual(['failed', 'signed', 'signed']);
  });

  it('ends when the person says no, or the signal aborts', async () => {
    const { signer } = await session();
    const count = async (options: Parameters<typeof signBatch>[2]) => {
      let signed = 0;
      for await (const _ of signBatch(documents, signer, { ...options, signingTime: NOW })) signed++;
      return signed;
    };
    expect(await count({ confirm: (_, position) => position < 2 })).toBe(2);
    expect(await count({ signal: AbortSignal.abort() })).toBe(0);
  });

  it('wants ids of their own', async () => {
    const { signer } = await session();
    const batch = signBatch([...documents, ...documents], signer);
    await expect(batch.next()).rejects.toThrow(TypeError);
  });
});
