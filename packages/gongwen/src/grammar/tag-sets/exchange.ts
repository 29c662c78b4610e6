import { coded, holds, texts } from './rules.ts';

const SENDER = '((全銜,機關代碼)|(單位名,(機關代碼,單位代碼)))';
const TEXT_FIELD = holds('(文字)');
const TIME = holds('(年月日,星期,時分)');
const REVIEW_TIME = holds('(年月日,時分?)');
const JOINT_PARTNER = holds('(全銜,決行,審核,承辦,會辦,收文日期,收文字號,發文日期,發文字號)');

/** 電子交換標籤集 of 104 as revised on 2020-10-12, as far as a document can reach it. */
export const exchangeTags = {
  ...texts('星期', '總稱', '電話', '聯絡方式', '地址', '單位名', '署名', '含附件', '訊息備註'),
  ...texts('內含本文與附件之可攜式文件檔名'),
  條列: { content: '(文字?,條列*)', attributes: { 序號: { type: 'CDATA', default: '' } } },
  段落: { content: '(文字?,條列*)', attributes: { 段名: { type: 'CDATA', default: '' } } },
  附件: holds('(文字,附件檔名*)'),
  附件檔名: { content: 'EMPTY', attributes: { 附件名: { type: 'ENTITIES', required: true } } },
  速別: coded('普通件 速件 最速件'),
  發文機關: holds(SENDER),
  傳送機關: holds(SENDER),
  單位: holds('(單位名,單位代碼?)'),
  交換表: { content: '(#PCDATA)', attributes: { 交換表單: { type: 'ENTITY', required: true } } },
  跨機關陳核會稿文號: holds('(文號)'),
  壓縮檔案名稱: holds('(檔案名稱)'),
  會陳狀態: coded('1 2 3 4', '1'),
  文書訊息代碼: coded('1 2 3 4 5 6', '1'),
  正本: holds('((姓名,職稱?)|全銜|單位名|總稱)+'),
  副本: holds('(((姓名,職稱?)|全銜|單位名|總稱),含附件?)*'),
  聯絡人及電話: holds('((姓名,職稱?),電話)+'),
  主持人: holds('((姓名,職稱?)+)'),
  敬陳: holds('((職稱,姓名?)+)'),
  出席者: holds('((姓名,職稱?)|全銜|單位名|總稱)+'),
  列席者: holds('((姓名,職稱?)|全銜|單位名|總稱)*'),
  開會時間: TIME,
  開會事由: TEXT_FIELD,
  開會地點: TEXT_FIELD,
  會勘時間: TIME,
  會勘事由: TEXT_FIELD,
  會勘地點: TEXT_FIELD,
  主旨: TEXT_FIELD,
  備註: holds('(段落)'),
  受會單位: holds('(單位名)'),
  收會時間: REVIEW_TIME,
  會畢時間: REVIEW_TIME,
  會核意見: holds('(段落)'),
  會辦機關: JOINT_PARTNER,
  主辦機關: JOINT_PARTNER,
  擬辦方式: coded('1 2 3 4 5 6', '1'),
} as const;
