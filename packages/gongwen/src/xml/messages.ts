import type { MessageCatalogue } from '@kcc/validators';

/** Messages about bytes and mark-up, zh-TW. */
export const xmlMessages = {
  XML_EMPTY: '檔案是空的，沒有任何內容',
  XML_LIMIT: '超過上限 limits.{limit}（上限 {maximum}，實際 {actual} 以上），未繼續讀取',
  XML_MORE_ISSUES: '只列出前 {listed} 項，另有 {more} 項未列',

  XML_ENCODING_UNSUPPORTED: '不支援宣告的編碼「{declared}」；公文交換只用 UTF-8 或 Big5',
  XML_ENCODING_WRONG: '宣告的編碼是「{declared}」，實際是 {actual}，已依實際讀取；請更正 XML 宣告',
  XML_ENCODING_FAMILY: 'DTD 檔名「{dtd}」屬 {family} 版，檔案實際是 {actual}',
  XML_ENCODING_UNUSUAL: '檔案以 {actual} 編碼；公文交換只用 UTF-8 或 Big5',
  XML_ENCODING_ASSUMED: '沒有 XML 宣告，已依 {actual} 讀取；請補上 XML 宣告',
  XML_BYTES_INVALID: '位元組 {bytes}（檔案第 {offset} 個位元組）不是有效的 {encoding} 文字，以「�」代替',

  XML_UNEXPECTED_END: '檔案在 {inside} 中途結束，可能不完整',
  XML_NO_ROOT: '找不到根元素，這不是 XML 文件',
  XML_CHARACTER: '字元 {character} 不可出現在 XML 文件中',
  XML_CDATA_END: '文字中不可直接寫「]]>」，請改寫為「]]&gt;」',
  XML_TAG_MISMATCH: '<{open}>（第 {openLine} 行）尚未結束，卻遇到 </{found}>',
  XML_EXPECTED: '此處應為「{expected}」',
  XML_SPACE_MISSING: '此處缺少空白',
  XML_NAME_MISSING: '此處缺少名稱',
  XML_RAW_AMPERSAND: '「&」之後不是完整的實體參照；文字中的「&」須寫成「&amp;」',
  XML_RAW_LESS_THAN: '「<」之後不是標籤；文字中的「<」須寫成「&lt;」',
  XML_REFERENCE_CHARACTER: '「{reference}」所指的字元不可出現在 XML 文件中',
  XML_ENTITY_UNKNOWN: '實體「{name}」沒有宣告，原樣保留「&{name};」',
  XML_ENTITY_EXTERNAL: '實體「{name}」指向外部檔案「{file}」；外部檔案一律不讀取',
  XML_ENTITY_UNPARSED: '實體「{name}」是附件，不可在文字中引用',
  XML_ENTITY_RECURSIVE: '實體「{name}」直接或間接引用自己',
  XML_ENTITY_MARKUP: '實體「{name}」的內容不成對，或在屬性值中含有「<」',
  XML_ATTRIBUTE_TWICE: '屬性「{name}」在 <{element}> 重複出現',
  XML_ATTRIBUTE_LESS_THAN: '屬性「{name}」的值不可含「<」，請寫成「&lt;」',
  XML_COMMENT: '註解中不可有「--」',
  XML_INSTRUCTION: '處理指令寫法錯誤',
  XML_MARKUP: '此處不可使用「{found}」',
  XML_AFTER_ROOT: '根元素結束之後還有內容「{found}」',
  XML_BEFORE_ROOT: '根元素之前有不該出現的內容「{found}」',
  XML_DECLARATION: 'XML 宣告寫法錯誤；應如 <?xml version="1.0" encoding="UTF-8"?>',
  XML_PERCENT: '實體內容中的「%」須寫成「&#37;」',
  XML_DOCTYPE_NAME: 'DOCTYPE 中的名稱「{found}」不合規則，可能是範本記號',
  XML_SYSTEM_ID_FRAGMENT: '實體「{name}」的檔名「{file}」不可含「#」',
  XML_PARAMETER_ENTITY_UNKNOWN: '參數實體「%{name};」沒有宣告',
} as const satisfies MessageCatalogue;

export type XmlIssueCode = keyof typeof xmlMessages;
