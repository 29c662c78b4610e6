import { labelOf, type ProtocolFailure, RET } from './codes.ts';

/** An answer as it goes over the wire. */
export type Answer = Readonly<Record<string, unknown>>;

/**
 * `version` is what pages compare, number by number, with the least version they want; it must look like the official
 * component's. `serverVersion` is free text and says what answers.
 */
export const VERSION = {
  version: '1.3.4.103328',
  serverVersion: 'kcc-signer 0.0.0: development stand-in, NOT the official HiPKI component',
} as const;

export function success(func: string, fields: Answer = {}): Answer {
  return { func, ret_code: RET.ok, last_error: 0, ...fields, ...VERSION };
}

export function refusal(func: string, { retCode, lastError }: ProtocolFailure): Answer {
  return { func, ret_code: retCode, last_error: lastError, message: labelOf(retCode), ...VERSION };
}
