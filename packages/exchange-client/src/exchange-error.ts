import { fillTemplate } from '@kcc/validators';
import type { ErrorCategory } from './error-category.ts';
import { EXCHANGE_ERRORS, type ExchangeErrorCode } from './exchange-error-table.ts';

export interface ExchangeErrorOptions {
  /** Values for the message's places and for programs. Never a secret. */
  readonly details?: Readonly<Record<string, unknown>>;
  readonly cause?: unknown;
  /** Overrides the table's answer where the case is known better. */
  readonly retryable?: boolean;
}

/** A failure of the world, thrown by every part of this package; `code` says which, the table says what to do. */
export class ExchangeError extends Error {
  override readonly name = 'ExchangeError';
  readonly code: ExchangeErrorCode;
  readonly category: ErrorCategory;
  /** True when the same call may succeed later without any change. */
  readonly retryable: boolean;
  readonly details: Readonly<Record<string, unknown>>;

  /**
   * @param code - one of the codes of {@link EXCHANGE_ERRORS}
   * @param options - details, cause, and an override of `retryable`
   */
  constructor(code: ExchangeErrorCode, options: ExchangeErrorOptions = {}) {
    const entry = EXCHANGE_ERRORS[code];
    const details = options.details ?? {};
    super(
      fillTemplate(entry.zh, messageParams(details)),
      options.cause === undefined ? {} : { cause: options.cause },
    );
    this.code = code;
    this.category = entry.category;
    this.retryable = options.retryable ?? entry.retryable;
    this.details = details;
  }
}

/** The details that a message may show: words and numbers only. */
export function messageParams(details: Readonly<Record<string, unknown>>): Record<string, string | number> {
  const shown: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(details)) {
    if (typeof value === 'string' || typeof value === 'number') shown[name] = value;
    else if (Array.isArray(value)) shown[name] = value.join('、');
  }
  return shown;
}
