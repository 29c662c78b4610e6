import { fees } from '@kcc/validators';
import { type DatedFacts, factOn } from './dated.ts';

const VERIFIED = '2026-11-23';

/** 憑證IC卡 fee in New Taiwan dollars a card, registered post included: the table of `@kcc/validators` as dated facts. */
export const cardFees: DatedFacts<number> = fees.map(({ amount, from, confirmedUntil, source }) => ({
  value: amount,
  from,
  source,
  verifiedOn: VERIFIED,
  confidence: 'medium',
  caution: `來源確認至 ${confirmedUntil}；付款前以繳費系統顯示之金額為準。`,
}));

/** Remarks about fees that are not amounts. */
export const feeRemarks = [
  { id: 'N2', text: '以 ATM 或臨櫃繳款者，銀行手續費另計。' },
  { id: 'N3', text: '於臺灣銀行臨櫃繳款免手續費。' },
  { id: 'N4', text: '憑證一經核發即無法退費。' },
] as const;

/**
 * Amount (總金額) for a number of cards.
 *
 * @param cards number of cards = number of applications
 * @param asOf ISO date whose fee applies
 * @returns undefined when no fee is known for the day
 */
export function amountFor(cards: number, asOf: string): number | undefined {
  const fee = factOn(cardFees, asOf);
  return fee && fee.value * cards;
}
