import type { Attachment } from './attachment.ts';
import type { Addressee, Contact, Issuer, Party, Recipient } from './party.ts';
import type { ItemBlock, Section } from './section.ts';

/** Generation of the exchange format, named by the ROC year of its tag set. */
export type Generation = '91' | '93' | '97' | '99' | '104';

/** 速別 — how fast the letter must be handled; the codes are the grammar's own words. */
export type Urgency = '普通件' | '速件' | '最速件';

/** 密等 — classification level; absent on an ordinary letter. */
export type ClassificationLevel = '密' | '機密' | '極機密' | '絕對機密';

/** 密等及解密條件或保密期限. */
export interface Classification {
  readonly level?: ClassificationLevel;
  /** 解密條件或保密期限 — when the classification ends. */
  readonly declassification?: string;
}

/** 發文字號 — the number a letter is known by. */
export interface DocumentNumber {
  /** 字 — the prefix word, such as 高議服. */
  readonly prefix?: string;
  /** 年度 — ROC year, 3 digits. */
  readonly year?: string;
  /** 流水號 — serial of the year, with its zeros. */
  readonly serial?: string;
  /** 支號 — branch number. */
  readonly branch?: string;
  /** The whole number as text, where the document gives only that. */
  readonly text?: string;
}

/** How sender and receiver stand to each other (行文關係); decides wording rules. Not part of the exchange XML. */
export type Relation = 'up' | 'up-non-subordinate' | 'level' | 'down' | 'people' | 'mixed';

/** Who signs and how (署名、用印). Not part of the exchange XML except for `signatures`. */
export interface Signing {
  readonly mode: '職章' | '簽字章' | '條戳' | '印信' | 'none';
  readonly title?: string;
  readonly name?: string;
  /** 代理 or 代行. */
  readonly acting?: '代理' | '代行';
}

/** 檔號、保存年限. Printed on page 1 only; not part of the exchange XML. */
export interface Archive {
  readonly fileNumber?: string;
  readonly retention?: string;
}

/** What every kind of letter has. Optional fields that are absent were absent in the source. */
export interface LetterBase {
  /** The generation the letter was read from; writers take it as an option. */
  readonly generation?: Generation;
  /** 發文機關; more than one makes a joint letter (會銜). */
  readonly issuers: readonly Issuer[];
  /** 受文者. */
  readonly addressee?: Addressee;
  /** 發文日期, ISO `YYYY-MM-DD`. */
  readonly issueDate?: string;
  /** 發文日期 as written, where it is no readable date. */
  readonly issueDateText?: string;
  /** 發文字號. */
  readonly documentNumbers: readonly DocumentNumber[];
  /** 速別. */
  readonly urgency?: Urgency;
  /** 密等及解密條件或保密期限. */
  readonly classification?: Classification;
  /** 附件 — what the 附件 field says, such as 如說明二. */
  readonly attachmentText?: string;
  readonly attachments: readonly Attachment[];
  /** 署名. */
  readonly signatures: readonly string[];
  /** Elements that no grammar of the generation knows, kept for a vendor's reader: name → text. */
  readonly extra?: Readonly<Record<string, string>>;

  readonly relation?: Relation;
  readonly signing?: Signing;
  readonly archive?: Archive;
  /** Deadline for an answer, ISO date. */
  readonly deadline?: string;
  /** The letter that this one answers. */
  readonly replyTo?: { readonly agency?: string; readonly date?: string; readonly number?: string };
}

/** 主旨, 段落 and the two lists of recipients, shared by letter-like kinds. */
export interface LetterBody {
  /** 主旨. */
  readonly subject: string;
  /** 段落 — 說明, 辦法, 擬辦, 公告事項 … */
  readonly sections: readonly Section[];
}

/** 函 and its subtypes (函類別). */
export interface OfficialLetter extends LetterBase, LetterBody {
  readonly kind: 'letter';
  /** 函類別: 函, 書函, 移文單 … */
  readonly subtype: string;
  /** 地址. */
  readonly address?: string;
  /** 聯絡方式, one line each. */
  readonly contactLines: readonly string[];
  /** 正本. */
  readonly recipients: readonly Recipient[];
  /** 副本. */
  readonly copies: readonly Recipient[];
}

/** 令. */
export interface Decree extends LetterBase, LetterBody {
  readonly kind: 'decree';
  /** 令類別: 令, 獎懲令. */
  readonly subtype: string;
  readonly recipients: readonly Recipient[];
  readonly copies: readonly Recipient[];
}

/** 公告. */
export interface Announcement extends LetterBase, LetterBody {
  readonly kind: 'announcement';
}

/** One time of a meeting: 年月日, 星期, 時分. */
export interface MeetingTime {
  /** ISO date where the text is a date. */
  readonly date?: string;
  readonly dateText?: string;
  /** 星期, one Chinese numeral. */
  readonly weekday?: string;
  /** 時分, free text such as 上午10時. */
  readonly time?: string;
}

/** 開會通知單 and 會勘通知單: the same fields under other names. */
export interface Notice extends LetterBase {
  readonly kind: 'meeting' | 'inspection';
  /** 開會事由／會勘事由. */
  readonly subject: string;
  readonly times: readonly MeetingTime[];
  /** 開會地點／會勘地點. */
  readonly place: string;
  /** 主持人. */
  readonly chairs: readonly Party[];
  /** 聯絡人及電話. */
  readonly contacts: readonly Contact[];
  /** 出席者. */
  readonly attendees: readonly Recipient[];
  /** 列席者. */
  readonly observers: readonly Recipient[];
  /** 副本. */
  readonly copies: readonly Recipient[];
  /** 備註. */
  readonly remarks?: Section;
}

/** 簽. */
export interface Memo extends LetterBase, LetterBody {
  readonly kind: 'memo';
  /** 擬辦方式 1–6. */
  readonly handling?: string;
  /** 敬陳. */
  readonly submitTo: readonly Party[];
  /** 年月日, ISO; the day beside the signature. */
  readonly signedDate?: string;
  readonly signedDateText?: string;
}

/** One row of a 簽稿會核單. */
export interface ReviewEntry {
  /** 受會單位. */
  readonly unit: string;
  /** 會核意見. */
  readonly opinion: ItemBlock;
  /** 收會時間. */
  readonly received: { readonly date: string; readonly time?: string };
  /** 會畢時間. */
  readonly finished: { readonly date: string; readonly time?: string };
  readonly attachmentText?: string;
  readonly attachments: readonly Attachment[];
}

/** 簽稿會核單. */
export interface Review extends LetterBase {
  readonly kind: 'review';
  /** 案情摘要. */
  readonly subject: string;
  /** 承辦單位. */
  readonly unit: string;
  /** 收文字號. */
  readonly receiptNumber?: DocumentNumber;
  readonly entries: readonly ReviewEntry[];
}

/** One agency's row of a 會銜公文會辦單. */
export interface JointEntry {
  readonly agency: string;
  /** 決行. */
  readonly decision?: Party;
  /** 審核. */
  readonly reviewer?: Party;
  /** 承辦. */
  readonly drafter?: Party;
  /** 會辦. */
  readonly consulted?: Party;
  readonly receivedDate?: string;
  readonly receiptNumber?: DocumentNumber;
  readonly issueDate?: string;
  readonly documentNumber?: DocumentNumber;
}

/** 會銜公文會辦單. */
export interface Joint extends LetterBase {
  readonly kind: 'joint';
  /** 公文類別. */
  readonly subtype: string;
  /** 承辦單位. */
  readonly unit: string;
  /** 會辦機關. */
  readonly partners: readonly JointEntry[];
  /** 主辦機關. */
  readonly lead: JointEntry;
}

/** A letter of any kind; `kind` tells which. */
export type Letter = OfficialLetter | Decree | Announcement | Notice | Memo | Review | Joint;

export type LetterKind = Letter['kind'];
