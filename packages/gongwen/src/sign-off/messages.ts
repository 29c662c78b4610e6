import type { Severity } from '@kcc/validators';

/** What is wrong with a sign-off file or its signatures: severity and zh-TW template by code. */
export const signOffMessages = {
  SIGN_OFF_REFERENCE_UNKNOWN: ['error', '「{uri}」找不到對應的 Id'],
  SIGN_OFF_OBJECT_OTHER: ['warning', '簽核點定義的 URI「{uri}」不是它自己的 Object「{id}」'],
  SIGN_OFF_COUNT: ['warning', '「{name}」寫 {written}，實際有 {actual} 個'],
  SIGN_OFF_SERIAL_UNKNOWN: ['error', '原始檔序號「{serial}」不在檔案清單中'],
  SIGN_OFF_SERIAL_REPEATED: ['error', '檔案清單的原始檔序號「{serial}」重複'],
  SIGN_OFF_TIME_ORDER: ['warning', '簽章時間「{time}」早於前一個簽核點的「{before}」'],
  SIGN_OFF_NAMESPACE: ['warning', 'Signature 宣告了 xmlns，DTD 沒有這個屬性'],
  SIGN_OFF_UNSIGNED: ['info', '沒有簽章值，無法驗證'],
  SIGN_OFF_OBJECT_UNCOVERED: ['error', '簽章沒有涵蓋簽核點的 Object「{id}」'],
  SIGN_OFF_DIGEST: ['error', '「{uri}」的內容與簽章時不同'],
  SIGN_OFF_DIGEST_UNREADABLE: ['error', '「{uri}」的 DigestValue 不是 base64'],
  SIGN_OFF_FILE_MISSING: ['warning', '簽章涵蓋的檔案「{uri}」不在手邊，未驗證'],
  SIGN_OFF_ALGORITHM: ['warning', '不支援的演算法「{algorithm}」，未驗證'],
  SIGN_OFF_ALGORITHM_WEAK: ['warning', '使用 SHA-1，強度不足'],
  SIGN_OFF_CERTIFICATE: ['error', '沒有憑證，或憑證無法讀取'],
  SIGN_OFF_SIGNATURE: ['error', '簽章值與簽署內容不符'],
} as const satisfies Record<string, readonly [Severity, string]>;

export type SignOffCode = keyof typeof signOffMessages;
