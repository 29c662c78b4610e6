import type { CodeRow } from './code-row.ts';

/** 0xE00000xx: the certificate store of the operating system and its key containers. */
export const storeCodes: readonly CodeRow[] = [
  [
    0xe0000001,
    '沒有符合條件的中華電信核發憑證',
    'no certificate of Chunghwa Telecom fits',
    'certificate',
    'CERTIFICATE_NOT_FOUND',
  ],
  [0xe0000002, '記憶體不足', 'not enough memory', 'again'],
  [0xe0000003, '金鑰雜湊值不一致', 'the hash of the key differs', 'certificate'],
  [0xe0000004, '不支援的參加單位代碼', 'the code of the participant is not supported', 'caller'],
  [
    0xe0000005,
    '找不到該類憑證（情形一）',
    'no certificate of this kind (first case)',
    'certificate',
    'CERTIFICATE_NOT_FOUND',
  ],
  [
    0xe0000006,
    '找不到該類憑證（情形二）',
    'no certificate of this kind (second case)',
    'certificate',
    'CERTIFICATE_NOT_FOUND',
  ],
  [0xe0000007, '未提供檔案路徑', 'no path of a file was given', 'caller'],
  [0xe0000008, '匯入失敗', 'the import failed', 'file'],
  [0xe0000009, '匯出失敗', 'the export failed', 'file'],
  [0xe000000a, '憑證儲存區無法使用', 'the certificate store cannot be used', 'again'],
  [0xe000000b, '文字編碼轉換失敗', 'a text could not be converted', 'caller'],
  [0xe000000c, '十六進位字串長度不對', 'hexadecimal text of wrong length', 'caller'],
  [0xe000000d, '十六進位字串格式不對', 'hexadecimal text of wrong form', 'caller'],
  [0xe000000e, '無法開啟 p7b 檔', 'the p7b file cannot be opened', 'file'],
  [
    0xe000000f,
    '找不到該類憑證（情形三）',
    'no certificate of this kind (third case)',
    'certificate',
    'CERTIFICATE_NOT_FOUND',
  ],
  [0xe0000010, '無權建立金鑰容器', 'no right to make a key container', 'again'],
  [0xe0000012, '使用者取消', 'cancelled by the user', 'cancel', 'USER_CANCELLED'],
  [
    0xe0000013,
    '金鑰與憑證不相符',
    'the key does not belong to the certificate',
    'certificate',
    'KEY_NOT_FOUND',
  ],
];
