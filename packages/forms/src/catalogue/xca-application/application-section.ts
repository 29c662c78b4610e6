import { z } from 'zod';
import { type Choice, optional, required } from '../../define/field.ts';
import { section } from '../../define/section.ts';
import { dateCheck, isoDate } from '../../fields/date.ts';
import { caseNumber, caseNumberCheck } from '../../fields/identifier.ts';
import { ticked } from '../../fields/text.ts';

export type CardKind = '正卡' | '附卡';

const kinds: readonly Choice[] = [
  { value: '正卡', label: '我要申請正卡' },
  { value: '附卡', label: '我要申請附卡' },
];

/** Steps 1 and 2 of the web form and the head of the printed one. */
export const applicationSection = (kind: CardKind) =>
  section({
    title: '申請',
    intro: '選擇卡片種類、同意用戶約定條款；案號於上傳資料後由系統給號。',
    fields: {
      cardKind: required({
        label: '申請的卡片類別',
        schema: z.literal(kind),
        initial: kind,
        widget: 'radio',
        choices: kinds.filter(({ value }) => value === kind),
        hint: '一個組織只有一張正卡，附卡可有多張；一件申請一張卡。',
        sources: ['W3'],
      }),
      agreedToTerms: required({
        label: '我同意用戶約定條款',
        schema: ticked,
        widget: 'checkbox',
        hint: '請先閱讀 xca.nat.gov.tw 上的用戶約定條款全文，再勾選同意。',
        sources: ['D2'],
      }),
      caseNumber: optional({
        label: '申請案號',
        schema: caseNumber,
        check: caseNumberCheck,
        widget: 'case-number',
        inputMode: 'numeric',
        example: '0400100000000000000080067',
        hint: '25 位數字，於完成上傳後顯示；可依任何分組貼上。',
        sources: ['E1', 'C1'],
      }),
      filledOn: required({
        label: '填寫日期',
        schema: isoDate,
        check: dateCheck,
        widget: 'roc-date',
        example: '2019-10-07',
        hint: '例如 108年10月7日。',
        sources: ['E2'],
      }),
      uploaded: optional({
        label: '已上傳申請資料',
        schema: z.boolean(),
        widget: 'checkbox',
        hint: '務必先上傳申請資料，再列印申請書。',
        sources: ['W19'],
      }),
    },
  });
