import { type CheckOptions, type CheckResult, openReport } from './check.ts';
import { type Fee, fees } from './data/fees.ts';
import { tidyText } from './half-width.ts';
import { dateOfRules } from './rule-date.ts';

export type AmountCode = keyof typeof amountMessages;

export const amountMessages = {
  AMOUNT_FORMAT: '金額應為整數，例如 420 或 1,260 元。',
  AMOUNT_CARD_NUMBER: '這像是信用卡號或轉帳帳號，請勿填在這裡；請到繳費系統付款。',
  AMOUNT_NOT_FEE: '金額應為 {expected} 元（{count} 張 × {fee} 元）。',
  AMOUNT_NOT_MULTIPLE: '金額應為每張 {fee} 元的倍數。',
  AMOUNT_UNCONFIRMED: '每張 {fee} 元查證至 {verifiedOn}，付款前請以繳費系統為準。',
} as const;

export interface AmountOptions extends CheckOptions {
  /** Number of applications, each with one card and one 案件流水號. */
  readonly applications?: number;
}

/** The fee for one XCA card at a date (default: today in Taipei); the earliest known one for dates before it. */
export function cardFee(options: Pick<CheckOptions, 'asOf'> = {}): Fee | undefined {
  const asOf = dateOfRules(options);
  return fees.findLast(({ from }) => from <= asOf) ?? fees[0];
}

/** Reads `420`, `1,260 元` or `新臺幣420元整`; undefined for anything else. */
export function parseAmount(text: string): number | undefined {
  const [, digits] =
    /^(?:新[臺台]幣|NT\$|NTD)?(\d{1,3}(?:,\d{3})+|\d{1,9})元?整?$/.exec(tidyText(text).replace(/\s/g, '')) ??
    [];
  return digits === undefined ? undefined : Number(digits.replaceAll(',', ''));
}

/** Checks the amount (金額) of a card payment: the fee times the number of applications. Card numbers are never echoed. */
export function checkAmount(value: string, options: AmountOptions = {}): CheckResult<AmountCode> {
  const report = openReport(amountMessages, options, '憑證付費系統');
  if (typeof value === 'string' && /^\d{12,19}$/.test(tidyText(value).replace(/[\s-]/g, ''))) {
    report.add('error', 'AMOUNT_CARD_NUMBER');
    return report.done();
  }
  const tidy = report.read(value, (text) => String(parseAmount(text) ?? tidyText(text)));
  if (tidy === undefined) return report.done();
  const amount = parseAmount(tidy);
  const rule = cardFee(options);
  const { applications: count } = options;
  if (amount === undefined) report.add('error', 'AMOUNT_FORMAT');
  else if (rule) {
    const { amount: fee, confirmedUntil: verifiedOn } = rule;
    if (count !== undefined && amount !== fee * count) {
      report.add('error', 'AMOUNT_NOT_FEE', { expected: fee * count, count, fee });
    } else if (amount === 0 || amount % fee) report.add('error', 'AMOUNT_NOT_MULTIPLE', { fee });
    else if (dateOfRules(options) > verifiedOn) report.add('info', 'AMOUNT_UNCONFIRMED', { fee, verifiedOn });
  }
  return report.done(tidy);
}

/** True when the text, as it stands, is a whole multiple of the fee. */
export function isAmount(value: string, options: AmountOptions = {}): boolean {
  return checkAmount(value, { mode: 'strict', ...options }).ok;
}
