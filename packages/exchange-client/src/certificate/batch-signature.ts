import { type KeyObject, verify } from 'node:crypto';
import { joinBytes } from '../seal/join-bytes.ts';
import { leafHash, nodeHash } from '../tree-hash.ts';

/** Most leaves of a tree; its path then has at most twenty hashes. */
const MOST_LEAVES = 1 << 20;
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
export function readBatchSignature(bytes: Uint8Array): BatchSignature | undefined {
  if (bytes.length < HEAD_BYTES) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, HEAD_BYTES);
  const [position, count] = [view.getUint32(0), view.getUint32(4)];
  if (position >= count || count > MOST_LEAVES) return undefined;
  const path: Uint8Array[] = [];
  let at = HEAD_BYTES;
  for (const side of siblingsOf(position, count)) {
    if (side === 'none') continue;
    path.push(bytes.subarray(at, at + HASH_BYTES));
    at += HASH_BYTES;
  }
  return bytes.length <= at ? undefined : { position, count, path, signature: bytes.subarray(at) };
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

/** Nodes of a tree whose root the key signed, by their place. */
type ProvedTree = Map<number, Uint8Array>;

/** The trees that letters came from last, by key, count and signature; all letters of a batch share one. */
const provedTrees = new WeakMap<KeyObject, Map<string, ProvedTree>>();
const REMEMBERED_TREES = 16;

/**
 * True when the path leads from the data to a root that the key signed. Where it meets a node that an earlier letter
 * of the same batch proved, the rest of the path must be that of the tree, hash by hash.
 */
export function verifyBatch(key: KeyObject, data: Uint8Array, batch: BatchSignature): boolean {
  const { position, count, path, signature } = batch;
  const trees = provedTrees.get(key) ?? new Map<string, ProvedTree>();
  provedTrees.set(key, trees);
  const name = `${count} ${Buffer.from(signature).toString('latin1')}`;
  const tree: ProvedTree = trees.get(name) ?? new Map();

  const found: ProvedTree = new Map();
  let place = placeOf(0, position);
  let hash: Uint8Array = leafHash(data);
  let met = isNode(tree, place, hash);
  found.set(place, hash);
  let next = 0;
  for (const [level, side] of siblingsOf(position, count).entries()) {
    const sibling = side === 'none' ? undefined : path[next++];
    if (sibling !== undefined) {
      const beside = placeOf(level, (position >> level) ^ 1);
      if (met && !isNode(tree, beside, sibling)) return false;
      found.set(beside, sibling);
    }
    if (met) continue;
    if (sibling !== undefined) hash = side === 'left' ? nodeHash(sibling, hash) : nodeHash(hash, sibling);
    place = placeOf(level + 1, position >> (level + 1));
    met = isNode(tree, place, hash);
    found.set(place, hash);
  }
  if (!met && !verify('sha256', batchText(hash, count), key, signature)) return false;
  // Copies: the path may be a piece of a whole transfer, which nobody should hold in memory because of a hash.
  for (const [at, node] of found) if (!tree.has(at)) tree.set(at, new Uint8Array(node));
  trees.set(name, tree);
  const [oldest] = trees.keys();
  if (trees.size > REMEMBERED_TREES && oldest !== undefined) trees.delete(oldest);
  return true;
}

function placeOf(level: number, index: number): number {
  return level * MOST_LEAVES + index;
}

function isNode(tree: ProvedTree, place: number, hash: Uint8Array): boolean {
  const known = tree.get(place);
  return known !== undefined && Buffer.compare(known, hash) === 0;
}
