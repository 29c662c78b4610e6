import { type CheckOptions, type CheckResult, type CodeOf, type Rule, runCheck } from './check.ts';
import { type Fee, fees } from './data/fees.ts';
import { tidyText } from './half-width.ts';
import { dateOfRules } from './rule-date.ts';

export const amountRules = [
  ['AMOUNT_CARD_NUMBER', '這像是卡號或轉帳帳號，請勿填寫。', ({ value }) => value === ''],
  ['AMOUNT_FORMAT', '金額應如 420 或 1,260 元。', ({ amount }) => amount === undefined],
  [
    'AMOUNT_NOT_FEE',
    '金額應為每張 {fee} 元乘以張數。',
    ({ amount = 0 }, options) => {
      const { amount: fee } = cardFee(options);
      const { applications } = options;
      return (applications ? amount !== fee * applications : !amount || amount % fee > 0) && { fee };
    },
  ],
  [
    'AMOUNT_UNCONFIRMED',
    '每張 {fee} 元查證至 {date}，請核對。',
    (_, options) => {
      const { amount: fee, confirmedUntil: date } = cardFee(options);
      return dateOfRules(options) > date && { fee, date };
    },
    'info',
  ],
] as const satisfies readonly Rule<AmountSubject, AmountOptions>[];

export type AmountCode = CodeOf<typeof amountRules>;

/** What the rules look at; `value` is emptied for what may be a card number. */
interface AmountSubject {
  readonly amount?: number | undefined;
  readonly value?: string;
}

export interface AmountOptions extends CheckOptions {
  /** Number of applications, each with one card and one 案件流水號. */
  readonly applications?: number;
}

/** The fee for one XCA card at a date (default: today in Taipei); the earliest known one for dates before it. */
export function cardFee(options: Pick<CheckOptions, 'asOf'> = {}): Fee {
  const asOf = dateOfRules(options);
  return fees.findLast(({ from }) => from <= asOf) ?? fees[0];
}

/** Reads `420`, `1,260 元` or `新臺幣420元整`; undefined for anything else. */
export function parseAmount(text: string): number | undefined {
  const [, digits] =
    /^(?:新[臺台]幣)?(\d{1,3}(?:,\d{3})+|\d{1,9})元?整?$/.exec(tidyText(text).replace(/\s/g, '')) ?? [];
  return digits === undefined ? undefined : Number(digits.replaceAll(',', ''));
}

/** Checks the amount (金額) of a card payment: the fee times the number of applications. Card numbers are never echoed. */
export function checkAmount(value: string, options: AmountOptions = {}): CheckResult<AmountCode> {
  return runCheck(amountRules, value, options, tidyAmount, (text) => ({
    amount: parseAmount(text),
    ...(/^[\d -]{12,}$/.test(text) && { value: '' }),
  }));
}

const tidyAmount = (text: string): string => String(parseAmount(text) ?? tidyText(text));

/** True when the text, as it stands, is a whole multiple of the fee. */
export function isAmount(value: string, options: AmountOptions = {}): boolean {
  return checkAmount(value, { mode: 'strict', ...options }).ok;
}
