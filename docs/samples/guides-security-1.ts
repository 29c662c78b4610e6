// From docs/guides/security.md; written by docs/build/write-docs.ts.
import { CardError } from '@kcc/xca-card';

const error = new CardError('PIN_INCORRECT', { details: { retriesLeft: 2 } });
console.log(error.code, error.retryable, error.message); // PIN_INCORRECT false …（沒有 PIN）

export { error };
