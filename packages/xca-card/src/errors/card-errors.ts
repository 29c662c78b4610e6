import { cardStateErrors } from './card-state-errors.ts';
import { driverErrors } from './driver-errors.ts';
import type { ErrorEntry } from './error-entry.ts';
import { reachErrors } from './reach-errors.ts';
import { trustErrors } from './trust-errors.ts';

/** Every error code of this package. */
export const cardErrors = {
  ...cardStateErrors,
  ...reachErrors,
  ...driverErrors,
  ...trustErrors,
} as const satisfies Record<string, ErrorEntry>;

export type CardErrorCode = keyof typeof cardErrors;
