import { type CardErrorCode, isCardError } from '@kcc/xca-card';
import { describeHipkiCode } from '@kcc/xca-card/hipki';

/** `ret_code` of the answers that this service gives by itself. */
export const RET = {
  ok: 0,
  noContent: 0x76000003,
  noCipher: 0x76000004,
  noCard: 0x76000006,
  tooLarge: 0x7600000a,
  badJson: 0x7600000b,
  badParameter: 0x7600000c,
  failed: 0x7600000d,
  unsupported: 0x7600000e,
  forbiddenDomain: 0x7600000f,
  untrustedSite: 0x76000031,
  cancelled: 0x76000999,
  noReader: 0x76100003,
  loginFailed: 0x76100006,
  noKey: 0x7610000d,
  signatureType: 0x76300002,
  badContent: 0x76300003,
  notYetValid: 0x76500001,
  expired: 0x76500002,
  badBase64: 0x76600002,
} as const;

/** A refusal or failure in the protocol's own numbers. */
export class ProtocolFailure extends Error {
  override readonly name = 'ProtocolFailure';
  readonly retCode: number;
  /** CKR, 0 where there is none. */
  readonly lastError: number;

  constructor(retCode: number, lastError = 0) {
    super(labelOf(retCode));
    this.retCode = retCode;
    this.lastError = lastError;
  }
}

/** What a code means, zh-TW. */
export function labelOf(retCode: number): string {
  return describeHipkiCode(retCode)?.zh ?? `0x${retCode.toString(16).toUpperCase()}`;
}

/** Card errors → `[ret_code, last_error]`; a wrong PIN depends on the tries left and is not here. */
const CODES: Partial<Record<CardErrorCode, readonly [number, number]>> = {
  PIN_LOCKED: [RET.loginFailed, 0xa4],
  // Nothing was sent, because the person did not consent to the last try.
  PIN_LAST_TRY: [RET.cancelled, 0],
  PIN_LENGTH: [RET.loginFailed, 0xa2],
  PIN_FORMAT: [0x83000105, 0xa1],
  CARD_NOT_FOUND: [RET.noCard, 0xe0],
  CARD_REMOVED: [RET.noCard, 0x32],
  CARD_NOT_RECOGNIZED: [0x83000100, 0],
  READER_NOT_FOUND: [RET.noReader, 0x03],
  SESSION_CLOSED: [0x76000007, 0xb3],
  NOT_ACTIVATED: [RET.loginFailed, 0x102],
  KEY_NOT_FOUND: [RET.noKey, 0x82],
  CERTIFICATE_NOT_FOUND: [0x7610000c, 0x82],
  MECHANISM_UNSUPPORTED: [RET.signatureType, 0x70],
  SIGNER_UNFIT: [0x76300005, 0],
  FUNCTION_FAILED: [0x76300004, 0x06],
  DECRYPT_FAILED: [0x76400003, 0x40],
  CMS_DECRYPT_FAILED: [0x76400003, 0x40],
  CMS_NOT_RECIPIENT: [0x76400003, 0x40],
  CMS_MALFORMED: [0x76400001, 0],
  CMS_UNSUPPORTED: [0x76400002, 0],
  MODULE_FAILED: [0x76100001, 0],
  MODULE_NOT_FOUND: [0x76100001, 0],
};

const WRONG_PIN: Readonly<Record<number, number>> = { 2: 0x80000002, 1: 0x80000001, 0: 0xa4 };

/** Any error as a failure of the protocol; what has no code of its own is 0x7600000D. */
export function failureOf(error: unknown): ProtocolFailure {
  if (error instanceof ProtocolFailure) return error;
  if (!isCardError(error)) return new ProtocolFailure(RET.failed);
  if (error.code === 'PIN_INCORRECT') {
    const { retriesLeft } = error.details;
    const known = typeof retriesLeft === 'number' ? WRONG_PIN[retriesLeft] : undefined;
    return new ProtocolFailure(RET.loginFailed, known ?? 0xa0);
  }
  const [retCode, lastError] = CODES[error.code] ?? [RET.failed, 0];
  return new ProtocolFailure(retCode, lastError);
}
