import { coded, holds, texts } from './rules.ts';

/**
 * Elements that the tag sets of 104 declare for catalogues and archives but that no root of the exchange can reach.
 * An office's own documents may use them: `extendGrammar(base, { name, elements: { ...catalogueTags, … } })`.
 */
export const catalogueTags = {
  ...texts('保存年限', '年度號', '分類號', '案次號', '卷次號', '目次號', '附件數量', '檔案路徑', '頁數'),
  其他類別: coded(
    '公務電話紀錄 手令或手諭 報告 箋函或便簽 聘書 證明書 證書或執照 契約書 提案 紀錄 節略 說帖 代電 原本 判決書 起訴書 處分書 定型化表單',
    '公務電話紀錄',
  ),
  功能: coded('新增 修改 刪除', '新增'),
  應用限制: coded('開放 不開放 限制開放', '開放'),
  媒體型式: coded('1 2 3 4 5 6 7 8 9 A B C D E F Z', '1'),
  檔案來源別: coded('1 2 3 4', '1'),
  文別: holds('(公文類別,(函類別|令類別|其他類別)?)'),
  辦畢日期: holds('(年月日)'),
  來文日期: holds('(年月日)'),
  附件名稱: holds('(附件)'),
  附件媒體型式: holds('(媒體型式)'),
  發文者: holds('((全銜,機關代碼?)|(單位名,(機關代碼,單位代碼)?)|姓名)'),
  來文者: holds('((姓名,職稱?)|單位|機關)'),
  跨機關陳核會稿交換表: {
    content: 'EMPTY',
    attributes: { 跨機關陳核會稿交換表單: { type: 'ENTITY', required: true } },
  },
} as const;

/** What 93 to 99 write in words where 104 has codes, in the same order. */
export const catalogueTags99 = {
  媒體型式: coded(
    '紙本 底片 微縮片 幻燈片 磁片 磁帶 光碟 錄音帶 錄影帶 工程圖 照片 圖表 電影片 地圖 硬式磁碟 其他',
    '紙本',
  ),
  檔案來源別: coded(
    '人事行政局機關學校代碼 人事行政局代碼本未列之政府機關 人事行政局代碼本未列之私人團體 個人檔案',
    '人事行政局機關學校代碼',
  ),
} as const;
