import { type CheckOptions, type CheckResult, type CodeOf, type Rule, runCheck } from './check.ts';

export const pinRules = [
  [
    'PIN_CHARACTERS',
    'PIN 碼應為半形英文字母、數字與符號，不可有空白。',
    ({ secret }) => /[^!-~]/.test(secret),
  ],
  ['PIN_LENGTH', 'PIN 碼應為 6 至 8 個字元。', ({ secret }) => !/^.{6,8}$/.test(secret)],
] as const satisfies readonly Rule<{ readonly secret: string }, CheckOptions>[];

export type PinCode = CodeOf<typeof pinRules>;

/** Checks a card PIN (PIN 碼): 6–8 printable ASCII; that it be digits only is not stated. Never echoed. */
export function checkPin(value: string, options: CheckOptions = {}): CheckResult<PinCode> {
  return runCheck(pinRules, value, options, String, (secret) => ({ secret, value: '' }), true);
}

/** True when the text can be a PIN. */
export function isPin(value: string): boolean {
  return checkPin(value).ok;
}
