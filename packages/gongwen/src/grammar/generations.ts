import type { GrammarGeneration, GrammarRevision, TagSet } from './grammar.ts';
import { basicTags } from './tag-sets/basic.ts';
import { envelopeTags } from './tag-sets/envelope.ts';
import { exchangeTags } from './tag-sets/exchange.ts';
import { coded, holds, texts } from './tag-sets/rules.ts';
import { signTags } from './tag-sets/sign.ts';

/** A generation of the format, 104 with its revision. */
export type Edition = Exclude<GrammarGeneration, '104'> | `104-${GrammarRevision}`;

/** All editions, newest first. */
export const EDITIONS: readonly Edition[] = ['104-2020', '104-2015', '99', '97', '93', '91'];

/** What an edition does differently from the next newer one. */
interface Change {
  readonly set?: TagSet;
  readonly remove?: readonly string[];
}

const DOCUMENT_TYPES = '令 函 公告 開會通知單 簽 簽稿會核單 會銜公文會辦單 公文時效統計';
const SIGNER = holds('(姓名,職稱?)');
const EXCHANGE_TABLE = { 交換表單: { type: 'ENTITY', required: true } } as const;

/** 收件人 without 內含本文…檔名 and with an optional 單位代碼, as 91 and 93 have it; 97 is presumed alike. */
const OLD_ADDRESSEE =
  '((((姓名,職稱?,機關代碼,單位代碼?)|(全銜,機關代碼)|(單位名,機關代碼,單位代碼?)),含附件?)|交換表)';

/** 104 of 2015: what the revision of 2020 changed. */
const to2015: Change = {
  set: {
    公文類別: coded(`${DOCUMENT_TYPES} 會勘通知單 其他`, '函'),
    總稱: { content: '(#PCDATA)', undeclaredBy: 'general-name-2015' },
    交換表: { content: 'EMPTY', attributes: EXCHANGE_TABLE },
    文書訊息代碼: holds('(#PCDATA)'),
    擬辦方式: coded('1 2 3 4 5', '1'),
  },
};

/** 99: no 會勘通知單, no messages between agencies; words where 104 has codes. */
const to99: Change = {
  set: {
    ...texts('總稱'),
    公文類別: coded(`${DOCUMENT_TYPES} 其他`, '函'),
    速別: coded('普通件 速件 最速件', '普通件'),
    附件: holds('(文字,附件檔名?)'),
    交換表: { content: '(#PCDATA)', attributes: EXCHANGE_TABLE },
    決行: SIGNER,
    審核: SIGNER,
    承辦: SIGNER,
    會辦: SIGNER,
    收文日期: holds('(年月日)'),
  },
  remove: [
    ...['傳送機關', '擬辦方式', '會勘時間', '會勘事由', '會勘地點'],
    ...['跨機關陳核會稿文號', '壓縮檔案名稱', '會陳狀態', '文書訊息代碼', '訊息備註'],
  ],
};

/** 97: 密等 still has 普通, an omitted 令類別 means 令. */
const to97: Change = {
  set: {
    令類別: coded('令 獎懲令', '令'),
    密等: coded('普通 密 機密 極機密 絕對機密', '普通'),
    受文者: holds(OLD_ADDRESSEE),
  },
};

/** 93: 令 is a 函類別, and so are the proposals about appointments. */
const to93: Change = {
  set: {
    函類別: coded(
      '函 書函 交辦案件通知單 交議案件通知單 催辦案件通知單 移文單 機密文書機密等級變換或註銷建議單 機密文書機密等級變換或註銷通知單 派兼建議函 免兼建議函 令',
      '函',
    ),
  },
  remove: ['令類別'],
};

/** 91: the classification has other names. */
const to91: Change = {
  set: {
    密等及解密條件: holds('(密等,解密條件)'),
    ...texts('解密條件'),
  },
  remove: ['密等及解密條件或保密期限', '解密條件或保密期限'],
};

const CHANGES: Readonly<Record<Edition, Change>> = {
  '104-2020': {},
  '104-2015': to2015,
  '99': to99,
  '97': to97,
  '93': to93,
  '91': to91,
};

/** 99 envelope set: free text in note, two more hashes. */
const envelopeTo99: Change = {
  set: {
    note: holds('(#PCDATA)'),
    hash: {
      content: '(#PCDATA)',
      attributes: { algorithm: { type: ['md5', 'sha1', 'sha256', 'sha384', 'sha512'], default: 'sha256' } },
    },
  },
  remove: [
    ...['doctype', 'docdate', 'docword', 'docpriority', 'cardnum', 'CipherData', 'EncryptedData'],
    ...['cardlist', 'receiverobject', 'receivercardlist'],
  ],
};

function apply(tags: TagSet, change: Change): TagSet {
  const result: Record<string, TagSet[string]> = { ...tags, ...change.set };
  for (const name of change.remove ?? []) delete result[name];
  return result;
}

const letterTags = new Map<Edition, TagSet>();

/** The tag sets (基本標籤 and 電子交換標籤 together) of an edition. */
export function letterTagsOf(edition: Edition): TagSet {
  const known = letterTags.get(edition) ?? makeLetterTags(edition);
  letterTags.set(edition, known);
  return known;
}

function makeLetterTags(edition: Edition): TagSet {
  let tags: TagSet = { ...basicTags, ...exchangeTags };
  for (const step of EDITIONS) {
    tags = apply(tags, CHANGES[step]);
    if (step === edition) break;
  }
  return tags;
}

/** The tag sets of the signing file (SI): 基本標籤 and 線上簽核標籤. */
export function signTagsOf(edition: Edition): TagSet {
  const all = letterTagsOf(edition);
  const basic: Record<string, TagSet[string]> = {};
  for (const name of Object.keys(basicTags)) {
    const rule = all[name];
    if (rule !== undefined) basic[name] = rule;
  }
  return { ...basic, ...signTags };
}

/** The envelope tag set of an edition. */
export function envelopeTagsOf(edition: Edition): TagSet {
  if (edition === '99') return apply(envelopeTags, envelopeTo99);
  return { ...envelopeTags, 文字: { content: '(#PCDATA)', undeclaredBy: 'note-text' } };
}

/** Names of 基本標籤集, for writing the tag sets as files of their own. */
export const BASIC_NAMES: ReadonlySet<string> = new Set(Object.keys(basicTags));

/** Element names of the current tag sets. */
export type ElementName =
  | keyof typeof basicTags
  | keyof typeof exchangeTags
  | keyof typeof envelopeTags
  | keyof typeof signTags;
