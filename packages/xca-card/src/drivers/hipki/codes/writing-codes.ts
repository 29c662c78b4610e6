import type { CodeRow } from './code-row.ts';

/** 0x771 and 0x772: captcha, authorisation of secondary cards (附卡授權), writing to the card. */
export const writingCodes: readonly CodeRow[] = [
  [0x77100001, '圖形驗證碼不符', 'the characters of the picture do not match', 'captcha'],
  [0x77200001, '沒有附卡授權編號（SNO）', 'the number of the authorisation (SNO) is missing', 'secondary'],
  [0x77200002, '緩衝區太小', 'a buffer is too small', 'caller'],
  [0x77200003, '卡片空間不足', 'the card has too little space', 'space'],
  [0x77200004, '資料太大', 'the data is too large', 'space'],
  [
    0x77200005,
    '元件所需的程式庫未載入',
    'a library of the service is not loaded',
    'reinstall',
    'MODULE_FAILED',
  ],
  [
    0x77200006,
    '此卡不支援這項功能',
    'this card does not offer the function',
    'wrongCard',
    'OPERATION_UNSUPPORTED',
  ],
  [0x77200007, '讀卡機插槽錯誤', 'the slot of the reader is wrong', 'reader', 'READER_NOT_FOUND'],
  [0x77200008, '索引格式不對', 'the index has a wrong form', 'caller'],
  [0x77200009, '未選擇讀卡機', 'no reader was chosen', 'reader', 'READER_NOT_FOUND'],
  [0x77200010, '附卡授權編號已存在', 'the number of the authorisation exists already', 'secondary'],
  [0x77200011, '附卡授權編號不存在', 'the number of the authorisation does not exist', 'secondary'],
  [
    0x77200101,
    '寫入新憑證前，舊憑證刪除失敗',
    'the old certificate could not be removed before the new one',
    'site',
  ],
  [0x77200102, '新憑證寫入失敗', 'the new certificate could not be written', 'site'],
  [0x77200103, 'PIN 與 SO PIN 不能同時提供', 'PIN and SO PIN must not be given together', 'caller'],
];
