import { coded, holds, texts } from './rules.ts';

const NUMBER = '((字,文號)|(文字))';

/** Letter types of 函類別 since 97. */
const LETTER_TYPES =
  '函 書函 交辦案件通知單 交議案件通知單 催辦案件通知單 移文單 機密文書機密等級變更或註銷建議單 機密文書機密等級變更或註銷通知單 執行命令 獎懲建議函';

/** 基本標籤集 of 104 as revised on 2020-10-12, as far as a document can reach it; see catalogue.ts for the rest. */
export const basicTags = {
  ...texts(
    '年月日',
    '字',
    '年度',
    '流水號',
    '支號',
    '時分',
    '文字',
    '姓名',
    '職稱',
    '全銜',
    '機關代碼',
    '單位代碼',
  ),
  ...texts('解密條件或保密期限', '檔案名稱', '檔案大小', '檔案格式'),
  文號: holds('(年度,流水號,支號?)'),
  收發處理本別: coded('正本 副本 抄本 影本 譯本 稿本 草稿 定稿 底圖 藍圖', '正本'),
  公文類別: coded(
    '令 函 公告 開會通知單 簽 簽稿會核單 會銜公文會辦單 公文時效統計 會勘通知單 便簽 其他',
    '函',
  ),
  令類別: coded('令 獎懲令', '獎懲令'),
  函類別: coded(LETTER_TYPES, '函'),
  密等及解密條件或保密期限: holds('(密等,解密條件或保密期限)'),
  密等: coded('密 機密 極機密 絕對機密'),
  機關: holds('(全銜,機關代碼?)'),
  發文日期: holds('(年月日)'),
  發文字號: holds(NUMBER),
  收文字號: holds(NUMBER),
  來文字號: holds(NUMBER),
  受文者: holds(
    '((((姓名,職稱?,機關代碼,單位代碼?)|(全銜,機關代碼)|(單位名,機關代碼,單位代碼)),含附件?,內含本文與附件之可攜式文件檔名?)|交換表)',
  ),
  本別: holds('(收發處理本別)'),
  承辦單位: holds('(單位名)'),
  案情摘要: holds('(文字)'),
} as const;
