import type { MessageCatalogue } from '@kcc/validators';

/** What the salvage reading mended, zh-TW. */
export const salvageMessages = {
  SALVAGE_AMPERSAND: '未轉義的「&」已視為「&amp;」',
  SALVAGE_LESS_THAN: '不是標籤的「<」已視為「&lt;」',
  SALVAGE_CDATA_END: '文字中的「]]>」已視為「]]&gt;」',
  SALVAGE_REFERENCE: '無法使用的參照「{reference}」已視為一般文字',
  SALVAGE_CHARACTER: '不可出現的字元 {character} 已刪除',
  SALVAGE_SPACE: '缺少的空白已補上',
  SALVAGE_DECLARATION: 'DOCTYPE 中無法辨識的宣告「{declaration}」已略過；所指的附件可能因此找不到',
  SALVAGE_CLOSED: '檔案在中途結束，已補上結束標籤 {tags}；其後的內容已遺失',
  SALVAGE_STRUCTURE: '標籤不成對，已依寬鬆規則重建結構；內容的歸屬請人工核對',
} as const satisfies MessageCatalogue;

export type SalvageCode = keyof typeof salvageMessages;
