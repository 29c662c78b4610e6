import type { Council } from '../council.ts';

const BRIEFING = '高雄市議會「議員服務處公文電子化推廣說明會」資料 (108 年)';
const VERIFIED = '2026-11-23';

/** 高雄市議會. */
export const kaohsiung: Council = {
  id: 'kaohsiung',
  name: '高雄市議會',
  officeName: '高雄市議員{name}服務處',
  eligibility: [
    {
      value: { eligible: true, note: '高雄市議會自 108 年起擔任議員服務處之憑證主管機關。' },
      from: '2019-01-01',
      source: `${BRIEFING} L14`,
      verifiedOn: VERIFIED,
      confidence: 'high',
    },
  ],
  reviewWindow: [
    {
      value: { name: '高雄市議會', unit: '文書組', address: '830039高雄市鳳山區國泰路二段156號' },
      from: '2019-01-01',
      source: `${BRIEFING} L6, L439`,
      verifiedOn: VERIFIED,
      confidence: 'medium',
      caution: '寄件前請以「查詢遞件主管機關窗口」再確認單位名稱與地址。',
    },
  ],
  government: { name: '高雄市政府' },
  exchangeReview: [
    {
      value: { name: '高雄市政府秘書處', unit: '文書科' },
      from: '2019-01-01',
      source: `${BRIEFING} L658`,
      verifiedOn: VERIFIED,
      confidence: 'medium',
      caution: '同一份資料的另一處寫「高雄市政府行政暨國際處文書科」(L7)，現行單位名稱請先確認。',
    },
  ],
  exchangeCentre: '高雄市交換中心',
  agencyCode: [
    {
      value: '398000000A',
      source: '2014 年公開機關代碼清單 (g0v/addressbook.parser)',
      verifiedOn: VERIFIED,
      confidence: 'low',
      caution: '是否為 G2B2C-01「管理/主管機關代碼」應填之值，請向市議會文書組確認。',
    },
  ],
  codeInstruction: [
    {
      value: { scheme: 'XA', text: '機關代碼請填寫XA+OID末8碼' },
      from: '2019-01-01',
      source: `${BRIEFING} L663`,
      verifiedOn: VERIFIED,
      confidence: 'low',
      caution: '「OID末8碼」取哪 8 碼未見書面說明，請向初審窗口確認。',
    },
  ],
  downloads: 'https://www.kcc.gov.tw/Default.aspx › 便民服務 › 申請資訊及表單',
};
