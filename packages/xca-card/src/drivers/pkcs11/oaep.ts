import { createHash } from 'node:crypto';

/** Hash of OAEP and of its MGF1, in Node's spelling. */
export type OaepHash = 'sha1' | 'sha256';

/**
 * Takes the padding off a raw RSA decryption (RFC 8017 §7.1.2, step 3, empty label), for cards whose own OAEP is absent
 * or only SHA-1. All checks run before the answer, so that the kind of fault does not show.
 *
 * @returns The message, or undefined when the block is not OAEP.
 */
export function openOaep(block: Uint8Array, hash: OaepHash): Uint8Array | undefined {
  const size = createHash(hash).digest().length;
  if (block.length < 2 * size + 2) return undefined;
  const maskedSeed = block.subarray(1, 1 + size);
  const maskedDb = block.subarray(1 + size);
  const seed = xor(maskedSeed, mgf1(maskedDb, size, hash));
  const db = xor(maskedDb, mgf1(seed, maskedDb.length, hash));
  const label = createHash(hash).update('').digest();
  let wrong = block[0] ?? 1;
  for (let i = 0; i < size; i += 1) wrong |= (db[i] ?? 1) ^ (label[i] ?? 0);
  let start = 0;
  let searching = 1;
  for (let i = size; i < db.length; i += 1) {
    const byte = db[i] ?? 0;
    const one = byte === 1 ? 1 : 0;
    const other = byte > 1 ? 1 : 0;
    wrong |= searching & other;
    start += searching & one ? i + 1 : 0;
    searching &= one ^ 1;
  }
  return wrong !== 0 || searching !== 0 ? undefined : db.slice(start);
}

function mgf1(seed: Uint8Array, length: number, hash: OaepHash): Uint8Array {
  const out = new Uint8Array(length);
  const counter = Buffer.alloc(4);
  for (let offset = 0, i = 0; offset < length; i += 1) {
    counter.writeUInt32BE(i);
    const part = createHash(hash).update(seed).update(counter).digest();
    out.set(part.subarray(0, length - offset), offset);
    offset += part.length;
  }
  return out;
}

function xor(a: Uint8Array, b: Uint8Array): Uint8Array {
  return a.map((byte, i) => byte ^ (b[i] ?? 0));
}
