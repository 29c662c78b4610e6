import { defineForm } from '../../define/form.ts';
import { applicationRules } from './rules.ts';
import { applicationSections } from './sections.ts';
import { applicationSheet } from './sheet.ts';

const facts = {
  edition: '108',
  effective: { from: '2019-01-01' },
  source: '高雄市議會「議員服務處公文電子化推廣說明會」資料 (108 年) L236–348；xca.nat.gov.tw',
  verifiedOn: '2026-11-23',
  rules: applicationRules,
} as const;

/** 組織及團體憑證IC卡正卡併案申請書. */
export const xcaApplicationPrimary = defineForm({
  ...facts,
  id: 'xca-application-primary',
  title: '組織及團體憑證IC卡正卡併案申請書',
  purpose: '向組織及團體憑證管理中心（XCA）申請正卡：上網填寫、上傳後列印蓋章，隨函送市議會初審。',
  sections: applicationSections('正卡'),
  outputs: { sheet: (data, context) => applicationSheet('正卡', data, context) },
  sources: ['D3', 'D5', 'E7', 'X1', 'X2', 'X3'],
  marks: [
    {
      id: 'E12',
      kind: 'repaired',
      note: '聯絡人的「憑證用途、電子郵件信箱、通訊地址」三個欄名於掃描文字中缺漏，依網頁欄名補上。',
    },
    {
      id: 'W6',
      kind: 'unverified',
      note: '統一編號與學校機關代碼之間有一空白列，用途不明，未列為欄位。',
    },
  ],
});

/** 附卡 application: the printed form was never seen, it is taken to differ in the card's kind only. */
export const xcaApplicationSecondary = defineForm({
  ...facts,
  id: 'xca-application-secondary',
  title: '組織及團體憑證IC卡附卡併案申請書',
  purpose: '為其他流程或系統申請附卡，減少共用一張卡；每張附卡一件申請。',
  sections: applicationSections('附卡'),
  outputs: { sheet: (data, context) => applicationSheet('附卡', data, context) },
  sources: ['D4', 'X1', 'X2', 'X3', 'Q6'],
  marks: [
    {
      id: 'D4',
      kind: 'unverified',
      note: '附卡申請書的紙本未見過；標題與版面比照正卡申請書，請以系統印出者為準。',
    },
    {
      id: 'E12',
      kind: 'repaired',
      note: '聯絡人的「憑證用途、電子郵件信箱、通訊地址」三個欄名於掃描文字中缺漏，依網頁欄名補上。',
    },
  ],
});
