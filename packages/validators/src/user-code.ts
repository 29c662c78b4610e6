import { type CheckOptions, type CheckResult, type CodeOf, type Rule, runCheck } from './check.ts';

export const userCodeRules = [
  [
    'USER_CODE_CHARACTERS',
    '用戶代碼應為半形英文字母、數字與符號，不可有空白。',
    ({ secret }) => /[^!-~]/.test(secret),
  ],
  ['USER_CODE_LENGTH', '用戶代碼應為 6 至 10 個字元。', ({ secret }) => !/^.{6,10}$/.test(secret)],
] as const satisfies readonly Rule<{ readonly secret: string }, CheckOptions>[];

export type UserCodeCode = CodeOf<typeof userCodeRules>;

/** Checks a 用戶代碼 (user code): 6–10 printable ASCII, case-sensitive, never trimmed and never echoed. */
export function checkUserCode(value: string, options: CheckOptions = {}): CheckResult<UserCodeCode> {
  return runCheck(userCodeRules, value, options, String, (secret) => ({ secret, value: '' }), true);
}

/** True when the text can be a 用戶代碼. */
export function isUserCode(value: string): boolean {
  return checkUserCode(value).ok;
}
