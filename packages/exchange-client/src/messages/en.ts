import { EXCHANGE_ERRORS, type ExchangeErrorCode } from '../exchange-error-table.ts';
import { enIssues } from './en-issues.ts';

const errors = Object.fromEntries(
  Object.entries(EXCHANGE_ERRORS).map(([code, entry]) => [code, entry.en]),
  // Object.fromEntries forgets the keys it was given.
) as Record<ExchangeErrorCode, string>;

/** English messages by issue or error code; give it to `translateIssue` of `@kcc/validators`. */
export const en = { ...errors, ...enIssues };
