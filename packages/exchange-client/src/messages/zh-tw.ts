import type { IssueParams, MessageCatalogue, Severity } from '@kcc/validators';
import { fillTemplate, type Issue } from '@kcc/validators';
import type { enIssues } from './en-issues.ts';

/** Codes of the issues that this package reports. */
export type ExchangeIssueCode = keyof typeof enIssues;

/** zh-TW messages by issue code. */
export const zhTw = {
  EN_FIELD_MISSING: '缺少元素 {element}。',
  EN_ROOT_UNEXPECTED: '根元素是 {found}，應為 {expected}。',
  EN_UNREADABLE: '檔案不是可讀的 XML：{reason}',
  EN_UNIT_MISSING: '缺少 unitid，視為空白。',
  EN_NOTE_PLAIN: 'note 是純文字；現行格式應有四個欄位。',
  EN_HASH_ALGORITHM_CASE: '雜湊演算法寫成 {found}，應為 {expected}。',
  EN_HASH_ALGORITHM_UNKNOWN: '雜湊演算法 {found} 不在格式規定之內。',
  EN_HASH_UNREADABLE: '{file} 的雜湊值不是 {algorithm} 的十六進位或 base64。',
  EN_DATE_UNREADABLE: '時間 {found} 不是 yyyy-MM-dd HH:mm:ss 的形式。',
  EN_OLD_GENERATION: '檔案是 99 版格式，已依現行格式讀入。',
  CERTIFICATE_EXPIRES_SOON: '{holder} 的憑證將於 {days} 天後（{date}）到期，請及早換發，逾期將停止交換。',
  CALENDAR_YEAR_UNKNOWN: '沒有 {year} 年的辦公日曆，僅排除星期六、日。',
  BOOK_ROW_UNREADABLE: '地址簿第 {row} 列無法讀取。',
  BOOK_STATUS_NOT_USABLE: '有 {count} 列狀態不是 T，未採用。',
  BOOK_CODE_TWICE: '代碼 {code} 出現一次以上，以最新的一列為準。',
  BOOK_NAME_AMBIGUOUS: '名稱「{name}」對應到不只一個代碼：{codes}，請直接以代碼指定。',
  EXPIRY_DEFAULTED: '未指定逾期時間，已設為 {date}。',
} as const satisfies MessageCatalogue<ExchangeIssueCode>;

/** Builds one issue of this package with its zh-TW message. */
export function exchangeIssue(
  code: ExchangeIssueCode,
  severity: Severity,
  path: string,
  params: IssueParams = {},
  source?: string,
): Issue<ExchangeIssueCode> {
  const message = fillTemplate(zhTw[code], params);
  return { code, severity, path, message, params, ...(source === undefined ? {} : { source }) };
}
