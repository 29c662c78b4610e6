import type { Defect, TagSet } from './grammar.ts';
import { holds } from './tag-sets/rules.ts';

/** Faults of the official DTDs that make a document invalid whatever its writer does. */
export const DEFECTS = {
  'joint-104': {
    id: 'joint-104',
    zh: '會辦機關、主辦機關用到的決行、審核、承辦、會辦、收文日期都沒有宣告，任何會銜公文會辦單都無法通過驗證',
  },
  'general-name-2015': {
    id: 'general-name-2015',
    zh: '104 年 5 月版漏了「總稱」的宣告，109 年 12 月版已補上',
  },
  'note-text': {
    id: 'note-text',
    zh: 'note 允許「文字」，卻沒有宣告「文字」，這樣的 note 無法通過驗證',
  },
  'envelope-blank': {
    id: 'envelope-blank',
    zh: '引用的標籤集檔名「104_envelope.ent 」結尾多一個空白，剖析時找不到檔案',
  },
  'signature-namespace': {
    id: 'signature-namespace',
    zh: 'Signature 沒有宣告 xmlns，依標準寫了命名空間的簽章無法通過驗證',
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
