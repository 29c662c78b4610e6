import { createPublicKey, type KeyObject } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createBatchSigner } from '../../src/certificate/batch-signer.ts';
import { parseCertificate } from '../../src/certificate/certificate.ts';
import { BATCH_ALGORITHM, verifySignature } from '../../src/certificate/signature.ts';
import { makeOffice } from '../fixture/identity.ts';

const office = makeOffice('A', '甲機關');
const other = makeOffice('B', '乙機關');
const keyOf = ({ signer }: typeof office): KeyObject => parseCertificate(signer.certificate).publicKey;
const text = (index: number) => new TextEncoder().encode(`statement ${index}`);

/** Signs texts at the same time; counts what the key was asked for. */
async function signAll(count: number) {
  let asked = 0;
  const signer = createBatchSigner({
    ...office.signer,
    sign: (data, hash) => {
      asked += 1;
      return office.signer.sign(data, hash);
    },
  });
  const signatures = await Promise.all(Array.from({ length: count }, (_, index) => signer.sign(text(index))));
  return { signatures, asked };
}

const holds = (data: Uint8Array, signature: Uint8Array, key = keyOf(office)) =>
  verifySignature(BATCH_ALGORITHM, data, key, signature);

describe('statements that are signed together', () => {
  it.each([1, 2, 3, 7, 8, 33])('are proved one by one with one signature of the key: %i', async (count) => {
    const { signatures, asked } = await signAll(count);
    expect(asked).toBe(1);
    for (const [index, signature] of signatures.entries()) {
      expect(holds(text(index), signature)).toBe(true);
      expect(holds(text(index + 1), signature)).toBe(false);
      expect(holds(text(index), signature, keyOf(other))).toBe(false);
    }
  });

  it.each(['the first of a batch', 'the others after it'])(
    'are not proved after a change of any byte, a cut or an addition: %s',
    async (which) => {
      const { signatures } = await signAll(5);
      if (which === 'the others after it')
        for (const [index, signature] of signatures.entries())
          expect(holds(text(index), signature)).toBe(true);
      for (const [index, signature] of signatures.entries()) {
        for (let place = 0; place < signature.length; place += 1) {
          const changed = signature.slice();
          changed[place] = (changed[place] ?? 0) ^ 1;
          expect([index, place, holds(text(index), changed)]).toEqual([index, place, false]);
        }
        for (const length of [0, 7, 8, 40, signature.length - 1]) {
          expect(holds(text(index), signature.subarray(0, length))).toBe(false);
        }
        expect(holds(text(index), new Uint8Array([...signature, 0]))).toBe(false);
      }
    },
  );

  it('are not proved by a plain signature, nor is a plain statement by theirs', async () => {
    const { signatures } = await signAll(2);
    const plain = await office.signer.sign(text(0));
    expect(holds(text(0), plain)).toBe(false);
    expect(verifySignature('RSASSA-PKCS1-v1_5-SHA-256', text(0), keyOf(office), plain)).toBe(true);
    const [first = new Uint8Array()] = signatures;
    expect(verifySignature('RSASSA-PKCS1-v1_5-SHA-256', text(0), keyOf(office), first)).toBe(false);
  });

  it('all fail with the key and go on afterwards', async () => {
    let broken = true;
    const signer = createBatchSigner({
      ...office.signer,
      sign: async (data) => {
        if (broken) throw new Error('card removed');
        return office.signer.sign(data);
      },
    });
    const both = await Promise.allSettled([signer.sign(text(0)), signer.sign(text(1))]);
    expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    broken = false;
    expect(holds(text(2), await signer.sign(text(2)))).toBe(true);
  });

  it('are remembered by key: the same key read anew proves the same', async () => {
    const { signatures } = await signAll(3);
    const again = createPublicKey(keyOf(office).export({ type: 'spki', format: 'pem' }));
    expect(signatures.map((signature, index) => holds(text(index), signature, again))).toEqual([
      true,
      true,
      true,
    ]);
  });
});
