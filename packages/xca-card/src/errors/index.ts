export { CardError, type CardErrorOptions, englishMessage, isCardError } from './card-error.ts';
export { type CardErrorCode, cardErrors } from './card-errors.ts';
export type { ErrorCategory, ErrorEntry } from './error-entry.ts';
