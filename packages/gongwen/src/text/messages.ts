import type { Severity } from '@kcc/validators';

/** What is wrong with a draft: severity and zh-TW template by code. */
export const draftMessages = {
  DRAFT_SYNTAX: ['error', '{format} 格式錯誤：{problem}'],
  DRAFT_TOO_DEEP: ['error', '巢狀超過 {limit} 層'],
  DRAFT_ALIAS: ['error', '草稿不能用 YAML 的錨點與別名（& 與 *）'],
  DRAFT_KEY_REPEATED: ['error', '欄位「{key}」重複'],
  DRAFT_EMPTY: ['error', '草稿是空的'],
  DRAFT_KIND_MISSING: ['error', '沒有寫公文種類；請在第一行寫「機關全銜　函」，或寫 kind（可用：{allowed}）'],
  DRAFT_KIND_UNKNOWN: ['error', '公文種類「{value}」不認得；可用：{allowed}'],
  DRAFT_FIELD_UNKNOWN: ['error', '沒有「{key}」這個欄位{hint}'],
  DRAFT_FIELD_MISSING: ['error', '缺少必要欄位「{key}」'],
  DRAFT_TYPE: ['error', '應為{expected}，卻是{found}'],
  DRAFT_VALUE: ['error', '不能是「{value}」；可用：{allowed}'],
  DRAFT_DATE: ['error', '「{value}」不是日期，應如 2026-10-02 或中華民國115年10月2日'],
  DRAFT_LINE_UNPLACED: ['warning', '這一行不知道屬於哪一欄，已併入前一段：「{text}」'],
  DRAFT_LABEL_REPEATED: ['error', '「{label}」重複出現'],
  DRAFT_LABEL_OTHER_KIND: ['error', '「{label}」不是{kind}的欄位'],
  DRAFT_FRONT_MATTER_OPEN: ['error', '開頭的「---」區塊沒有結束的「---」'],
} as const satisfies Record<string, readonly [Severity, string]>;

export type DraftCode = keyof typeof draftMessages;
