import { type CardErrorCode, cardErrors } from '../errors/card-errors.ts';

/** English messages of the coded errors, by code. */
const errors = Object.fromEntries(
  Object.entries(cardErrors).map(([code, entry]) => [code, entry.en]),
  // Object.fromEntries forgets the keys it was given.
) as Record<CardErrorCode, string>;

/** English messages by issue or error code; give it to `translateIssue` of `@kcc/validators`. */
export const en = { ...errors };
