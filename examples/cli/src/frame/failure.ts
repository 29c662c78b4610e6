import type { ExitCode } from './command.ts';

/** Category of a coded error, the same words in every package of the SDK. */
export type FailureCategory = 'document' | 'usage' | 'environment' | 'trust' | 'remote';

const EXIT_CODES = { document: 1, usage: 2, environment: 3, trust: 4, remote: 5 } as const satisfies Record<
  FailureCategory,
  ExitCode
>;

/** The shape of every coded error; packages throw their own classes of it. */
export interface CodedError extends Error {
  readonly code: string;
  readonly category: FailureCategory;
  readonly retryable: boolean;
  readonly details: Readonly<Record<string, unknown>>;
}

/** A coded error of the command line itself. */
export class CliError extends Error implements CodedError {
  override readonly name = 'CliError';
  readonly code: string;
  readonly category: FailureCategory;
  readonly retryable = false;
  readonly details: Readonly<Record<string, unknown>>;

  constructor(
    code: string,
    category: FailureCategory,
    message: string,
    details: Readonly<Record<string, unknown>> = {},
  ) {
    super(message);
    this.code = code;
    this.category = category;
    this.details = details;
  }
}

/** True for errors that say what they are. */
export function isCoded(error: unknown): error is CodedError {
  return (
    error instanceof Error &&
    'code' in error &&
    'category' in error &&
    typeof error.category === 'string' &&
    error.category in EXIT_CODES
  );
}

export function exitCodeOf(error: unknown): ExitCode {
  return isCoded(error) ? EXIT_CODES[error.category] : 3;
}
