import { defineForm } from '../../define/form.ts';
import { connectionRules } from './rules.ts';
import { connectionSections } from './sections.ts';
import { connectionSheet } from './sheet.ts';

/** G2B2C-01: application for the exchange connection. The source is heavily damaged; see its marks. */
export const g2b2c01 = defineForm({
  id: 'g2b2c-01',
  title: '公文G2B2C資訊服務中心電子交換連線申請表',
  purpose: '申請公文電子交換連線：填寫機關代碼、聯絡人、憑證與固定 IP，蓋申請機關印信後經市議會轉送。',
  edition: '108.05.08',
  effective: { from: '2019-05-08' },
  source: '高雄市議會「議員服務處公文電子化推廣說明會」資料 (108 年) L661–687',
  verifiedOn: '2026-11-23',
  sections: connectionSections,
  rules: connectionRules,
  outputs: { sheet: connectionSheet },
  sources: ['D16', 'K1', 'K2', 'K13', 'K14', 'K15', 'K17', 'K20', 'K21', 'C12'],
  marks: [
    { id: 'K1', kind: 'repaired', note: '表號與版次由殘字讀為 G2B2C-01 108.05.08，其後另有一記號無法辨識。' },
    { id: 'K4', kind: 'unverified', note: '市議會的管理/主管機關代碼未經確認。' },
    { id: 'K11', kind: 'unverified', note: '憑證資料欄只有「憑證卡」「文」等字可辨，卡號與選項為推測。' },
    { id: 'K13', kind: 'unverified', note: '註 1（由誰用印）無法還原，未印出。' },
    {
      id: 'K14',
      kind: 'unverified',
      note: '表上註記（XC＋統編）與市議會投影片（XA＋OID 末 8 碼）不同，無統編者請先詢問。',
    },
    { id: 'K15', kind: 'repaired', note: '註 3 只印出可辨識的前半，點次與但書缺漏。' },
    { id: 'K18', kind: 'unverified', note: '客服人員填寫欄的選項無法還原，留白。' },
    { id: 'K21', kind: 'repaired', note: '頁尾 IP 一對一之說明依文意整理，非逐字。' },
    {
      id: 'K20',
      kind: 'outdated',
      note: '原表電話為 (02)2503-0030，109 年後改為 070-1016-0017；依填表日期印出。',
    },
  ],
});
