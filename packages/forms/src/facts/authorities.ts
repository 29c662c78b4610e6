import type { DatedFacts } from './dated.ts';

/** Who reviews XCA applications a second time, makes and mails the card. */
export const certificateAuthority: DatedFacts<string> = [
  {
    value: '國家發展委員會',
    from: '2014-01-22',
    to: '2022-08-26',
    source: '說明會資料 L66–82',
    verifiedOn: '2026-11-23',
    confidence: 'medium',
  },
  {
    value: '數位發展部',
    from: '2022-08-27',
    source: 'xca.nat.gov.tw/web2/faq-02.html',
    verifiedOn: '2026-11-23',
    confidence: 'high',
  },
];

/** Who makes the only exchange software that the centre accepts and owns the G2B2C policy. */
export const exchangeAuthority: DatedFacts<string> = [
  {
    value: '國家發展委員會檔案管理局',
    from: '2014-01-22',
    source: '說明會資料 L624, L687',
    verifiedOn: '2026-11-23',
    confidence: 'high',
  },
];

/** Who collects the fee and issues the e-invoice for the CA. */
export const feeCollector: DatedFacts<string> = [
  {
    value: '中華電信股份有限公司數據通信分公司',
    from: '2019-01-01',
    source: '說明會資料 L386, L388',
    verifiedOn: '2026-11-23',
    confidence: 'medium',
  },
];
