import type { CardErrorCode } from '../../../errors/card-errors.ts';
import type { ErrorCategory } from '../../../errors/error-entry.ts';
import { cardAccessCodes } from './card-access-codes.ts';
import { cardCommandCodes } from './card-command-codes.ts';
import { clientCodes } from './client-codes.ts';
import type { CodeRow } from './code-row.ts';
import { componentCodes } from './component-codes.ts';
import { cryptoCodes } from './crypto-codes.ts';
import { type NextStepName, nextSteps } from './next-steps.ts';
import { requestCodes } from './request-codes.ts';
import { serverCodes } from './server-codes.ts';
import { storeCodes } from './store-codes.ts';
import { writingCodes } from './writing-codes.ts';

/** What is known about one code of the local service. */
export interface HipkiCode {
  /** Unsigned 32 bit. */
  readonly code: number;
  /** `0x76100006`; decimal for the codes of the vendor's browser client. */
  readonly text: string;
  readonly zh: string;
  readonly en: string;
  readonly category: ErrorCategory;
  /** What to do next. */
  readonly next: { readonly zh: string; readonly en: string };
  /** The coded error that this SDK throws for it, when there is one of that meaning. */
  readonly error?: CardErrorCode;
}

/** `ret_code` of every reply of the local service. */
export const hipkiCodes: readonly HipkiCode[] = [
  ...requestCodes,
  ...cardAccessCodes,
  ...cryptoCodes,
  ...writingCodes,
  ...cardCommandCodes,
  ...serverCodes,
  ...componentCodes,
  ...storeCodes,
].map((row) => entry(row, hexOf(row[0])));

/** Codes of the vendor's browser client, for help desks; this SDK never produces them. */
export const hipkiClientCodes: readonly HipkiCode[] = clientCodes.map((row) => entry(row, String(row[0])));

/**
 * What a `ret_code` means.
 *
 * @param code As it arrives: unsigned, or negative 32 bit.
 */
export function describeHipkiCode(code: number): HipkiCode | undefined {
  const unsigned = unsigned32(code);
  return hipkiCodes.find((known) => known.code === unsigned);
}

/** A 32-bit number without sign; the service writes codes above 0x7FFFFFFF as negative numbers at times. */
export function unsigned32(code: number): number {
  return code >>> 0;
}

export function hexOf(code: number): string {
  return `0x${unsigned32(code).toString(16).toUpperCase().padStart(8, '0')}`;
}

function entry([code, zh, en, next, error]: CodeRow, text: string): HipkiCode {
  const step = nextSteps[next satisfies NextStepName];
  return {
    code,
    text,
    zh,
    en,
    category: step.category,
    next: { zh: step.zh, en: step.en },
    ...(error === undefined ? {} : { error }),
  };
}
