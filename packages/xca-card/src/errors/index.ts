export type { CardErrorCode, CardErrorDetails } from './card-error.ts';
export { CARD_ERRORS, CardError, describeCardError, isCardError } from './card-error.ts';
export type { CardErrorCategory, ErrorEntry } from './error-entry.ts';
