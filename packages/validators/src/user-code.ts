import { type CheckOptions, type CheckResult, openReport } from './check.ts';

export type UserCodeCode = keyof typeof userCodeMessages;

export const userCodeMessages = {
  USER_CODE_LENGTH: '用戶代碼應為 6 至 10 個字元。',
  USER_CODE_CHARACTERS: '用戶代碼只能用半形英文字母、數字與符號，不可有空白、全形字或中文。',
} as const;

/** Checks a 用戶代碼 (user code): 6–10 printable ASCII, case-sensitive, never trimmed and never echoed. */
export function checkUserCode(value: string, options: CheckOptions = {}): CheckResult<UserCodeCode> {
  const report = openReport(userCodeMessages, options, 'xcaweb.nat.gov.tw/XCAPayment');
  const code = report.read(value, (text) => text);
  if (code === undefined) return report.done();
  if (!/^[!-~]+$/.test(code)) report.add('error', 'USER_CODE_CHARACTERS');
  if (code.length < 6 || code.length > 10) report.add('error', 'USER_CODE_LENGTH');
  return report.done();
}

/** True when the text can be a 用戶代碼. */
export function isUserCode(value: string): boolean {
  return checkUserCode(value).ok;
}
