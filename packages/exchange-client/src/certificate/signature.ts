import { type KeyObject, verify } from 'node:crypto';
import { joinBytes } from '../seal/join-bytes.ts';
import { leafHash, nodeHash } from '../tree-hash.ts';

/** How the bytes of a package's or notice's statement are signed. */
export type SignatureAlgorithm = 'RSASSA-PKCS1-v1_5-SHA-256' | 'MERKLE-RSASSA-PKCS1-v1_5-SHA-256';

/** Several statements under one signature, see {@link BatchSignature}. */
export const BATCH_ALGORITHM = 'MERKLE-RSASSA-PKCS1-v1_5-SHA-256';

/** Most leaves of a tree; its path then has at most twenty hashes. */
export const BATCH_LEAVES = 1 << 20;

const HASH_BYTES = 32;
const HEAD_BYTES = 8;

/**
 * The signature of one of several statements that were signed together. The key signed the root of a Merkle tree; the
 * path leads from this statement to that root. As bytes: position and count as 32-bit big-endian numbers, then the
 * sibling hashes from the leaf up, then the RSA signature.
 *
 * A leaf is SHA-256 over a zero byte and the statement; a node is SHA-256 over a one byte and both children; a node
 * without a sibling goes up as it is (RFC 6962 section 2.1).
 */
export interface BatchSignature {
  /** Place among the leaves, 0-based. */
  readonly position: number;
  readonly count: number;
  readonly path: readonly Uint8Array[];
  /** Over {@link batchText}. */
  readonly signature: Uint8Array;
}

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
  if (batch === undefined) return false;
  return verifyRoot(key, batchText(rootOfBatch(data, batch), batch.count), batch.signature);
}

/** Roots whose signature held, by key; all letters of a batch share one. */
const verifiedRoots = new WeakMap<KeyObject, Set<string>>();
const REMEMBERED_ROOTS = 256;

function verifyRoot(key: KeyObject, text: Uint8Array, signature: Uint8Array): boolean {
  const known = verifiedRoots.get(key) ?? new Set();
  verifiedRoots.set(key, known);
  const name = Buffer.concat([text, signature]).toString('latin1');
  if (known.has(name)) return true;
  if (!verify('sha256', text, key, signature)) return false;
  known.add(name);
  const [oldest] = known;
  if (known.size > REMEMBERED_ROOTS && oldest !== undefined) known.delete(oldest);
  return true;
}

/** What the key signs for several statements; a text that can be no statement. */
export function batchText(root: Uint8Array, count: number): Uint8Array {
  return Buffer.from(`KCC-REFERENCE-PROFILE-BATCH/1\n${Buffer.from(root).toString('hex')}\n${count}\n`);
}

export function writeBatchSignature({ position, count, path, signature }: BatchSignature): Uint8Array {
  const head = new Uint8Array(HEAD_BYTES);
  const view = new DataView(head.buffer);
  view.setUint32(0, position);
  view.setUint32(4, count);
  return joinBytes([head, ...path, signature]);
}

/** Undefined where the bytes cannot be one; a path of another length than the place needs cannot occur. */
function readBatchSignature(bytes: Uint8Array): BatchSignature | undefined {
  if (bytes.length < HEAD_BYTES) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, HEAD_BYTES);
  const [position, count] = [view.getUint32(0), view.getUint32(4)];
  if (position >= count || count > BATCH_LEAVES) return undefined;
  const siblings = siblingsOf(position, count).filter((side) => side !== 'none').length;
  const end = HEAD_BYTES + siblings * HASH_BYTES;
  if (bytes.length <= end) return undefined;
  const path = Array.from({ length: siblings }, (_, index) =>
    bytes.subarray(HEAD_BYTES + index * HASH_BYTES, HEAD_BYTES + (index + 1) * HASH_BYTES),
  );
  return { position, count, path, signature: bytes.subarray(end) };
}

function rootOfBatch(data: Uint8Array, { position, count, path }: BatchSignature): Uint8Array {
  let hash: Uint8Array = leafHash(data);
  let next = 0;
  for (const side of siblingsOf(position, count)) {
    const sibling = side === 'none' ? undefined : path[next];
    if (sibling === undefined) continue;
    next += 1;
    hash = side === 'left' ? nodeHash(sibling, hash) : nodeHash(hash, sibling);
  }
  return hash;
}

/** On which side the sibling lies, level by level from the leaf up. */
export function siblingsOf(position: number, count: number): readonly ('left' | 'right' | 'none')[] {
  const sides: ('left' | 'right' | 'none')[] = [];
  for (let index = position, size = count; size > 1; index >>= 1, size = (size + 1) >> 1) {
    if (index % 2 === 1) sides.push('left');
    else sides.push(index === size - 1 ? 'none' : 'right');
  }
  return sides;
}
