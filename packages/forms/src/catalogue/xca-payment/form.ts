import { defineForm } from '../../define/form.ts';
import { paymentRules } from './rules.ts';
import { paymentSections } from './sections.ts';
import { paymentSheet } from './sheet.ts';

/** Payment sheet: what to pay, for which cases, until when. Carries no card data and no account number. */
export const xcaPayment = defineForm({
  id: 'xca-payment',
  title: '憑證IC卡繳費單',
  purpose: '整理要繳的件數、金額、方式與期限；實際繳費在憑證付費系統，本表不收信用卡與帳號資料。',
  edition: '108',
  effective: { from: '2019-01-01' },
  source: '高雄市議會「議員服務處公文電子化推廣說明會」資料 (108 年) L363–411；xcaweb.nat.gov.tw/XCAPayment',
  verifiedOn: '2026-11-23',
  sections: paymentSections,
  rules: paymentRules,
  outputs: { sheet: paymentSheet },
  sources: ['D7', 'D8', 'D9', 'D10', 'G10', 'R4', 'R21', 'R24', 'R25', 'N1', 'N2', 'N3', 'N4', 'M3'],
  marks: [
    { id: 'G3', kind: 'repaired', note: '確認頁的流水號印成 26 位，依「共25碼」還原。' },
    { id: 'M4', kind: 'unverified', note: 'ATM 繳費期限的長度未公布，請照繳費系統顯示的期限填寫。' },
    { id: 'N1', kind: 'unverified', note: '每張 420 元為 108 年資料，以繳費系統顯示之金額為準。' },
  ],
});
