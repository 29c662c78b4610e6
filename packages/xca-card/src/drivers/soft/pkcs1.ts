import { Cursor } from '../../der/cursor.ts';
import { readWhole } from '../../der/element.ts';
import { TAG } from '../../der/tags.ts';
import { integerBytes, octetsOf } from '../../der/values.ts';
import { softError } from './soft-error.ts';

/**
 * RSAES-PKCS1-v1_5 decryption as the card's own chip would do it, RFC 8017 §7.2.2. WebCrypto has none, and Node refuses
 * it in software for good reason: never offer it where an attacker can ask many times.
 *
 * @throws CardError `DECRYPT_FAILED`
 */
export function decryptPkcs1(pkcs8: Uint8Array, ciphertext: Uint8Array): Uint8Array {
  const { modulus, exponent, length } = readKey(pkcs8);
  const value = toBigInt(ciphertext);
  if (ciphertext.length !== length || value >= modulus) throw softError('DECRYPT_FAILED');
  const block = toBytes(power(value, exponent, modulus), length);
  const separator = block.indexOf(0, 2);
  if (block[0] !== 0 || block[1] !== 2 || separator < 10) throw softError('DECRYPT_FAILED');
  return block.slice(separator + 1);
}

/** RSASSA-PKCS1-v1_5 over a DigestInfo, RFC 8017 §8.2.1 after the hash: WebCrypto signs no digests. */
export function signPkcs1(pkcs8: Uint8Array, digestInfo: Uint8Array): Uint8Array {
  const { modulus, exponent, length } = readKey(pkcs8);
  const block = new Uint8Array(length).fill(0xff);
  block.set([0, 1]);
  block[length - digestInfo.length - 1] = 0;
  block.set(digestInfo, length - digestInfo.length);
  return toBytes(power(toBigInt(block), exponent, modulus), length);
}

/** Modulus and private exponent out of PKCS#8, RFC 5208 and RFC 8017 A.1.2. */
function readKey(pkcs8: Uint8Array) {
  const outer = Cursor.of(readWhole(pkcs8));
  outer.next(TAG.integer);
  outer.next(TAG.sequence);
  const key = Cursor.of(readWhole(octetsOf(outer.next())));
  key.next(TAG.integer);
  const modulus = integerBytes(key.next(TAG.integer));
  key.next(TAG.integer);
  const exponent = integerBytes(key.next(TAG.integer));
  const length = modulus[0] === 0 ? modulus.length - 1 : modulus.length;
  return { modulus: toBigInt(modulus), exponent: toBigInt(exponent), length };
}

function power(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let result = 1n;
  let square = base % modulus;
  for (let rest = exponent; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = (result * square) % modulus;
    square = (square * square) % modulus;
  }
  return result;
}

function toBigInt(bytes: Uint8Array): bigint {
  return BigInt(`0x${Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')}`);
}

function toBytes(value: bigint, length: number): Uint8Array {
  const hex = value.toString(16).padStart(length * 2, '0');
  return Uint8Array.from({ length }, (_, index) => Number.parseInt(hex.slice(index * 2, index * 2 + 2), 16));
}
