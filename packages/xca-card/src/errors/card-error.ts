import { fillTemplate, type IssueParams } from '@kcc/validators';
import { type CardErrorCode, cardErrors } from './card-errors.ts';
import type { ErrorCategory } from './error-entry.ts';

export interface CardErrorOptions {
  /** Facts that fill the message and help a program; never a PIN, user code or key byte. */
  readonly details?: Readonly<Record<string, unknown>>;
  readonly cause?: unknown;
}

/**
 * The coded error of this package. `message` is zh-TW and follows from `code` and `details`; {@link cardErrors} says
 * when each code is thrown and how to resolve it.
 */
export class CardError extends Error {
  override readonly name = 'CardError';
  readonly code: CardErrorCode;
  readonly category: ErrorCategory;
  /** True when the same call may succeed later without anything being changed. Never true for a PIN. */
  readonly retryable: boolean;
  readonly details: Readonly<Record<string, unknown>>;

  constructor(code: CardErrorCode, options: CardErrorOptions = {}) {
    const entry = cardErrors[code];
    const details = options.details ?? {};
    super(
      fillTemplate(entry.zh, printable(details)),
      options.cause === undefined ? undefined : { cause: options.cause },
    );
    this.code = code;
    this.category = entry.category;
    this.retryable = entry.retryable;
    this.details = details;
  }
}

/** True for a {@link CardError}, also one from another copy of this package; with `code`, only for that code. */
export function isCardError(error: unknown, code?: CardErrorCode): error is CardError {
  if (!(error instanceof Error) || error.name !== 'CardError' || !('code' in error)) return false;
  return code === undefined || error.code === code;
}

/** The message of an error in English. */
export function englishMessage(error: CardError): string {
  return fillTemplate(cardErrors[error.code].en, printable(error.details));
}

function printable(details: Readonly<Record<string, unknown>>): IssueParams {
  const params: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(details)) {
    if (typeof value === 'string' || typeof value === 'number') params[name] = value;
  }
  return params;
}
