import { leafHash, nodeHash } from '../tree-hash.ts';
import type { ChainHead } from './batch.ts';

function headHash({ stream, count, hash }: ChainHead): Buffer {
  return leafHash(Buffer.from(JSON.stringify([stream, count, hash])));
}

/** A tree over leaves; an odd node at the end of a level goes up alone. */
export interface MerkleTree {
  readonly root: string;
  /** Sibling hashes from leaf to root; an empty text where a node went up alone. */
  path(position: number): readonly string[];
}

/** Builds the tree of a batch. */
export function buildMerkleTree(leaves: readonly ChainHead[]): MerkleTree {
  if (leaves.length === 0) throw new RangeError('a batch needs a leaf');
  const levels: Buffer[][] = [leaves.map(headHash)];
  for (let level = levels[0] ?? []; level.length > 1; level = levels.at(-1) ?? [])
    levels.push(parents(level));
  const top = levels.at(-1)?.[0];
  return {
    root: top?.toString('hex') ?? '',
    path: (position) => levels.slice(0, -1).map((level, depth) => siblingOf(level, position >> depth)),
  };
}

function parents(level: readonly Buffer[]): Buffer[] {
  const up: Buffer[] = [];
  for (let index = 0; index < level.length; index += 2) {
    const left = level[index];
    const right = level[index + 1];
    if (left !== undefined) up.push(right === undefined ? left : nodeHash(left, right));
  }
  return up;
}

function siblingOf(level: readonly Buffer[], index: number): string {
  return level[index ^ 1]?.toString('hex') ?? '-';
}

/** The root that a leaf and its path lead to. */
export function rootOf(leaf: ChainHead, position: number, path: readonly string[]): string {
  let hash = headHash(leaf);
  for (const [depth, sibling] of path.entries()) {
    if (sibling === '-') continue;
    const other = Buffer.from(sibling, 'hex');
    hash = (position >> depth) % 2 === 0 ? nodeHash(hash, other) : nodeHash(other, hash);
  }
  return hash.toString('hex');
}
