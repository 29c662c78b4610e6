import { z } from 'zod';
import { optional, required } from '../../define/field.ts';
import { section } from '../../define/section.ts';
import { dateCheck, isoDate } from '../../fields/date.ts';
import { caseNumbers, caseNumbersCheck, oid, oidCheck } from '../../fields/identifier.ts';
import { organisationNameCheck } from '../../fields/name.ts';
import { line } from '../../fields/text.ts';

/** Most cards of one payment. */
const MOST_CARDS = 21;

export const paymentSections = {
  cases: section({
    title: '申請案件',
    intro: '每個流水號各自繳費，同一件請勿重複繳費。',
    fields: {
      caseNumbers: required({
        label: '案件流水號',
        schema: caseNumbers(MOST_CARDS).min(1),
        check: caseNumbersCheck,
        widget: 'case-numbers',
        inputMode: 'numeric',
        example: ['0400100000000000000080067'],
        hint: '25 位數字，任何分組都可貼上；一行一個。',
        sources: ['G1', 'G3', 'R20'],
      }),
      kind: required({
        label: '申請方式',
        schema: z.literal('一般申請'),
        initial: '一般申請',
        widget: 'radio',
        choices: [{ value: '一般申請', label: '一般申請(將申請書連同公文送至登記之主管機關)' }],
        sources: ['G4'],
      }),
      organisation: required({
        label: '組織名稱',
        schema: line(80),
        check: organisationNameCheck,
        example: '高雄市議員○○○服務處',
        profile: 'office.name',
        sources: ['G5'],
      }),
      oid: optional({
        label: '組織OID',
        schema: oid,
        check: oidCheck,
        widget: 'code',
        hint: '繳費頁顯示 999 表示尚未編入，請留空。',
        profile: 'office.oid',
        sources: ['G6', 'C7'],
      }),
    },
  }),
  payment: section({
    title: '繳費',
    fields: {
      cards: required({
        label: '此次憑證申請張數',
        schema: z.int().min(1).max(MOST_CARDS),
        inputMode: 'numeric',
        example: 1,
        hint: '張數等於案件流水號的個數。',
        sources: ['G7'],
      }),
      amount: required({
        label: '總金額',
        schema: z.int().min(0).max(1_000_000),
        inputMode: 'numeric',
        example: 420,
        hint: '新臺幣元；每張 420 元乘以張數。',
        sources: ['G8', 'N1', 'R7'],
      }),
      method: required({
        label: '繳費方式',
        schema: z.enum(['信用卡付費', 'ATM或臨櫃繳款']),
        widget: 'radio',
        choices: ['信用卡付費', 'ATM或臨櫃繳款'].map((value) => ({ value, label: value })),
        hint: '信用卡可用 VISA、MasterCard、JCB、銀聯卡；卡號只在繳費系統輸入。',
        sources: ['G9', 'G10'],
      }),
      deadline: optional({
        label: '繳費期限',
        schema: isoDate,
        check: dateCheck,
        widget: 'roc-date',
        hint: 'ATM 或臨櫃繳款時，系統會給銷帳序號(轉帳帳號)與期限；逾期序號失效，須重新取得。',
        sources: ['G11', 'R23', 'M4'],
      }),
      paidOn: optional({
        label: '繳費日期',
        schema: isoDate,
        check: dateCheck,
        widget: 'roc-date',
        hint: '繳費後填寫；電子發票於 3 至 5 個工作天內寄到電子信箱。',
        sources: ['R22', 'R25'],
      }),
    },
  }),
};

export type PaymentSections = typeof paymentSections;
