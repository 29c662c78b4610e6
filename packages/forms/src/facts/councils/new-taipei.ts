import type { Council } from '../council.ts';

/** 新北市議會: offices asked in 103 (2014) and were refused; nothing newer is known. */
export const newTaipei: Council = {
  id: 'new-taipei',
  name: '新北市議會',
  officeName: '新北市議員{name}服務處',
  eligibility: [
    {
      value: {
        eligible: false,
        note: '新北市於 103 年詢問時未獲同意；之後有無變更未知，請向新北市議會確認。',
      },
      from: '2014-01-01',
      source: '高雄市議會「議員服務處公文電子化推廣說明會」資料 (108 年) L13',
      verifiedOn: '2026-11-23',
      confidence: 'medium',
      caution: '103 年的資料，現況請先詢問。',
    },
  ],
  reviewWindow: [],
  government: { name: '新北市政府' },
  exchangeReview: [],
  exchangeCentre: '新北市交換中心',
  agencyCode: [],
  codeInstruction: [],
};
