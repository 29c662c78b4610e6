import type { CodeRow } from './code-row.ts';

/** 0x763 to 0x767: signing, decryption, validity, base64 and server keys. */
export const cryptoCodes: readonly CodeRow[] = [
  [0x76300001, '簽章無法開始', 'signing cannot begin', 'again', 'FUNCTION_FAILED'],
  [0x76300002, '不支援的簽章型別', 'the type of signature is not known', 'caller', 'MECHANISM_UNSUPPORTED'],
  [0x76300003, '待簽內容有誤', 'the content to be signed is wrong', 'content'],
  [0x76300004, '簽章執行失敗', 'signing failed', 'again', 'FUNCTION_FAILED'],
  [
    0x76300005,
    '簽章憑證有誤',
    'the certificate of the signer is wrong',
    'certificate',
    'CERTIFICATE_NOT_FOUND',
  ],
  [
    0x76300006,
    '簽章結果無法編碼（DER）',
    'the signature cannot be encoded (DER)',
    'again',
    'FUNCTION_FAILED',
  ],
  [0x76300007, '簽章無法完成', 'signing cannot be completed', 'again', 'FUNCTION_FAILED'],
  [0x76300008, '簽章自我驗證失敗', 'the signature did not verify', 'again', 'FUNCTION_FAILED'],
  [0x76300009, '簽章緩衝區錯誤（BIO）', 'a buffer for signing failed (BIO)', 'again', 'FUNCTION_FAILED'],
  [
    0x76400001,
    '密文編碼有誤（DER）',
    'the encrypted data is not encoded properly (DER)',
    'content',
    'DECRYPT_FAILED',
  ],
  [
    0x76400002,
    '不支援的密文型態',
    'the type of encrypted data is not known',
    'content',
    'MECHANISM_UNSUPPORTED',
  ],
  [0x76400003, '解密失敗', 'decryption failed', 'content', 'DECRYPT_FAILED'],
  [0x76500001, '憑證尚未生效', 'the certificate is not valid yet', 'clock', 'CERTIFICATE_NOT_YET_VALID'],
  [0x76500002, '憑證已過期', 'the certificate has expired', 'expired', 'CERTIFICATE_EXPIRED'],
  [0x76600001, 'Base64 無法編碼', 'base64 cannot be written', 'caller'],
  [0x76600002, 'Base64 無法解碼', 'base64 cannot be read', 'caller'],
  [0x76700001, '伺服器金鑰解密失敗', 'decryption with the server key failed', 'caller'],
  [0x76700002, '伺服器金鑰未登錄', 'the server key is not registered', 'caller'],
  [0x76700003, '以伺服器金鑰加密失敗', 'encryption with the server key failed', 'caller'],
];
