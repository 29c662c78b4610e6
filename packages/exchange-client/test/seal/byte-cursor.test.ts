import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ByteCursor } from '../../src/seal/byte-reader.ts';
import { framed } from '../../src/seal/format.ts';
import { joinBytes } from '../../src/seal/join-bytes.ts';

/** Cuts bytes at places that may coincide. */
function cut(bytes: Uint8Array, places: readonly number[]): readonly Uint8Array[] {
  const all = [0, ...places.map((place) => place % (bytes.length + 1)).sort((a, b) => a - b), bytes.length];
  return all.slice(1).map((end, index) => bytes.subarray(all[index], end));
}

describe('a cursor over pieces', () => {
  it('reads the same however the bytes are cut', () => {
    fc.assert(
      fc.property(
        fc.array(fc.uint8Array({ maxLength: 40 }), { maxLength: 8 }),
        fc.array(fc.nat(400), { maxLength: 12 }),
        (values, places) => {
          const cursor = new ByteCursor(cut(joinBytes(values.map(framed)), places));
          const found: Uint8Array[] = [];
          while (!cursor.ended) found.push(cursor.readFramed(40, 'test'));
          expect(found.map((bytes) => [...bytes])).toEqual(values.map((bytes) => [...bytes]));
        },
      ),
    );
  });

  it('refuses what ends too early or is longer than the limit', () => {
    const bytes = framed(new Uint8Array(10));
    for (let length = 0; length < bytes.length; length += 1) {
      const cursor = new ByteCursor(cut(bytes.subarray(0, length), [3, 5]));
      expect(() => cursor.readFramed(10, 'test')).toThrow(
        expect.objectContaining({ code: 'PACKAGE_MALFORMED', details: { place: 'test' } }),
      );
    }
    expect(() => new ByteCursor([bytes]).readFramed(9, 'test')).toThrow(
      expect.objectContaining({ code: 'TOO_LARGE' }),
    );
  });
});
