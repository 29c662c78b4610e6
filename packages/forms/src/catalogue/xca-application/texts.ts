import { fixedText } from '../../define/fixed-text.ts';

/** Fixed texts of the printed 申請書, verbatim. */
export const texts = {
  email: fixedText(
    'X1',
    '如需寫入電子郵件信箱,請於收到卡片且完成開卡作業後,再至憑證作業之寫入憑證內安全電子郵件信箱功能進行寫入',
  ),
  schoolSeals: fixedText(
    'X2',
    '若組織團體為學校,則不需加蓋登記印鑑與負責人印鑑章;若送審後主管機關要求須加蓋學校印信,則依其主管機關之規定。',
  ),
  beforeSending: fixedText(
    'X3',
    '請務必確認申請之名稱是否正確,憑證一經核發即無法變更及退費。請將此申請書及公文一併寄送至初審註冊窗口,憑證申請諮詢服務專線:02-2192-7111。',
  ),
} as const;
