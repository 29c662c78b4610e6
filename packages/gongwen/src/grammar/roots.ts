import { type DefectId, jointRepair } from './defects.ts';
import { type Edition, envelopeTagsOf, letterTagsOf, signTagsOf } from './generations.ts';
import type { DocumentKind, ElementRule, GrammarGeneration, TagSet } from './grammar.ts';

/** A root element through the generations. */
export interface Root {
  readonly kind: DocumentKind;
  /**
   * DTD file names without family and extension, one a generation, such as `104_2 99_2 97_2? 93_2 91_2?`; with `?` the
   * official text is not held in full, so that the grammar is partly derived.
   */
  readonly files: string;
  readonly content: string;
  /** Content in generations that differ. */
  readonly older?: Readonly<Partial<Record<GrammarGeneration, string>>>;
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

const noticeOf = (verb: string, time: string, middle: string) =>
  `(發文機關,受文者,聯絡人及電話?,${middle},附件?,${verb}事由,${time},${verb}地點,主持人,出席者,列席者?,副本?,備註?,署名*)`;
const notice = (verb: string, time: string) => noticeOf(verb, time, `發文日期,發文字號,${CLASSIFIED}`);
const memo = (handling: string) =>
  `((發文機關|單位),受文者?,文號,${CLASSIFIED},${handling}附件?,主旨,段落*,敬陳?,署名,年月日)`;

const notice99 = notice('開會', '開會時間');
const notice91 = noticeOf('開會', '開會時間', '速別?,密等及解密條件?,發文日期,發文字號');

const letterRoots = {
  函: {
    kind: 'letter',
    files: '104_2 99_2 97_2? 93_2 91_2?',
    content: letter,
    older: { '91': letter91 },
    tagsOf: letterTagsOf,
  },
  令: { kind: 'decree', files: '104_1 99_1 97_1?', content: decree, tagsOf: letterTagsOf },
  公告: {
    kind: 'announcement',
    files: '104_3 99_3? 97_3? 93_D? 91_3?',
    content: announcement,
    tagsOf: letterTagsOf,
  },
  開會通知單: {
    kind: 'meeting',
    files: '104_4 99_4 97_4? 93_4? 91_4?',
    content: notice('開會', '開會時間+'),
    older: { '99': notice99, '97': notice99, '93': notice99, '91': notice91 },
    tagsOf: letterTagsOf,
  },
  會勘通知單: {
    kind: 'inspection',
    files: '104_B',
    content: notice('會勘', '會勘時間+'),
    tagsOf: letterTagsOf,
  },
  簽: {
    kind: 'memo',
    files: '104_5 99_5?',
    content: memo('擬辦方式?,'),
    older: { '99': memo('') },
    tagsOf: letterTagsOf,
  },
  簽稿會核單: { kind: 'review', files: '104_6 99_6?', content: review, tagsOf: letterTagsOf },
  會銜公文會辦單: {
    kind: 'joint',
    files: '104_7 99_7?',
    content: joint,
    tagsOf: (edition) =>
      edition === '99' ? letterTagsOf(edition) : { ...letterTagsOf(edition), ...jointRepair },
    defects: ['joint-104'],
  },
} as const satisfies Readonly<Record<string, Root>>;

const roster = `(${PARTY},${PORTABLE})+`;

const companionRoots = {
  交換表單: {
    kind: 'roster',
    // 內含本文…檔名 is declared in the part of the 93 set that is not held
    files: '104_roster 99_roster 97_roster? 93_roster? 91_roster?',
    content: `(${PARTY},${PORTABLE},本別?)+`,
    older: { '99': roster, '97': roster, '93': roster, '91': `(${PARTY},含附件?)+` },
    tagsOf: letterTagsOf,
  },
  文書訊息表單: {
    kind: 'message',
    files: '104_DM',
    content: '(文書訊息代碼,訊息備註)',
    tagsOf: letterTagsOf,
  },
  跨機關陳核會稿交換表單: {
    kind: 'consultation',
    files: '104_consultation',
    content: `(${PARTY},跨機關陳核會稿文號,壓縮檔案名稱,傳送機關,會陳狀態,速別,發文日期?,發文字號?)`,
    tagsOf: letterTagsOf,
  },
  線上簽核: {
    kind: 'sign-flow',
    files: '104_sign 99_sign?',
    content: '(線上簽核流程,線上簽核資訊)',
    tagsOf: signTagsOf,
    attributes: { Id: { type: 'ID', required: true } },
    defects: ['signature-namespace'],
  },
} as const satisfies Readonly<Record<string, Root>>;

const message = (receiver: string) =>
  `(senderinfo,${receiver},exchangeid,processid,applicationid?,msgtime,msgcode,msgnote)`;

const envelopeRoots = {
  'g2b2c-envelope': {
    kind: 'envelope',
    files: '104_g2b2c_envelope 99_envelope',
    content: '(senderinfo,receiverlist,serviceid,applicationid?,subject,expiredate?,contactinfo?,filelist?)',
    tagsOf: envelopeTagsOf,
    defects: ['envelope-blank', 'note-text'],
    singleFamily: true,
  },
  'g2b2c-encrypt-list': {
    kind: 'encrypt-list',
    files: '104_g2b2c_encrypt-list',
    content: '(receivercardlist)',
    tagsOf: envelopeTagsOf,
    singleFamily: true,
  },
  'g2b2c-msg': {
    kind: 'exchange-message',
    files: '104_msg 99_msg',
    content: message('receiverlist'),
    older: { '99': message('receiverinfo') },
    tagsOf: (edition) =>
      edition === '99' ? { ...envelopeTagsOf(edition), object: objectWithoutNote } : envelopeTagsOf(edition),
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
