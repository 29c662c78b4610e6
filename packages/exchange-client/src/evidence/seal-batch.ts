import type { Signer } from '../certificate/signer.ts';
import { digestOf } from '../digest-of.ts';
import { utf8 } from '../seal/encoding.ts';
import type { ChainHead, EvidenceBatch, NewEvidenceBatch } from './batch.ts';
import { CHAIN_START } from './event-hash.ts';
import { buildMerkleTree } from './merkle.ts';

/** What a batch's signature covers. */
export interface BatchStatement {
  readonly profile: 'reference';
  readonly type: 'evidence-batch';
  readonly version: 1;
  /** 1-based. */
  readonly number: number;
  /** ISO time by the signer's clock. */
  readonly at: string;
  readonly root: string;
  readonly leaves: number;
  /** SHA-256 of the previous batch's statement; zeros before the first. */
  readonly previous: string;
}

/** Gets an RFC 3161 token over a signature; injected, because it needs a server. */
export type TimestampSource = (signature: Uint8Array) => Promise<Uint8Array>;

/** Signs one root over the heads of all chains that changed. */
export async function sealBatch(
  heads: readonly ChainHead[],
  previous: EvidenceBatch | undefined,
  options: { readonly signer: Signer; readonly at: Date; readonly timestamp?: TimestampSource },
): Promise<NewEvidenceBatch> {
  const tree = buildMerkleTree(heads);
  const statement: BatchStatement = {
    profile: 'reference',
    type: 'evidence-batch',
    version: 1,
    number: (previous?.number ?? 0) + 1,
    at: options.at.toISOString(),
    root: tree.root,
    leaves: heads.length,
    previous: previous === undefined ? CHAIN_START : digestOf(previous.statement),
  };
  const bytes = utf8(JSON.stringify(statement));
  const signature = await options.signer.sign(bytes, 'SHA-256');
  const token = await options.timestamp?.(signature);
  return {
    number: statement.number,
    statement: bytes,
    signature,
    certificate: options.signer.certificate,
    ...(token === undefined ? {} : { timestamp: token }),
    leaves: heads.map((head, position) => ({ ...head, position, path: tree.path(position) })),
  };
}
