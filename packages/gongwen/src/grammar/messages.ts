import type { MessageCatalogue } from '@kcc/validators';

/** Messages about grammars and what does not fit them, zh-TW. */
export const grammarMessages = {
  GRAMMAR_ROOT_UNKNOWN: '沒有「{root}」的文法：{reason}',
  GRAMMAR_GENERATION_LACKS: '{generation} 版沒有「{root}」；已改以 {used} 版檢查',
  GRAMMAR_DERIVED: '「{grammar}」的官方 DTD 沒有完整公開，以推得的文法檢查，結果不能作為證明',
  GRAMMAR_UNVERIFIED: '「{grammar}」的文法未經證實，只檢查已知的部分',
  GRAMMAR_NO_DOCTYPE: '沒有 DOCTYPE，以「{grammar}」檢查；請加上 <!DOCTYPE {root} SYSTEM "{dtd}">',
  GRAMMAR_DOCTYPE_NAME: 'DOCTYPE 寫的是「{doctype}」，根元素卻是「{root}」，兩者須相同',
  GRAMMAR_DTD_OTHER: 'DTD「{dtd}」是「{belongs}」的 DTD，根元素卻是「{root}」；應為「{expected}」',
  GRAMMAR_DTD_UNKNOWN: '不認得 DTD 檔名「{dtd}」；以「{grammar}」檢查，應為「{expected}」',
  GRAMMAR_OFFICIAL_DEFECT: '<{element}> 因官方 DTD 本身的缺漏而無法通過驗證：{defect}',
  GRAMMAR_REVISION_2015: '不符現行（109 年 12 月）標籤集，但符合 104 年 5 月版',

  GRAMMAR_ELEMENT_UNKNOWN: '<{parent}> 內的 <{found}> 不是這個版本的標籤',
  GRAMMAR_ELEMENT_UNEXPECTED: '<{found}> 不可出現在 <{parent}> 的這個位置；此處應為 {allowed}',
  GRAMMAR_ELEMENT_MISSING: '<{parent}> 缺少 {missing}（應在 <{found}> 之前）',
  GRAMMAR_INCOMPLETE: '<{parent}> 還沒有寫完整，其後應有 {allowed}',
  GRAMMAR_TEXT: '<{parent}> 不可直接放文字「{found}」；此處應為 {allowed}',
  GRAMMAR_CDATA: '<{parent}> 只能放標籤，不可有 CDATA',
  GRAMMAR_NOT_EMPTY: '<{parent}> 必須是空的，卻有內容「{found}」',
  GRAMMAR_CODE_AS_TEXT: '<{parent}> 的值「{found}」應寫在屬性：<{parent} 代碼="{found}"/>',
  GRAMMAR_ELEMENT_IN_TEXT: '<{parent}> 只能放文字，不可有 <{found}>',
  GRAMMAR_STANDALONE: '宣告 standalone="yes"，但 <{parent}> 要靠外部 DTD 才能解讀',
  GRAMMAR_SUBSET_REDECLARED: '內部子集重複宣告了 DTD 已有的 <{found}>',

  GRAMMAR_ATTRIBUTE_UNKNOWN: '<{element}> 沒有「{attribute}」屬性；可用的屬性：{allowed}',
  GRAMMAR_ATTRIBUTE_MISSING: '<{element}> 缺少必要的屬性「{attribute}」',
  GRAMMAR_ATTRIBUTE_VALUE: '<{element}> 的「{attribute}」不可為「{found}」；可用的值：{allowed}',
  GRAMMAR_ATTRIBUTE_NAME:
    '<{element}> 的「{attribute}」的值「{found}」不合：須為名稱（{type}），多個名稱以空白分隔',
  GRAMMAR_ENTITY_UNKNOWN: '<{element}> 的「{attribute}」所指的「{found}」沒有在 DOCTYPE 中宣告',
  GRAMMAR_ENTITY_PARSED: '<{element}> 的「{attribute}」所指的實體「{found}」不是附件宣告（缺少 NDATA）',
  GRAMMAR_ID_TWICE: '識別碼「{found}」重複',
  GRAMMAR_IDREF_UNKNOWN: '找不到識別碼「{found}」',
  GRAMMAR_NOTATION_TWICE: 'NOTATION「{found}」重複宣告',
  GRAMMAR_NOTATION_UNKNOWN: '實體「{entity}」使用的 NOTATION「{found}」沒有宣告',
} as const satisfies MessageCatalogue;

export type GrammarIssueCode = keyof typeof grammarMessages;
