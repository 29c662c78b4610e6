import type { CardErrorCode } from '../../errors/card-errors.ts';

/** Numbers that a real card's ways would have reported for the same failure. */
export interface VendorCodes {
  /** CK_RV of PKCS#11. */
  readonly ckr?: number;
  /** `ret_code` and `last_error` of the HiPKI local service. */
  readonly hipki?: { readonly retCode: number; readonly lastError: number };
}

const PIN_CKR: Readonly<Record<number, number>> = { 2: 0x80000002, 1: 0x80000001, 0: 0xa4 };
const LOGIN_FAILED = 0x76100006;

const CODES: Partial<Record<CardErrorCode, VendorCodes>> = {
  PIN_LOCKED: { ckr: 0xa4, hipki: { retCode: LOGIN_FAILED, lastError: 0xa4 } },
  PIN_LENGTH: { ckr: 0xa2, hipki: { retCode: LOGIN_FAILED, lastError: 0xa2 } },
  CARD_REMOVED: { ckr: 0x32, hipki: { retCode: 0x76000006, lastError: 0x32 } },
  CARD_NOT_FOUND: { ckr: 0xe0, hipki: { retCode: 0x76000006, lastError: 0xe0 } },
  READER_NOT_FOUND: { ckr: 0x03, hipki: { retCode: 0x76100003, lastError: 0x03 } },
  SESSION_CLOSED: { ckr: 0xb3, hipki: { retCode: 0x76000007, lastError: 0xb3 } },
  KEY_NOT_FOUND: { ckr: 0x82, hipki: { retCode: 0x7610000d, lastError: 0x82 } },
  MECHANISM_UNSUPPORTED: { ckr: 0x70, hipki: { retCode: 0x76300001, lastError: 0x70 } },
  FUNCTION_FAILED: { ckr: 0x06, hipki: { retCode: 0x76300004, lastError: 0x06 } },
  DECRYPT_FAILED: { ckr: 0x40, hipki: { retCode: 0x76400003, lastError: 0x40 } },
};

/** The vendor's numbers for a failure of the simulated card; empty where no number is known. */
export function vendorCodes(code: CardErrorCode, triesLeft?: number): VendorCodes {
  if (code === 'PIN_INCORRECT') {
    const ckr = PIN_CKR[triesLeft ?? 2] ?? 0xa0;
    return { ckr, hipki: { retCode: LOGIN_FAILED, lastError: ckr } };
  }
  return CODES[code] ?? {};
}
