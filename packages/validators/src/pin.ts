import { type CheckOptions, type CheckResult, openReport } from './check.ts';

export type PinCode = keyof typeof pinMessages;

export const pinMessages = {
  PIN_LENGTH: 'PIN 碼應為 6 至 8 個字元。',
  PIN_CHARACTERS: 'PIN 碼不可有空白、全形字或中文。',
} as const;

/** Checks a card PIN (PIN 碼): 6–8 printable ASCII; that it be digits only is not stated. Never echoed. */
export function checkPin(value: string, options: CheckOptions = {}): CheckResult<PinCode> {
  const report = openReport(pinMessages, options, '開卡作業頁');
  const pin = report.read(value, (text) => text);
  if (pin === undefined) return report.done();
  if (!/^[!-~]+$/.test(pin)) report.add('error', 'PIN_CHARACTERS');
  if (pin.length < 6 || pin.length > 8) report.add('error', 'PIN_LENGTH');
  return report.done();
}

/** True when the text can be a PIN. */
export function isPin(value: string): boolean {
  return checkPin(value).ok;
}
