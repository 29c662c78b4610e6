import { CardError } from '../../errors/card-error.ts';

/**
 * The bytes of a user code (用戶代碼): 6 to 10 printable ASCII characters, case-sensitive.
 *
 * @throws CardError `USER_CODE_FORMAT`: nothing was tried
 */
export function checkUserCode(userCode: string): Uint8Array {
  if (!/^[\x21-\x7e]{6,10}$/.test(userCode)) throw new CardError('USER_CODE_FORMAT');
  return new TextEncoder().encode(userCode);
}
