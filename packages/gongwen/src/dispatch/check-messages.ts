import type { Severity } from '@kcc/validators';

/** What does not agree between the files of a dispatch: severity and zh-TW template by code. */
export const dispatchMessages = {
  DISPATCH_LETTER_MISSING: ['error', '沒有可讀的公文本文檔（DI）'],
  DISPATCH_ROSTER_MISSING: ['error', '公文引用的交換表單「{file}」不在檔案中'],
  DISPATCH_ROSTER_UNNAMED: ['warning', '公文的受文者以交換表表示，卻沒有指明交換表單檔名'],
  DISPATCH_ROSTER_UNREFERENCED: ['warning', '交換表單「{file}」沒有被公文引用'],
  DISPATCH_ROSTER_EMPTY: ['error', '交換表單沒有任何受文者'],
  DISPATCH_MESSAGE_MISSING: ['error', '公文引用的文書訊息檔「{file}」不在檔案中'],
  DISPATCH_ATTACHMENT_MISSING: ['error', '附件檔案「{file}」不在檔案中'],
  DISPATCH_ATTACHMENT_EMPTY: ['warning', '附件檔案「{file}」是空的'],
  DISPATCH_ATTACHMENT_CHANGED: ['error', '附件檔案「{file}」的內容與記錄的雜湊值不符'],
  DISPATCH_ATTACHMENT_TEXT: ['warning', '有 {count} 個附件檔案，「附件」欄卻是空白'],
  DISPATCH_NAME_CASE: ['warning', '檔名「{found}」與公文所寫「{file}」大小寫不同'],
  DISPATCH_FILE_EXTRA: ['warning', '「{file}」沒有被公文引用'],
  DISPATCH_CODE_MISSING: ['error', '交換表單的「{name}」沒有機關代碼，無法送達'],
  DISPATCH_RECIPIENT_REPEATED: ['warning', '交換表單中「{name}」（{code}）重複'],
  DISPATCH_RECIPIENT_UNLISTED: ['info', '「{name}」不在交換表單中，須以紙本遞送'],
  DISPATCH_COPY_KIND: ['warning', '「{name}」在公文是{letter}，在交換表單是{roster}'],
  DISPATCH_WITH_ATTACHMENTS: [
    'warning',
    '「{name}」的含附件註記不同：公文「{letter}」、交換表單「{roster}」',
  ],
  DISPATCH_GENERATION: ['warning', '公文是 {letter} 版，交換表單是 {roster} 版'],
  DISPATCH_ENCODING: ['info', '公文的編碼是 {letter}，交換表單是 {roster}'],
} as const satisfies Record<string, readonly [Severity, string]>;

export type DispatchCode = keyof typeof dispatchMessages;
