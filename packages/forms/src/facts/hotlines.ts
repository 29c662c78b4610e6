import type { DatedFacts } from './dated.ts';

export interface Hotline {
  readonly name: string;
  readonly phone: string;
  readonly hours?: string;
  readonly email?: string;
}

/** 憑證申請諮詢服務專線. */
export const xcaHotline: DatedFacts<Hotline> = [
  {
    value: { name: '憑證申請諮詢服務專線', phone: '02-2192-7111', hours: '08:30-18:00,例假日暫停服務' },
    from: '2019-01-01',
    source: '說明會資料 L348, L361',
    verifiedOn: '2026-11-23',
    confidence: 'high',
  },
];

/** 公文G2B2C資訊服務中心客服電話. */
export const g2b2cHotline: DatedFacts<Hotline> = [
  {
    value: { name: '公文G2B2C資訊服務中心', phone: '(02)2503-0030' },
    from: '2019-01-01',
    to: '2019-12-31',
    source: '說明會資料 L685',
    verifiedOn: '2026-11-23',
    confidence: 'high',
  },
  {
    value: { name: '公文G2B2C資訊服務中心', phone: '070-1016-0017', email: 'support@archives.gov.tw' },
    from: '2020-01-01',
    source: '檔案管理局 109 年通知',
    verifiedOn: '2026-11-23',
    confidence: 'medium',
    caution: '改號的確切日期未知。',
  },
];
