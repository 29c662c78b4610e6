/** One signed piece of a dispatch inside an evidence file: a receipt, or the package's statement. */
export interface EvidencePiece {
  readonly kind: 'notice' | 'package-statement';
  readonly sha256: string;
  /** base64. */
  readonly bytes: string;
}

/** One signed batch with the way from this chain's head to its root. */
export interface EvidenceFileBatch {
  readonly number: number;
  /** base64 of the signed bytes. */
  readonly statement: string;
  readonly signature: string;
  readonly certificate: string;
  readonly timestamp?: string;
  readonly leaf: {
    readonly position: number;
    readonly count: number;
    readonly hash: string;
    readonly path: readonly string[];
  };
}

export interface EvidenceFileEvent {
  readonly n: number;
  /** ISO time. */
  readonly at: string;
  readonly type: string;
  /** JSON text, exactly as hashed. */
  readonly body: string;
  readonly previous: string;
  readonly hash: string;
}

/** Everything that proves what happened to one dispatch; verified without the database. */
export interface EvidenceFile {
  readonly format: 'kcc-evidence/1 reference profile, not a national format';
  readonly stream: string;
  readonly exportedAt: string;
  readonly events: readonly EvidenceFileEvent[];
  readonly batches: readonly EvidenceFileBatch[];
  readonly pieces: readonly EvidencePiece[];
}

export const EVIDENCE_FORMAT = 'kcc-evidence/1 reference profile, not a national format';
