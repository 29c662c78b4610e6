import { Cursor } from '../der/cursor.ts';
import { type Element, rawOf, readWhole } from '../der/element.ts';
import { TAG } from '../der/tags.ts';
import { bitStringBytes, integerBytes, oidOf } from '../der/values.ts';
import { type Algorithm, readAlgorithm } from './algorithm.ts';
import { OID } from './oids.ts';

/** A SubjectPublicKeyInfo. */
export interface PublicKey {
  readonly kind: 'rsa' | 'ec' | 'ed25519' | 'other';
  readonly algorithm: Algorithm;
  /** The whole SubjectPublicKeyInfo. */
  readonly spki: Uint8Array;
  /** Content of the BIT STRING. */
  readonly bits: Uint8Array;
  /** Length of an RSA modulus in bits. */
  readonly modulusBits?: number;
  /** Curve OID of an EC key. */
  readonly curve?: string;
}

export function readPublicKey(element: Element): PublicKey {
  const cursor = Cursor.of(element);
  const algorithm = readAlgorithm(cursor.next());
  const bits = bitStringBytes(cursor.next());
  cursor.done();
  const base = { algorithm, spki: rawOf(element), bits };
  if (algorithm.oid === OID.rsaEncryption || algorithm.oid === OID.rsassaPss) {
    return { ...base, kind: 'rsa', modulusBits: modulusBits(bits) };
  }
  if (algorithm.oid === OID.ecPublicKey && algorithm.parameters?.tag === TAG.oid) {
    return { ...base, kind: 'ec', curve: oidOf(algorithm.parameters) };
  }
  return { ...base, kind: algorithm.oid === OID.ed25519 ? 'ed25519' : 'other' };
}

function modulusBits(bits: Uint8Array): number {
  const modulus = integerBytes(Cursor.of(readWhole(bits)).next(TAG.integer));
  const magnitude = modulus[0] === 0 ? modulus.subarray(1) : modulus;
  return (magnitude.length - 1) * 8 + (32 - Math.clz32(magnitude[0] ?? 0));
}
