import { defineForm } from '../../define/form.ts';
import { revocationRules } from './rules.ts';
import { revocationSections } from './sections.ts';
import { revocationSheet } from './sheet.ts';

/** 憑證廢止申請書: a minimal model, the original was never seen. */
export const xcaRevocation = defineForm({
  id: 'xca-revocation',
  title: '憑證廢止申請書',
  purpose: '廢止憑證：公文連同本申請書送初審註冊窗口，核准後 1 個工作天內廢止；急迫時先線上停用。',
  edition: 'unverified',
  effective: {},
  source: 'xca.nat.gov.tw/web2/card07.html（流程）；欄位為最小模型',
  verifiedOn: '2026-11-23',
  sections: revocationSections,
  rules: revocationRules,
  outputs: { sheet: revocationSheet },
  sources: ['D22', 'M8'],
  marks: [
    {
      id: '廢止申請書',
      kind: 'unverified',
      note: '官方表單內容未見過，欄位為最小模型；送件前請改用 XCA 網站下載的憑證廢止申請書。',
    },
  ],
});
