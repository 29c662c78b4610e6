/** Numbers of PKCS#11 v2.40 that this driver uses, under their names in the standard. */
export const CKR = {
  CANCEL: 0x01,
  GENERAL_ERROR: 0x05,
  FUNCTION_FAILED: 0x06,
  ARGUMENTS_BAD: 0x07,
  NEED_TO_CREATE_THREADS: 0x09,
  CANT_LOCK: 0x0a,
  DATA_INVALID: 0x20,
  DATA_LEN_RANGE: 0x21,
  DEVICE_ERROR: 0x30,
  DEVICE_REMOVED: 0x32,
  ENCRYPTED_DATA_INVALID: 0x40,
  ENCRYPTED_DATA_LEN_RANGE: 0x41,
  FUNCTION_CANCELED: 0x50,
  FUNCTION_NOT_SUPPORTED: 0x54,
  KEY_TYPE_INCONSISTENT: 0x63,
  KEY_FUNCTION_NOT_PERMITTED: 0x68,
  MECHANISM_INVALID: 0x70,
  MECHANISM_PARAM_INVALID: 0x71,
  OBJECT_HANDLE_INVALID: 0x82,
  KEY_HANDLE_INVALID: 0x60,
  PIN_INCORRECT: 0xa0,
  PIN_INVALID: 0xa1,
  PIN_LEN_RANGE: 0xa2,
  PIN_EXPIRED: 0xa3,
  PIN_LOCKED: 0xa4,
  SESSION_CLOSED: 0xb0,
  SESSION_HANDLE_INVALID: 0xb3,
  TOKEN_NOT_PRESENT: 0xe0,
  TOKEN_NOT_RECOGNIZED: 0xe1,
  USER_ALREADY_LOGGED_IN: 0x100,
  USER_NOT_LOGGED_IN: 0x101,
  USER_PIN_NOT_INITIALIZED: 0x102,
  BUFFER_TOO_SMALL: 0x150,
  CRYPTOKI_ALREADY_INITIALIZED: 0x191,
} as const;

export const CKF = {
  OS_LOCKING_OK: 0x02,
  TOKEN_PRESENT: 0x01,
  SERIAL_SESSION: 0x04,
  RW_SESSION: 0x02,
  TOKEN_INITIALIZED: 0x400,
  USER_PIN_COUNT_LOW: 0x10000,
  USER_PIN_FINAL_TRY: 0x20000,
  USER_PIN_LOCKED: 0x40000,
} as const;

export const CKA = {
  CLASS: 0x00,
  LABEL: 0x03,
  VALUE: 0x11,
  CERTIFICATE_TYPE: 0x80,
  ID: 0x102,
  ALWAYS_AUTHENTICATE: 0x202,
} as const;

export const CKO = { CERTIFICATE: 1, PRIVATE_KEY: 3 } as const;
export const CKU = { USER: 1, CONTEXT_SPECIFIC: 2 } as const;

export const CKM = {
  RSA_PKCS: 0x01,
  RSA_X_509: 0x03,
  RSA_PKCS_OAEP: 0x09,
  SHA1_RSA_PKCS: 0x06,
  SHA256_RSA_PKCS: 0x40,
  SHA384_RSA_PKCS: 0x41,
  SHA512_RSA_PKCS: 0x42,
  SHA_1: 0x220,
  SHA256: 0x250,
} as const;

export const CKG = { MGF1_SHA1: 1, MGF1_SHA256: 2 } as const;
export const CKZ_DATA_SPECIFIED = 1;

/**
 * A CKR as an unsigned 32-bit number. Vendor codes also arrive as negative 32-bit numbers or, on 64-bit systems,
 * sign-extended to 64 bits; the lower half is the code in each case.
 */
export function normalizeCkr(value: number | bigint): number {
  if (typeof value === 'bigint') return Number(BigInt.asUintN(32, value));
  return Number.isSafeInteger(value) ? Number(BigInt.asUintN(32, BigInt(value))) : 0;
}

/**
 * The CKR of an error that `pkcs11js` throws, undefined for other errors. The digits are read from the text: as a
 * number a sign-extended code has lost its last bits.
 */
export function ckrOf(error: unknown): number | undefined {
  if (!(error instanceof Error)) return undefined;
  const text = /CKR_[A-Z0-9_]+:(-?\d{1,20})/.exec(`${error.message}\n${error.stack ?? ''}`)?.[1];
  if (text !== undefined) return normalizeCkr(BigInt(text));
  const code = 'code' in error && typeof error.code === 'number' ? error.code : 0;
  return code === 0 ? undefined : normalizeCkr(code);
}

/** `0x000000A0`. */
export function ckrText(ckr: number): string {
  return `0x${ckr.toString(16).toUpperCase().padStart(8, '0')}`;
}
