import type { CodeRow } from './code-row.ts';

/** Result codes of the vendor's own browser client (ChtICToken), decimal; pages and help texts quote them. */
export const clientCodes: readonly CodeRow[] = [
  [1000, '網頁元件尚未初始化', 'the page has not initialised the client', 'caller'],
  [2201, '瀏覽器封鎖了彈出視窗', 'the browser blocked the popup', 'trust', 'POPUP_BLOCKED'],
  [
    2202,
    '元件未安裝或未啟動',
    'the service is not installed or not running',
    'reinstall',
    'SERVICE_UNREACHABLE',
  ],
  [2300, '網址未經授權', 'the address is not authorised', 'trust', 'DOMAIN_NOT_TRUSTED'],
  [3102, '元件版本過舊', 'the service is too old', 'reinstall', 'SERVICE_OUTDATED'],
  [3501, '卡片不正確', 'the wrong card', 'wrongCard', 'WRONG_CARD'],
  [3503, '密碼錯誤', 'wrong PIN', 'pin', 'PIN_INCORRECT'],
];
