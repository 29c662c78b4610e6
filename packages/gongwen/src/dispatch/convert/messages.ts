import type { Severity } from '@kcc/validators';

/** What a conversion changed: severity and zh-TW template by code. */
export const convertMessages = {
  CONVERT_DTD: ['info', 'DTD 由「{from}」改為「{to}」'],
  CONVERT_ENCODING: ['info', '編碼由 {from} 改為 {to}'],
  CONVERT_ENTITY: ['info', '{file} 的 ENTITY 由「{from}」改為「{to}」'],
  CONVERT_ENTITY_REMOVED: ['warning', 'ENTITY「{name}」（{file}）沒有列入附件，已移除宣告'],
  CONVERT_RENAMED: ['info', '元素「{from}」改名為「{to}」'],
  CONVERT_TEXT: ['info', '內容由「{from}」改為「{to}」'],
  CONVERT_TEXT_REMOVED: ['warning', '「{text}」沒有寫入新檔'],
  CONVERT_CODE: ['info', '屬性「{name}」由「{from}」改為「{to}」'],
  CONVERT_ADDED: ['info', '補上「{name}」{text}'],
  CONVERT_REMOVED: ['info', '移除空白的「{name}」'],
  CONVERT_DROPPED: ['warning', '「{name}」不在新版格式內，未寫入：{text}'],
  CONVERT_MOVED: ['info', '「{name}」移到新版格式規定的位置'],
  CONVERT_SUBTYPE: ['warning', '「{from}」不是新版的類別，改為「{to}」；請確認'],
  CONVERT_RECIPIENTS_HIDDEN: ['warning', '「正本」沒有受文者，改以空白的「總稱」表示；請補上受文者'],
} as const satisfies Record<string, readonly [Severity, string]>;

export type ConvertCode = keyof typeof convertMessages;
