/** Registered names and words that keep a character which rules would change; near misses of the character table. */
export const PROPER_NAMES = new RegExp(
  [
    '台灣(?:電力|塑膠|化學|積體|中油|自來水|高速鐵路|高鐵|糖業|菸酒|水泥|大哥大|銀行|新光|之星|固網|人壽|土地銀行)',
    '台(?:電|積電|鐵|糖|塑|泥|水|北富邦|新銀行|大電|視|達電|企銀)',
    // Registered names of bodies keep the character of their register.
    '台[灣北南中東][^，。、；及與和市縣政府「」\\n\\s]{1,14}?(?:公司|協會|基金會|學會|公會|聯盟|銀行|展望會|商會)',
    '台\\d+線',
    '于(?:右任|[一-龥]{1,2}(?=先生|女士|君))',
    '長征|征伐|征戰|東征|出征',
    '占卜|占星',
    '盡力|盡責|盡到|盡心|盡義務|盡頭|盡忠|盡孝',
    '谷歌|山谷|河谷|峽谷',
    '九二一|八八風災|三讀|二讀|一讀|三七五|二二八|五一|統一編號',
  ].join('|'),
  'g',
);
