/** Decides the exit code of a command line: document 1, usage 2, environment 3, trust 4, remote 5. */
export type ErrorCategory = 'document' | 'usage' | 'environment' | 'trust' | 'remote';

/** What is known about one error code. */
export interface ErrorEntry {
  /** Message for clerks, zh-TW: what happened and what to do; `{name}` is filled from the error's details. */
  readonly zh: string;
  readonly en: string;
  readonly category: ErrorCategory;
  readonly retryable: boolean;
  /** Thrown when. */
  readonly when: string;
  /** Likely reason. */
  readonly likely: string;
  /** How to resolve. */
  readonly resolve: string;
}
