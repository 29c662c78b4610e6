import type { Severity } from '@kcc/validators';

/** What a tolerant reading came across: severity and zh-TW template by code. */
export const readMessages = {
  READ_ROOT_UNKNOWN: ['error', '根元素「{name}」不是已知的公文，無法讀成公文內容'],
  READ_NOT_A_LETTER: ['error', '「{name}」是交換用的文件，但不是公文本文；請用該文件的讀取功能'],
  READ_PART_MISSING: ['warning', '缺少「{name}」'],
  READ_PART_BLANK: ['warning', '「{name}」是空白的'],
  READ_PART_REPEATED: ['warning', '「{name}」出現 {count} 次，格式只允許一次；已合併或保留其餘內容'],
  READ_ELEMENT_UNKNOWN: ['warning', '此處沒有「{name}」這個元素；內容已原樣保留'],
  READ_ATTRIBUTE_UNKNOWN: ['warning', '「{element}」沒有「{name}」這個屬性；內容已原樣保留'],
  READ_TEXT_UNEXPECTED: ['warning', '「{element}」裡不應直接有文字「{text}」；已原樣保留'],
  READ_CODE_AS_TEXT: ['warning', '「{element}」的值「{value}」寫成文字，應寫在屬性「代碼」；已照此值讀取'],
  READ_VALUE_OFF_LIST: ['warning', '「{element}」的值「{value}」不在代碼表內'],
  READ_CLASSIFICATION_ORDINARY: ['warning', '密等「普通」在此版格式已取消；視為不列密等'],
  READ_NAME_OLD: ['info', '「{found}」是舊版名稱，現為「{name}」'],
  READ_NAME_OTHER_KIND: ['warning', '「{found}」屬於另一種公文，此處應為「{name}」；已照此讀取'],
  READ_NAME_FOREIGN: ['warning', '「{found}」不是此處的標準元素，已讀作「{name}」'],
  READ_DATE_UNREADABLE: ['warning', '日期「{text}」無法辨識，應如「中華民國115年10月2日」；已保留原文'],
  READ_DATE_FORM: ['info', '日期寫成「{text}」，已讀作 {date}'],
  READ_NUMBER_YEAR: ['warning', '年度「{year}」與發文日期不符，可能誤用西元年'],
  READ_RECIPIENT_BARE: [
    'warning',
    '「{element}」直接寫文字「{text}」，應放在「全銜」等元素內；已讀作機關名稱',
  ],
  READ_RECIPIENT_EMPTY: ['info', '「{element}」裡有空白的受文者，已略過'],
  READ_RECIPIENTS_BLANK: ['warning', '「{element}」沒有任何受文者名稱'],
  READ_RECIPIENT_SUFFIX: ['info', '名稱後的「{suffix}」是附件註記，已移到「含附件」'],
  READ_RECIPIENT_ADDRESS: [
    'warning',
    '「{name}」帶有其他系統的通訊錄資料（{fields}），交換格式沒有這些欄位；已讀入',
  ],
  READ_SECTION_COLON: ['info', '段名「{name}」後沒有冒號'],
  READ_ATTACHMENT_UNRESOLVED: ['warning', '附件名「{name}」沒有對應的 ENTITY 宣告，也不是已宣告的檔名'],
  READ_ATTACHMENT_BY_FILE_NAME: [
    'warning',
    '附件名寫成檔名「{name}」，應寫 ENTITY 名稱；已依檔名對應到 {entity}',
  ],
  READ_ATTACHMENT_UNREFERENCED: ['info', 'ENTITY「{name}」（{file}）沒有被「附件檔名」引用；未列入附件'],
  READ_ROSTER_ENTITY_UNKNOWN: ['warning', '交換表單引用的 ENTITY「{name}」沒有宣告'],
  READ_ROSTER_COLLECTIVE: ['warning', '交換表單裡不能用「總稱」（{name}）；已讀作機關全銜'],
  READ_ROSTER_ENTRY_UNMATCHED: ['warning', '交換表單的「{name}」在公文的受文者裡找不到；沒有併入'],
  READ_ROSTER_NAME_VARIANT: ['info', '交換表單寫「{found}」，公文寫「{name}」；視為同一受文者'],
} as const satisfies Record<string, readonly [Severity, string]>;

export type ReadCode = keyof typeof readMessages;
