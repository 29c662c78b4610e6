import type { Defect, TagSet } from './grammar.ts';
import { holds } from './tag-sets/rules.ts';

/** Faults of the official DTDs that make a document invalid whatever its writer does. */
export const DEFECTS = {
  'joint-104': {
    id: 'joint-104',
    zh: '104 版 DTD 的「會辦機關」「主辦機關」用到決行、審核、承辦、會辦、收文日期，卻沒有宣告這五個元素，所以任何會銜公文會辦單都無法通過官方 DTD 驗證',
  },
  'general-name-2015': {
    id: 'general-name-2015',
    zh: '104 年 5 月版標籤集漏了「總稱」的宣告，109 年 12 月版已補上',
  },
  'note-text': {
    id: 'note-text',
    zh: '信封檔標籤集的 note 允許「文字」，卻沒有宣告「文字」元素，所以用文字填寫的 note 無法通過官方 DTD 驗證',
  },
  'envelope-blank': {
    id: 'envelope-blank',
    zh: '104_g2b2c_envelope.dtd 引用標籤集的檔名是「104_envelope.ent 」（結尾多一個空白），依標準剖析時找不到檔案',
  },
  'signature-namespace': {
    id: 'signature-namespace',
    zh: '線上簽核標籤集的 Signature 沒有宣告 xmlns 屬性，依 XML 簽章標準寫了命名空間的檔案反而無法通過官方 DTD 驗證',
  },
} as const satisfies Readonly<Record<string, Defect>>;

export type DefectId = keyof typeof DEFECTS;

const SIGNER = { ...holds('(姓名,職稱?)'), undeclaredBy: 'joint-104' };

/** The five elements that the 104 DTD of 會銜公文會辦單 lacks, as 99 and the interior set have them. */
export const jointRepair: TagSet = {
  決行: SIGNER,
  審核: SIGNER,
  承辦: SIGNER,
  會辦: SIGNER,
  收文日期: { ...holds('(年月日)'), undeclaredBy: 'joint-104' },
};
