import { fillTemplate, type Issue, type IssueParams, type Severity } from '@kcc/validators';

/** What an import or a template notices: severity and zh-TW template by code. */
export const importMessages = {
  IMPORT_FORMAT: ['error', '這不是 docx 或 odt 檔（{reason}）'],
  IMPORT_KIND: ['warning', '只有一般的函能完整匯入；這件是「{kind}」，請逐欄核對'],
  IMPORT_TABLE: ['warning', '表格（第 {row} 列起）沒有匯入，請自行補上或改列附件'],
  IMPORT_PICTURE: ['info', '圖形沒有匯入（{count} 個）'],
  TEMPLATE_FIELD_UNKNOWN: ['warning', '範本欄位「{name}」不認得，保留原樣；可用欄位：{known}'],
  TEMPLATE_FIELD_UNUSED: ['info', '範本沒有「{name}」欄位，公文的這一項不會印出'],
} as const satisfies Record<string, readonly [Severity, string]>;

export type ImportIssueCode = keyof typeof importMessages;

/** An issue with its message filled in. */
export function importIssue(
  code: ImportIssueCode,
  path: string,
  params: IssueParams = {},
): Issue<ImportIssueCode> {
  const [severity, template] = importMessages[code];
  return { code, severity, path, message: fillTemplate(template, params), params };
}
