import type { Severity } from '@kcc/validators';

/** What a writer noticed or refuses: severity and zh-TW template by code. Nothing is written when one is an error. */
export const writeMessages = {
  WRITE_RECIPIENT_MISSING: ['error', '「{element}」至少要有一個受文者'],
  WRITE_SUBJECT_MISSING: ['warning', '「{element}」是空白的'],
  WRITE_ISSUER_MISSING: ['error', '沒有發文機關'],
  WRITE_RECIPIENT_CODE_MISSING: [
    'warning',
    '「{name}」沒有機關代碼，無法電子交換；請查通訊錄填入，或註明紙本遞送',
  ],
  WRITE_RECIPIENT_ON_PAPER: ['info', '「{name}」以紙本遞送，不列入交換表單'],
  WRITE_RECIPIENT_LEFT_OUT: ['info', '「{name}」沒有機關代碼，不列入交換表單；須另以紙本遞送'],
  WRITE_ADDRESSEE_BY_ROSTER: ['info', '電子受文者不只一個，受文者改以交換表表示，顯示為「{name}」'],
  WRITE_NUMBER_MISSING: ['warning', '尚未編發文字號'],
  WRITE_DATE_MISSING: ['warning', '尚未填發文日期'],
  WRITE_DATE_INVALID: ['error', '「{value}」不是實際存在的日期（應為 YYYY-MM-DD）'],
  WRITE_GENERATION_LACKS: ['error', '{generation} 版格式沒有「{name}」'],
  WRITE_CHARACTER_ILLEGAL: ['error', '第 {column} 個字是 XML 不允許的控制字元（{code}）'],
  WRITE_CHARACTER_UNENCODABLE: [
    'error',
    '第 {column} 個字「{character}」（{code}）無法用 {encoding} 寫出；請換字或改用 UTF-8',
  ],
  WRITE_TEXT_FOLDED: ['info', '前後空白或換行不會寫出'],
  WRITE_ENTITY_NAME: ['warning', 'ENTITY 名稱「{name}」重複或不合規定，改用「{used}」'],
  WRITE_FILE_NAME: ['error', '檔名「{name}」不可空白，也不可含路徑或引號'],
  WRITE_FILE_NAME_REPEATED: ['error', '檔名「{name}」在同一發送中重複'],
  WRITE_EXTRA_DROPPED: ['warning', '「{name}」不在標準格式內，沒有寫出'],
  WRITE_EXTRA_KEPT: ['warning', '「{name}」不在標準格式內，依選項原樣寫出，文件因此不符合 DTD'],
  WRITE_INVALID: ['error', '寫出的文件不符合格式：{problem}'],
} as const satisfies Record<string, readonly [Severity, string]>;

export type WriteCode = keyof typeof writeMessages;
