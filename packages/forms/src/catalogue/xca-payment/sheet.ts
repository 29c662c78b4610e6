import { formatRocDate, parseCaseNumber } from '@kcc/validators';
import type { PrintContext } from '../../define/form.ts';
import type { DraftOf } from '../../define/section.ts';
import { factOn } from '../../facts/dated.ts';
import { cardFees, feeRemarks } from '../../facts/fees.ts';
import { xcaHotline } from '../../facts/hotlines.ts';
import { labelRow, paragraph, table, title } from '../../sheet/build.ts';
import type { Sheet } from '../../sheet/sheet.ts';
import type { PaymentData } from './rules.ts';

const roc = (iso: string | undefined): string => (iso === undefined ? '' : formatRocDate(iso, 'short'));

/** The payment sheet; serials in the five groups that the payment page asks for. */
export function paymentSheet({ cases, payment }: DraftOf<PaymentData>, { asOf }: PrintContext): Sheet {
  const grouped = (cases.caseNumbers ?? []).map((each) => parseCaseNumber(each)?.groups.join('-') ?? each);
  const fee = factOn(cardFees, asOf);
  const hotline = factOn(xcaHotline, asOf)?.value;
  return {
    title: '憑證IC卡繳費單',
    blocks: [
      title('憑證IC卡繳費單'),
      table(
        '繳費資料',
        [50, 120],
        [
          labelRow('案件流水號', grouped.join('\n'), 2),
          labelRow('申請方式', cases.kind ? '一般申請(將申請書連同公文送至登記之主管機關)' : '', 2),
          labelRow('組織名稱', cases.organisation ?? '', 2),
          labelRow('組織OID', cases.oid ?? '', 2),
          labelRow('此次憑證申請張數', payment.cards === undefined ? '' : `${payment.cards} 張`, 2),
          labelRow('總金額', payment.amount === undefined ? '' : `${payment.amount} 元`, 2),
          labelRow('繳費方式', payment.method ?? '', 2),
          labelRow('繳費期限', roc(payment.deadline), 2),
          labelRow('繳費日期', roc(payment.paidOn), 2),
        ],
      ),
      paragraph('注意事項', { bold: true, before: 10, after: 4 }),
      ...[
        ...(fee ? [`每張憑證IC卡 ${fee.value} 元，含掛號郵資。`] : []),
        ...feeRemarks.map(({ text }) => text),
        '每個案件流水號與繳費方式各自獨立，同一件請勿重複繳費。',
        '請先完成繳費，再寄送公文與申請書。',
        '電子發票於繳費後 3 至 5 個工作天內以電子郵件寄送。',
        '信用卡可用 VISA、MasterCard、JCB、銀聯卡；卡號與轉帳帳號只在繳費系統輸入，勿寫在本單。',
        ...(hotline ? [`${hotline.name}：${hotline.phone}`] : []),
      ].map((text, place) => paragraph(`${place + 1}. ${text}`, { hanging: 6, size: 11, after: 2 })),
    ],
  };
}
