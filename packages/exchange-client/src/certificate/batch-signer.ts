import { setImmediate as nextTurn } from 'node:timers/promises';
import { leafHash, nodeHash } from '../tree-hash.ts';
import { batchText, siblingsOf, writeBatchSignature } from './batch-signature.ts';
import { BATCH_ALGORITHM } from './signature.ts';
import type { Signer } from './signer.ts';

/** Statements that one signature covers at most. */
const MOST = 1024;

interface Waiting {
  readonly data: Uint8Array;
  resolve(signature: Uint8Array): void;
  reject(error: unknown): void;
}

/**
 * Signs whatever is asked for at the same time with one signature of the key: the root of a Merkle tree. A card that
 * needs half a second for a signature then answers a hundred letters in that time. Each statement is still proved by
 * itself, without the others.
 */
export function createBatchSigner(signer: Signer): Signer {
  const waiting: Waiting[] = [];
  let running = false;

  async function drain(): Promise<void> {
    running = true;
    // Lets everything of this turn of the event loop join.
    await nextTurn();
    while (waiting.length > 0) await signTogether(signer, waiting.splice(0, MOST));
    running = false;
  }

  return {
    certificate: signer.certificate,
    algorithm: BATCH_ALGORITHM,
    sign(data, hash = 'SHA-256') {
      if (hash !== 'SHA-256') throw new RangeError('statements are signed with SHA-256');
      return new Promise((resolve, reject) => {
        waiting.push({ data, resolve, reject });
        if (!running) void drain();
      });
    },
  };
}

async function signTogether(signer: Signer, group: readonly Waiting[]): Promise<void> {
  const levels = treeOver(group.map(({ data }) => leafHash(data)));
  const root = levels.at(-1)?.[0] ?? new Uint8Array();
  try {
    const signature = await signer.sign(batchText(root, group.length), 'SHA-256');
    for (const [position, { resolve }] of group.entries()) {
      const path = pathOf(levels, position, group.length);
      resolve(writeBatchSignature({ position, count: group.length, path, signature }));
    }
  } catch (error) {
    for (const { reject } of group) reject(error);
  }
}

/** All levels of the tree, the leaves first. */
function treeOver(leaves: readonly Uint8Array[]): readonly (readonly Uint8Array[])[] {
  const levels: (readonly Uint8Array[])[] = [leaves];
  for (let level = leaves; level.length > 1; ) {
    const up: Uint8Array[] = [];
    for (let index = 0; index < level.length; index += 2) {
      const [left, right] = [level[index], level[index + 1]];
      if (left !== undefined) up.push(right === undefined ? left : nodeHash(left, right));
    }
    level = up;
    levels.push(level);
  }
  return levels;
}

function pathOf(
  levels: readonly (readonly Uint8Array[])[],
  position: number,
  count: number,
): readonly Uint8Array[] {
  const path: Uint8Array[] = [];
  for (const [depth, side] of siblingsOf(position, count).entries()) {
    const sibling = side === 'none' ? undefined : levels[depth]?.[(position >> depth) ^ 1];
    if (sibling !== undefined) path.push(sibling);
  }
  return path;
}
