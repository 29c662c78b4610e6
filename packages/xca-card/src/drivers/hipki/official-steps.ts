/** Something that only the certification authority's own site can do with a card. */
export interface OfficialStep {
  readonly id: 'activate' | 'unlock' | 'reset-pin' | 'renew' | 'revoke';
  readonly zh: string;
  readonly en: string;
  /** Start page of the authority; the path of the step itself changes and is not given. */
  readonly link: string;
  /** Why no third party program does it. */
  readonly whyZh: string;
  readonly whyEn: string;
}

const SITE = 'https://xca.nat.gov.tw/';
const WHY_ZH =
  '這一步由憑證管理中心的卡管系統、註冊中心與元件三方交換加封資料完成，其他程式無法也不應代做；做錯可能使卡片無法復原。';
const WHY_EN =
  'The authority’s card management, its registration authority and the service exchange sealed data for it. No other program can or should take their place: a mistake may ruin the card.';

/** The steps of a card’s life for which this SDK links and explains, and imitates nothing. */
export const officialSteps: readonly OfficialStep[] = [
  { id: 'activate', zh: '開卡', en: 'activate the card', link: SITE, whyZh: WHY_ZH, whyEn: WHY_EN },
  { id: 'unlock', zh: '鎖卡解碼', en: 'unlock the PIN', link: SITE, whyZh: WHY_ZH, whyEn: WHY_EN },
  {
    id: 'reset-pin',
    zh: '忘記 PIN 碼重設',
    en: 'reset a forgotten PIN',
    link: SITE,
    whyZh: WHY_ZH,
    whyEn: WHY_EN,
  },
  { id: 'renew', zh: '憑證展期', en: 'renew the certificates', link: SITE, whyZh: WHY_ZH, whyEn: WHY_EN },
  {
    id: 'revoke',
    zh: '憑證廢止、停用、復用',
    en: 'revoke, suspend, resume',
    link: SITE,
    whyZh: '須以公文與申請書向註冊窗口提出，由其審核。',
    whyEn: 'It is applied for with an official letter and a form; the registration window decides.',
  },
];
