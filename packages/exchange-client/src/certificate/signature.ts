import { type KeyObject, verify } from 'node:crypto';
import { readBatchSignature, verifyBatch } from './batch-signature.ts';

/** How the bytes of a package's or notice's statement are signed. */
export type SignatureAlgorithm = 'RSASSA-PKCS1-v1_5-SHA-256' | 'MERKLE-RSASSA-PKCS1-v1_5-SHA-256';

/** Several statements under one signature, see {@link BatchSignature}. */
export const BATCH_ALGORITHM = 'MERKLE-RSASSA-PKCS1-v1_5-SHA-256';

export function isSignatureAlgorithm(value: unknown): value is SignatureAlgorithm {
  return value === 'RSASSA-PKCS1-v1_5-SHA-256' || value === BATCH_ALGORITHM;
}

/** True when the signature is the key's over these bytes. */
export function verifySignature(
  algorithm: SignatureAlgorithm,
  data: Uint8Array,
  key: KeyObject,
  signature: Uint8Array,
): boolean {
  if (algorithm !== BATCH_ALGORITHM) return verify('sha256', data, key, signature);
  const batch = readBatchSignature(signature);
  return batch !== undefined && verifyBatch(key, data, batch);
}
