import type { CodeRow } from './code-row.ts';

/** 0x82000xxx and 0x83000xxx: the service's check of a server answer; wrong kind of card, form of PIN and user code. */
export const componentCodes: readonly CodeRow[] = [
  [
    0x82000003,
    '伺服器回應：加密 JSON 格式有誤',
    'server answer: the encrypted JSON has a wrong form',
    'site',
  ],
  [
    0x82000004,
    '伺服器回應：加密 JSON 參數有誤',
    'server answer: the encrypted JSON has wrong parameters',
    'site',
  ],
  [0x82000111, '伺服器回應：JSON 格式有誤', 'server answer: the JSON has a wrong form', 'site'],
  [0x82000112, '伺服器回應：JSON 參數有誤', 'server answer: wrong JSON parameters', 'site'],
  [
    0x82000113,
    '伺服器回應：介面版本不符',
    'server answer: the version of the interface does not match',
    'reinstall',
    'SERVICE_OUTDATED',
  ],
  [0x82000114, '伺服器回應：方法不對', 'server answer: wrong method', 'site'],
  [0x82000115, '伺服器回應：用戶代碼不符', 'server answer: it is for another user code', 'site'],
  [0x82000116, '伺服器回應：卡號不符', 'server answer: it is for another card', 'wrongCard', 'WRONG_CARD'],
  [
    0x82000117,
    '伺服器回應：憑證機構不符',
    'server answer: it is for another authority',
    'wrongCard',
    'WRONG_CARD',
  ],
  [0x82000118, '伺服器回應：已逾時', 'server answer: it came too late', 'site'],
  [0x83000100, '這不是 GPKI 卡片', 'this is no GPKI card', 'wrongCard', 'CARD_NOT_RECOGNIZED'],
  [
    0x83000101,
    '服務與卡片不符：這是自然人憑證（MOICA）',
    'wrong service: this is a citizen card (MOICA)',
    'wrongCard',
    'WRONG_CARD',
  ],
  [
    0x83000102,
    '服務與卡片不符：這是工商憑證（MOEACA）',
    'wrong service: this is a company card (MOEACA)',
    'wrongCard',
    'WRONG_CARD',
  ],
  [
    0x83000103,
    '服務與卡片不符：這是政府憑證（GCA）',
    'wrong service: this is a government card (GCA)',
    'wrongCard',
    'WRONG_CARD',
  ],
  [
    0x83000104,
    '服務與卡片不符：這是組織團體憑證（XCA）',
    'wrong service: this is an organisation card (XCA)',
    'wrongCard',
    'WRONG_CARD',
  ],
  [0x83000105, 'PIN 碼格式不符', 'the PIN has a wrong form', 'pin', 'PIN_FORMAT'],
  [0x83000106, '用戶代碼格式不符', 'the user code has a wrong form', 'userCode', 'USER_CODE_FORMAT'],
];
