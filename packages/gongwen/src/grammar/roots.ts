import { type DefectId, jointRepair } from './defects.ts';
import { type Edition, envelopeTagsOf, letterTagsOf, signTagsOf } from './generations.ts';
import type { DocumentKind, ElementRule, Evidence, TagSet } from './grammar.ts';

/** One root in one edition. */
export interface RootEdition {
  /** DTD file name without family and extension, such as `104_2`. */
  readonly file: string;
  readonly content: string;
  readonly evidence?: Evidence;
}

/** A root element through the generations. */
export interface Root {
  readonly kind: DocumentKind;
  readonly editions: Readonly<Partial<Record<Edition, RootEdition>>>;
  readonly tagsOf: (edition: Edition) => TagSet;
  readonly attributes?: ElementRule['attributes'];
  readonly defects?: readonly DefectId[];
  /** The DTD has one name, without `_utf8` or `_big5`. */
  readonly singleFamily?: boolean;
}

const CLASSIFIED = '速別?,密等及解密條件或保密期限?';
const PARTY = '((姓名,職稱?,機關代碼,單位代碼?)|(單位名,機關代碼,單位代碼)|(全銜,機關代碼))';
const PORTABLE = '含附件?,內含本文與附件之可攜式文件檔名?';

const letter = `(發文機關+,函類別,地址,聯絡方式+,受文者,發文日期,發文字號+,${CLASSIFIED},附件?,主旨,段落*,正本,副本?,署名*)`;
const letter91 =
  '(發文機關+,函類別,地址,聯絡方式+,受文者,速別?,密等及解密條件?,發文日期,發文字號+,附件?,主旨,段落*,正本,副本?,署名*)';
const decree = `(發文機關,令類別,受文者?,發文日期,發文字號,${CLASSIFIED},附件?,主旨,段落*,正本?,副本?,署名*)`;
const announcement = '(發文機關,發文日期,發文字號,附件?,主旨,段落*)';
const review = '(受文者?,發文機關,案情摘要,承辦單位,收文字號?,(受會單位,會核意見,收會時間,會畢時間,附件?)+)';
const joint = '(發文機關+,公文類別,承辦單位,會辦機關+,主辦機關,受文者?)';

const notice = (verb: string, time: string) =>
  `(發文機關,受文者,聯絡人及電話?,發文日期,發文字號,${CLASSIFIED},附件?,${verb}事由,${time},${verb}地點,主持人,出席者,列席者?,副本?,備註?,署名*)`;
const memo = (handling: string) =>
  `((發文機關|單位),受文者?,文號,${CLASSIFIED},${handling}附件?,主旨,段落*,敬陳?,署名,年月日)`;

/** The same official content in both revisions of 104. */
const in104 = (file: string, content: string): Root['editions'] => ({
  '104-2020': { file, content },
  '104-2015': { file, content },
});
const derived = (file: string, content: string): RootEdition => ({ file, content, evidence: 'derived' });

const letterRoots = {
  函: {
    kind: 'letter',
    tagsOf: letterTagsOf,
    editions: {
      ...in104('104_2', letter),
      '99': { file: '99_2', content: letter },
      '97': derived('97_2', letter),
      '93': { file: '93_2', content: letter },
      '91': derived('91_2', letter91),
    },
  },
  令: {
    kind: 'decree',
    tagsOf: letterTagsOf,
    editions: {
      ...in104('104_1', decree),
      '99': { file: '99_1', content: decree },
      '97': derived('97_1', decree),
    },
  },
  公告: {
    kind: 'announcement',
    tagsOf: letterTagsOf,
    editions: {
      ...in104('104_3', announcement),
      '99': derived('99_3', announcement),
      '97': derived('97_3', announcement),
      '93': derived('93_D', announcement),
      '91': derived('91_3', announcement),
    },
  },
  開會通知單: {
    kind: 'meeting',
    tagsOf: letterTagsOf,
    editions: {
      ...in104('104_4', notice('開會', '開會時間+')),
      '99': { file: '99_4', content: notice('開會', '開會時間') },
      '97': derived('97_4', notice('開會', '開會時間')),
      '93': derived('93_4', notice('開會', '開會時間')),
      '91': derived(
        '91_4',
        '(發文機關,受文者,聯絡人及電話?,速別?,密等及解密條件?,發文日期,發文字號,附件?,開會事由,開會時間,開會地點,主持人,出席者,列席者?,副本?,備註?,署名*)',
      ),
    },
  },
  會勘通知單: {
    kind: 'inspection',
    tagsOf: letterTagsOf,
    editions: in104('104_B', notice('會勘', '會勘時間+')),
  },
  簽: {
    kind: 'memo',
    tagsOf: letterTagsOf,
    editions: { ...in104('104_5', memo('擬辦方式?,')), '99': derived('99_5', memo('')) },
  },
  簽稿會核單: {
    kind: 'review',
    tagsOf: letterTagsOf,
    editions: { ...in104('104_6', review), '99': derived('99_6', review) },
  },
  會銜公文會辦單: {
    kind: 'joint',
    tagsOf: (edition) =>
      edition === '99' ? letterTagsOf(edition) : { ...letterTagsOf(edition), ...jointRepair },
    editions: { ...in104('104_7', joint), '99': derived('99_7', joint) },
    defects: ['joint-104'],
  },
} as const satisfies Readonly<Record<string, Root>>;

const companionRoots = {
  交換表單: {
    kind: 'roster',
    tagsOf: letterTagsOf,
    editions: {
      ...in104('104_roster', `(${PARTY},${PORTABLE},本別?)+`),
      '99': { file: '99_roster', content: `(${PARTY},${PORTABLE})+` },
      '97': derived('97_roster', `(${PARTY},${PORTABLE})+`),
      // 內含本文…檔名 is declared in the part of the 93 set that is not held
      '93': derived('93_roster', `(${PARTY},${PORTABLE})+`),
      '91': derived('91_roster', `(${PARTY},含附件?)+`),
    },
  },
  文書訊息表單: {
    kind: 'message',
    tagsOf: letterTagsOf,
    editions: in104('104_DM', '(文書訊息代碼,訊息備註)'),
  },
  跨機關陳核會稿交換表單: {
    kind: 'consultation',
    tagsOf: letterTagsOf,
    editions: in104(
      '104_consultation',
      `(${PARTY},跨機關陳核會稿文號,壓縮檔案名稱,傳送機關,會陳狀態,速別,發文日期?,發文字號?)`,
    ),
  },
  線上簽核: {
    kind: 'sign-flow',
    tagsOf: signTagsOf,
    attributes: { Id: { type: 'ID', required: true } },
    editions: {
      ...in104('104_sign', '(線上簽核流程,線上簽核資訊)'),
      '99': derived('99_sign', '(線上簽核流程,線上簽核資訊)'),
    },
    defects: ['signature-namespace'],
  },
} as const satisfies Readonly<Record<string, Root>>;

const ENVELOPE =
  '(senderinfo,receiverlist,serviceid,applicationid?,subject,expiredate?,contactinfo?,filelist?)';
const message = (receiver: string) =>
  `(senderinfo,${receiver},exchangeid,processid,applicationid?,msgtime,msgcode,msgnote)`;

const envelopeRoots = {
  'g2b2c-envelope': {
    kind: 'envelope',
    tagsOf: envelopeTagsOf,
    editions: { ...in104('104_g2b2c_envelope', ENVELOPE), '99': { file: '99_envelope', content: ENVELOPE } },
    defects: ['envelope-blank', 'note-text'],
    singleFamily: true,
  },
  'g2b2c-encrypt-list': {
    kind: 'encrypt-list',
    tagsOf: envelopeTagsOf,
    editions: in104('104_g2b2c_encrypt-list', '(receivercardlist)'),
    singleFamily: true,
  },
  'g2b2c-msg': {
    kind: 'exchange-message',
    tagsOf: (edition) =>
      edition === '99' ? { ...envelopeTagsOf(edition), object: objectWithoutNote } : envelopeTagsOf(edition),
    editions: {
      ...in104('104_msg', message('receiverlist')),
      '99': { file: '99_msg', content: message('receiverinfo') },
    },
    defects: ['note-text'],
    singleFamily: true,
  },
} as const satisfies Readonly<Record<string, Root>>;

/** 99_msg.dtd declares its own object. */
const objectWithoutNote: ElementRule = {
  content: '(orgid,unitid,orgname)',
  attributes: { type: { type: ['addressbook'], default: 'addressbook' } },
};

/** Every root element with the editions in which it is known. */
export const ROOTS = { ...letterRoots, ...companionRoots, ...envelopeRoots } as const satisfies Readonly<
  Record<string, Root>
>;

export type RootName = keyof typeof ROOTS;

/** Roots that are known to exist but not what they hold, with the reason. */
export const UNKNOWN_ROOTS: Readonly<Record<string, string>> = {
  便簽: '便簽自 109 年 12 月起列入公文類別，但 DTD 的檔名與內容都沒有公開資料',
  公文時效統計: '公文時效統計的 DTD（99_8）只知檔名，內容沒有公開資料',
};
