/** What kind of failure it is; the command line's exit code follows from it. */
export type ErrorCategory = 'document' | 'usage' | 'environment' | 'trust' | 'remote';

/** What a thrown error carries. */
export interface ErrorRow {
  /** Message, zh-TW; `{name}` is filled from the error's details. */
  readonly zh: string;
  readonly category: ErrorCategory;
  /** True when the same call may succeed later. */
  readonly retryable: boolean;
}

/** What the documentation says about it. */
export interface ErrorGuide {
  readonly en: string;
  /** Thrown when … */
  readonly when: string;
  /** Likely reason. */
  readonly likely: string;
  /** How to resolve. */
  readonly resolve: string;
}

export interface ErrorDescription extends ErrorRow, ErrorGuide {}
