/** Who has to act: 1 the document, 2 the caller, 3 the machine, 4 refused for trust, 5 the other side (CLI exit codes). */
export type CardErrorCategory = 'document' | 'usage' | 'environment' | 'trust' | 'remote';

/** What one error code means; every code has all of it. */
export interface ErrorEntry {
  /** Message for the person at the desk, zh-TW: what happened and what to do. `{name}` is filled from the details. */
  readonly zh: string;
  /** The same in English. */
  readonly en: string;
  readonly category: CardErrorCategory;
  /** True when the same call may succeed later without anyone changing the program or the PIN. */
  readonly retryable: boolean;
  /** Thrown when, for the developer. */
  readonly when: string;
  /** Likely reason. */
  readonly likely: string;
  /** How to resolve. */
  readonly resolve: string;
}
