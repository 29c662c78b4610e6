import { defineRule } from '../../define/define-rule.ts';
import type { FormRule } from '../../define/rule.ts';
import type { DataOf } from '../../define/section.ts';
import { factOn } from '../../facts/dated.ts';
import { cardFees } from '../../facts/fees.ts';
import type { PaymentSections } from './sections.ts';

export type PaymentData = DataOf<PaymentSections>;

export const paymentRules: readonly FormRule<PaymentData>[] = [
  defineRule<PaymentData>({
    id: 'CARDS_COUNT_DIFFERS',
    severity: 'error',
    title: '張數等於案件流水號的個數。',
    paths: ['/payment/cards', '/cases/caseNumbers'],
    sources: ['G7', 'R6'],
    find: ({ payment: { cards }, cases: { caseNumbers } }) =>
      cards !== undefined && caseNumbers !== undefined && cards !== caseNumbers.length
        ? { params: { cards, cases: caseNumbers.length } }
        : undefined,
  }),
  defineRule<PaymentData>({
    id: 'AMOUNT_DIFFERS',
    severity: 'error',
    title: '總金額等於每張費用乘以張數。',
    paths: ['/payment/amount', '/payment/cards'],
    sources: ['G8', 'R7', 'N1'],
    find: ({ payment: { cards, amount } }, { asOf }) => {
      const fee = factOn(cardFees, asOf)?.value;
      if (cards === undefined || amount === undefined || fee === undefined || amount === fee * cards)
        return undefined;
      return { params: { amount, cards, fee, expected: fee * cards } };
    },
  }),
  defineRule<PaymentData>({
    id: 'CASE_NUMBER_TWICE',
    severity: 'error',
    title: '同一件不重複繳費。',
    paths: ['/cases/caseNumbers'],
    sources: ['R21'],
    find: ({ cases: { caseNumbers = [] } }) =>
      [...new Set(caseNumbers.filter((each, place) => caseNumbers.indexOf(each) !== place))].map(
        (number) => ({
          params: { number },
        }),
      ),
  }),
  defineRule<PaymentData>({
    id: 'PAYMENT_DEADLINE_UNKNOWN',
    severity: 'warning',
    title: 'ATM 或臨櫃繳款有期限。',
    paths: ['/payment/deadline', '/payment/method'],
    sources: ['R23', 'M4'],
    find: ({ payment: { method, deadline, paidOn } }) =>
      method === 'ATM或臨櫃繳款' && deadline === undefined && paidOn === undefined ? {} : undefined,
  }),
  defineRule<PaymentData>({
    id: 'PAYMENT_DEADLINE_PASSED',
    severity: 'warning',
    title: '逾繳費期限，銷帳序號失效，須重新取得。',
    paths: ['/payment/deadline', '/payment/paidOn'],
    sources: ['R23', 'B5'],
    find: ({ payment: { deadline, paidOn } }, { asOf }) =>
      deadline !== undefined && (paidOn ?? asOf) > deadline ? { params: { deadline } } : undefined,
  }),
  defineRule<PaymentData>({
    id: 'PAY_BEFORE_SENDING',
    severity: 'info',
    title: '先繳費，再寄公文與申請書。',
    paths: ['/payment/paidOn'],
    sources: ['R22'],
    find: ({ payment }) => (payment.paidOn === undefined ? {} : undefined),
  }),
];
