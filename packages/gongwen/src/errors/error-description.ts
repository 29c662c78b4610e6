/** What kind of failure it is; the command line's exit code follows from it. */
export type ErrorCategory = 'document' | 'usage' | 'environment' | 'trust' | 'remote';

/** One row of the table of coded errors. */
export interface ErrorDescription {
  readonly zh: string;
  readonly en: string;
  readonly category: ErrorCategory;
  /** True when the same call may succeed later. */
  readonly retryable: boolean;
  /** Thrown when … */
  readonly when: string;
  /** Likely reason. */
  readonly likely: string;
  /** How to resolve. */
  readonly resolve: string;
}
