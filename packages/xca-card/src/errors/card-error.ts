import { fillTemplate } from '@kcc/validators';
import { CARD_CODES } from './card-codes.ts';
import { DRIVER_CODES } from './driver-codes.ts';
import type { CardErrorCategory, ErrorEntry } from './error-entry.ts';

/** Every coded error of this package: thrown when, likely reason, how to resolve. */
export const CARD_ERRORS = { ...CARD_CODES, ...DRIVER_CODES } as const satisfies Readonly<
  Record<string, ErrorEntry>
>;

export type CardErrorCode = keyof typeof CARD_ERRORS;

/** Facts about one failure that a program may act on. Never a PIN, user code or key. */
export type CardErrorDetails = Readonly<Record<string, unknown>>;

/** The card, its reader, module or service did not cooperate. */
export class CardError extends Error {
  override readonly name = 'CardError';
  readonly code: CardErrorCode;
  readonly category: CardErrorCategory;
  /** True when the same call may succeed later, for example after an insertion. Never true for a refused PIN. */
  readonly retryable: boolean;
  readonly details: CardErrorDetails;

  /**
   * @param code One of {@link CARD_ERRORS}.
   * @param details Values for the message and for programs; never a secret.
   */
  constructor(code: CardErrorCode, details: CardErrorDetails = {}, options?: { readonly cause?: unknown }) {
    const entry: ErrorEntry = CARD_ERRORS[code];
    super(describeCardError(code, details), options);
    this.code = code;
    this.category = entry.category;
    this.retryable = entry.retryable;
    this.details = details;
  }
}

const UNKNOWN = { zh: '不明', en: 'unknown' } as const;

/** The message of a code for a person; places without a value say that it is unknown. */
export function describeCardError(
  code: CardErrorCode,
  details: CardErrorDetails = {},
  lang: 'zh' | 'en' = 'zh',
): string {
  const params: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(details)) {
    if (typeof value === 'string' || typeof value === 'number') params[name] = value;
  }
  return fillTemplate(CARD_ERRORS[code][lang], params).replace(/\{\w+\}/g, UNKNOWN[lang]);
}

/** True for a {@link CardError}, of the given code when one is named. */
export function isCardError(error: unknown, code?: CardErrorCode): error is CardError {
  return error instanceof CardError && (code === undefined || error.code === code);
}
