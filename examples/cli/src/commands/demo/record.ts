/** One file that the demonstration left, relative to its folder. */
export interface ProductFile {
  readonly path: string;
  /** What it is, zh-TW. */
  readonly label: string;
  readonly bytes: number;
}

/** A paper with its picture and its files. */
export interface Paper {
  readonly title: string;
  /** Path of each page's picture (SVG), relative to the folder. */
  readonly pages: readonly string[];
  readonly files: readonly ProductFile[];
}

/** One step of a stage as it happened. */
export interface Step {
  readonly label: string;
  readonly milliseconds: number;
}

/** One of the four stages. */
export interface Stage {
  readonly title: string;
  readonly steps: readonly Step[];
}

/** The simulated card as the page shows it. */
export interface CardFace {
  readonly number: string;
  readonly holder: string;
  readonly issuer: string;
  readonly rank: string;
  readonly notAfter: string;
}

/** How one recipient stands. */
export interface RecipientRow {
  readonly role: string;
  readonly code: string;
  readonly name: string;
  readonly state: string;
  readonly label: string;
  readonly history: readonly { readonly label: string; readonly at: string }[];
  readonly receiptSha256: string;
}

/** One event of the evidence chain. */
export interface EvidenceRow {
  readonly sequence: number;
  readonly label: string;
  readonly at: string;
  readonly hash: string;
}

/** Everything that `index.html` shows. */
export interface DemoRecord {
  readonly office: string;
  readonly startedAt: string;
  readonly stages: readonly Stage[];
  readonly forms: readonly Paper[];
  readonly card: CardFace;
  readonly letter: Paper;
  /** Text of the DI, for those who want to see it. */
  readonly letterXml: string;
  readonly checks: readonly { readonly question: string; readonly answer: boolean; readonly note: string }[];
  readonly dispatch: { readonly id: string; readonly files: readonly ProductFile[] };
  readonly recipients: readonly RecipientRow[];
  readonly evidence: {
    readonly valid: boolean;
    readonly events: readonly EvidenceRow[];
    readonly files: readonly ProductFile[];
  };
}
