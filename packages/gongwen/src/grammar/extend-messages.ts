import type { MessageCatalogue } from '@kcc/validators';

/** Messages about extending a grammar, zh-TW. */
export const extendMessages = {
  GRAMMAR_CONFLICT: '「{first}」與「{second}」都宣告了 {element}，內容不同；採用前者',
  GRAMMAR_NAME: '「{element}」或其屬性的名稱不合 XML 命名規則',
  GRAMMAR_CONTENT: '{element} 的內容模型「{content}」寫法錯誤',
  GRAMMAR_CONTENT_UNDECLARED: '{element} 的內容模型用到沒有宣告的 <{found}>',
  GRAMMAR_CONTENT_AMBIGUOUS: '{element} 的內容模型有兩處都可能是 <{found}>，嚴格的剖析器會拒絕',
  GRAMMAR_EXTENDS_NOTHING: '沒有 <{element}> 可供擴充',
  GRAMMAR_DEFAULT: '{element} 的「{attribute}」預設值「{found}」不在可用的值之中',
  GRAMMAR_REDECLARED: '重複宣告了已有的 {found}；確要取代時請列入 replace',
} as const satisfies MessageCatalogue;

export type ExtendIssueCode = keyof typeof extendMessages;
