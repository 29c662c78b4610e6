import { CardError } from '../../errors/card-error.ts';
import type { CardErrorCode } from '../../errors/card-errors.ts';
import { vendorCodes } from './vendor-codes.ts';

/** A coded error with the numbers that a real card's PKCS#11 module and local service would have reported. */
export function softError(
  code: CardErrorCode,
  details: Readonly<Record<string, unknown>> & { readonly retriesLeft?: number } = {},
  cause?: unknown,
): CardError {
  return new CardError(code, { details: { ...details, ...vendorCodes(code, details.retriesLeft) }, cause });
}
