import type { CardErrorCode } from '../../errors/card-errors.ts';
import { CKF, CKR, ckrOf, ckrText } from './cryptoki.ts';
import type { HostFailureData, TokenView } from './host-protocol.ts';

/** A coded failure inside the module process; crosses to the parent as data. */
export class HostFailure extends Error {
  readonly data: HostFailureData;

  constructor(code: CardErrorCode, details: HostFailureData['details'] = {}) {
    super(code);
    this.data = { code, details };
  }
}

const BY_CKR: Readonly<Record<number, CardErrorCode>> = {
  [CKR.CANCEL]: 'USER_CANCELLED',
  [CKR.FUNCTION_CANCELED]: 'USER_CANCELLED',
  [CKR.DEVICE_REMOVED]: 'CARD_REMOVED',
  [CKR.TOKEN_NOT_PRESENT]: 'CARD_REMOVED',
  [CKR.TOKEN_NOT_RECOGNIZED]: 'CARD_NOT_RECOGNIZED',
  [CKR.SESSION_CLOSED]: 'SESSION_CLOSED',
  [CKR.SESSION_HANDLE_INVALID]: 'SESSION_CLOSED',
  [CKR.USER_NOT_LOGGED_IN]: 'SESSION_CLOSED',
  [CKR.USER_PIN_NOT_INITIALIZED]: 'NOT_ACTIVATED',
  [CKR.PIN_LOCKED]: 'PIN_LOCKED',
  [CKR.PIN_EXPIRED]: 'PIN_EXPIRED',
  [CKR.PIN_INVALID]: 'PIN_FORMAT',
  [CKR.MECHANISM_INVALID]: 'MECHANISM_UNSUPPORTED',
  [CKR.MECHANISM_PARAM_INVALID]: 'MECHANISM_UNSUPPORTED',
  [CKR.ENCRYPTED_DATA_INVALID]: 'DECRYPT_FAILED',
  [CKR.ENCRYPTED_DATA_LEN_RANGE]: 'DECRYPT_FAILED',
};

/** Anything thrown by a Cryptoki function as a coded failure; CKR_FUNCTION_FAILED never becomes a wrong PIN. */
export function failureOf(error: unknown, what: string): HostFailure {
  if (error instanceof HostFailure) return error;
  const ckr = ckrOf(error);
  if (ckr === undefined) return new HostFailure('FUNCTION_FAILED', { function: what, ckr: 'none' });
  return new HostFailure(BY_CKR[ckr] ?? 'FUNCTION_FAILED', {
    function: what,
    ckr: ckrText(ckr),
    mechanism: what,
  });
}

/** How a kind of token counts PIN tries. */
export interface TryCounting {
  /** Tries in all; absent when the token never locks. */
  readonly tries?: number;
  /** Which CKF_USER_PIN_* flags the token keeps. */
  readonly flags: 'none' | 'last-try' | 'all';
}

/** PIN tries left as far as the token's flags tell it. */
export function triesLeft(flags: number, { tries, flags: kept }: TryCounting): number | undefined {
  if ((flags & CKF.USER_PIN_LOCKED) !== 0) return 0;
  if ((flags & CKF.USER_PIN_FINAL_TRY) !== 0) return 1;
  if (kept !== 'all' || tries === undefined) return undefined;
  if ((flags & CKF.USER_PIN_COUNT_LOW) === 0) return tries;
  return tries === 3 ? 2 : undefined;
}

/**
 * What a refused PIN means.
 *
 * @param vendor Vendor codes of this kind of card → tries left.
 * @param token Reads the token again, for its flags and PIN lengths.
 */
export function pinFailureOf(
  error: unknown,
  what: string,
  vendor: Readonly<Record<number, number>>,
  tries: number | undefined,
  token: () => TokenView | undefined,
): HostFailure {
  const ckr = ckrOf(error);
  const vendorLeft = ckr === undefined ? undefined : vendor[ckr];
  if (vendorLeft !== undefined) return new HostFailure('PIN_INCORRECT', { retriesLeft: vendorLeft });
  if (ckr === CKR.PIN_INCORRECT) {
    const left = triesLeft(token()?.flags ?? 0, { flags: 'none' }) ?? afterFailure(tries);
    if (left === 0) return new HostFailure('PIN_LOCKED');
    return new HostFailure('PIN_INCORRECT', left === undefined ? {} : { retriesLeft: left });
  }
  if (ckr === CKR.PIN_LEN_RANGE) {
    const view = token();
    return new HostFailure('PIN_LENGTH', { min: view?.minPin ?? 6, max: view?.maxPin ?? 8 });
  }
  return failureOf(error, what);
}

/** Right after a refusal, neither locked nor on the last try: of three tries two are left. */
function afterFailure(tries: number | undefined): number | undefined {
  return tries === 3 ? 2 : undefined;
}
