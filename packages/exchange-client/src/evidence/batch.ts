/** How long a chain is and where it ends; one leaf of a batch. */
export interface ChainHead {
  readonly stream: string;
  readonly count: number;
  readonly hash: string;
}

/** One leaf with its way up to the root. */
export interface BatchLeaf extends ChainHead {
  /** Place among the leaves, 0-based. */
  readonly position: number;
  /** Sibling hashes from the leaf to the root, lower-case hexadecimal. */
  readonly path: readonly string[];
}

/** A signed Merkle root over the heads of all chains that changed. */
export interface EvidenceBatch {
  readonly number: number;
  /** The exact bytes that are signed: JSON with number, time, root, leaf count and the previous batch's digest. */
  readonly statement: Uint8Array;
  readonly signature: Uint8Array;
  /** DER of the signer's certificate. */
  readonly certificate: Uint8Array;
  /** RFC 3161 token over the signature, where a time-stamp authority was at hand. */
  readonly timestamp?: Uint8Array;
  /** The leaf of the chain that was asked for. */
  readonly leaf?: BatchLeaf;
}

export interface NewEvidenceBatch extends Omit<EvidenceBatch, 'leaf'> {
  readonly leaves: readonly BatchLeaf[];
}
