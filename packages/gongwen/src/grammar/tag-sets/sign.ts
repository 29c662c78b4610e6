import type { AttributeRule, ElementRule } from '../grammar.ts';
import { holds, texts } from './rules.ts';

/**
 * Attribute list in short: `Id#` is an ID that must be there, `Id#?` one that may; `名!` must be there, `名` may;
 * `名=Y|N` is an enumeration.
 */
function attributes(list: string): Readonly<Record<string, AttributeRule>> {
  const rules: Record<string, AttributeRule> = {};
  for (const entry of list.split(' ')) {
    const [, name = '', mark = '', values] = /^([^#!=]+)(#\??|!)?(?:=(.+?)!?)?$/.exec(entry) ?? [];
    const type = values === undefined ? (mark.startsWith('#') ? 'ID' : 'CDATA') : values.split('|');
    const required = mark === '#' || mark === '!' || entry.endsWith('!');
    rules[name] = required ? { type, required } : { type };
  }
  return rules;
}

const rule = (content: string, list: string): ElementRule => ({ content, attributes: attributes(list) });
const OBJECT_MARKS = '文件夾識別碼 物件識別碼';

/** Flow, points and folders. */
const flowTags = {
  線上簽核流程: rule('(簽核流程+)', 'Id#'),
  簽核流程: rule('(分會點|流程點)*', 'Id# 異動別!'),
  分會點: holds('(簽核流程+)'),
  流程點: rule('EMPTY', '流程別!'),
  線上簽核資訊: rule('(簽核點定義+,補簽追認?)', 'Id#'),
  簽核點定義: rule('(Signature,Object)', 'URI! Id#'),
  Object: rule('(異動資訊,簽核資訊)', 'Id#'),
  異動資訊: rule('(簽核人員,異動別,簽核意見*,簽章時間,次位簽核人員*,借卡?)', '退文=Y|N 借卡=Y|N'),
  簽核人員: holds('(機關?,單位,職稱,姓名,帳號,角色?)'),
  簽核意見: rule('(#PCDATA)', 'URI'),
  次位簽核人員: holds('(簽核人員)'),
  簽核資訊: holds('((來文文件夾|來文文件夾參照路徑)?,(簽核文件夾|子文簽核文件夾))'),
  來文文件夾: rule('(來文清單)', 'Id# 產生時間!'),
  來文文件夾參照路徑: rule('EMPTY', 'URI!'),
  簽核文件夾: rule('(簽核文稿清單,檔案清單,併文清單?)', 'Id# 產生時間!'),
  子文簽核文件夾: rule('(母文?,檔案清單)', 'Id# 產生時間!'),
  併文清單: holds('(母文,子文+)'),
  借卡: rule('(借卡日期,借卡原因)', 'Id#?'),
  補簽追認: rule('(補簽人員)+', '補簽人員數!'),
  補簽人員: rule('(簽章資料)', 'URI! 補簽註記! 產生時間!'),
  簽章資料: holds('(簽核人員,Signature)'),
} as const;

/** Incoming letters, drafts, pages, stamps. */
const folderTags = {
  來文清單: rule('(來文)', '來文數!'),
  來文: rule('(來文字號,收文字號?,來文類型,(電子來文|紙本來文))', '格式! 序號! 產生時間!'),
  電子來文: rule('(頁面*,附件清單?)', '原始檔序號!'),
  紙本來文: rule('(頁面+,附件清單?)', '頁面數! 併同歸檔數量'),
  頁面: rule('EMPTY', `${OBJECT_MARKS} 產生點資訊 原始檔序號! 序號! 產生時間!`),
  簽核文稿清單: rule('(文稿)+', '文稿數!'),
  文稿: rule(
    '(名稱,文稿類型,文稿頁面檔?,附件清單?)',
    `${OBJECT_MARKS} 類型 產生點資訊 原始檔序號! 序號! 產生時間!`,
  ),
  附件清單: rule('(附件)+', '附件數!'),
  附件: rule(
    '(名稱,附件類型,(電子檔格式附件|一般頁面檔格式附件|文稿頁面檔格式附件))',
    `${OBJECT_MARKS} 格式 序號 產生時間!`,
  ),
  電子檔格式附件: rule('EMPTY', '原始檔序號! 會辦附件=Y|N 參考附件=Y|N'),
  一般頁面檔格式附件: rule('(頁面+)', '頁面數!'),
  文稿頁面檔格式附件: rule('(文稿頁面檔)', '原始檔序號'),
  檔案清單: rule('(電子檔案資訊)+', '檔案數!'),
  電子檔案資訊: rule('(檔案名稱,檔案大小,檔案格式)', `${OBJECT_MARKS} 原始檔序號! 序號! 產生時間!`),
  文稿頁面清單: rule('(頁面)+', '頁面數!'),
  文稿頁面檔: rule('(文稿頁面清單,簽核物件*)', `${OBJECT_MARKS} 記錄方式=單層式|堆疊式 產生時間!`),
  簽核物件: rule(
    '(物件類型,(章戳|文字意見|圖檔))',
    '文件夾識別碼 物件識別碼! 產生點資訊 頁面顯示=Y|N! 原始檔序號 產生時間!',
  ),
  章戳: rule('(文字走向?,區域,顏色,檔案序號)', '顯示時間=Y|N'),
  區域: rule('EMPTY', '左! 上! 右! 下!'),
  顏色: rule('EMPTY', '紅! 綠! 藍!'),
  文字意見: holds('(位置,文字內容,文字走向,字型)'),
  位置: rule('EMPTY', 'X! Y!'),
  字型: holds('(名稱,樣式,大小,顏色)'),
  圖檔: rule('(區域,檔案序號)', '去背景=Y|N 透明度'),
} as const;

/** The XML signature subset, without a namespace. */
const signatureTags = {
  Signature: rule('(SignedInfo,SignatureValue?,KeyInfo?,Object*)', 'Id#?'),
  SignedInfo: rule('(CanonicalizationMethod,SignatureMethod,Reference+)', 'Id#?'),
  CanonicalizationMethod: rule('(#PCDATA)*', 'Algorithm!'),
  SignatureMethod: rule('(#PCDATA|HMACOutputLength)*', 'Algorithm!'),
  Reference: rule('(Transforms?,DigestMethod,DigestValue)', 'Id#? URI Type'),
  Transforms: holds('(Transform+)'),
  Transform: rule('(#PCDATA|XPath)*', 'Algorithm!'),
  DigestMethod: rule('(#PCDATA)*', 'Algorithm!'),
  KeyInfo: rule('(X509Data)', 'Id#?'),
  X509Data: holds('(X509Certificate)'),
  Manifest: rule('(Reference+)', 'Id#?'),
  SignatureProperties: rule('(SignatureProperty+)', 'Id#?'),
  SignatureProperty: rule('(#PCDATA)*', 'Target! Id#?'),
} as const;

/** 線上簽核標籤集 of 104 (104_sign_utf8.ent, 2015-05-01). */
export const signTags = {
  ...texts(
    '單位',
    '帳號',
    '角色',
    '異動別',
    '簽章時間',
    '來文類型',
    '母文',
    '子文',
    '名稱',
    '文稿類型',
    '附件類型',
  ),
  ...texts('物件類型', '文字走向', '檔案序號', '文字內容', '樣式', '大小', '借卡日期', '借卡原因'),
  ...texts('SignatureValue', 'DigestValue', 'X509Certificate', 'HMACOutputLength', 'XPath'),
  ...flowTags,
  ...folderTags,
  ...signatureTags,
} as const;
