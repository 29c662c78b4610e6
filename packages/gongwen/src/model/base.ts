import type { Attachment } from './attachment.ts';
import type { Extra } from './extra.ts';
import type { Addressee, Issuer } from './party.ts';
import type { Section } from './section.ts';

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
  /** 字 — the prefix word without the closing 字, such as 高議服. */
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

/** The letter that this one answers; not part of the exchange XML. */
export interface ReplyReference {
  readonly agency?: string;
  /** ISO date. */
  readonly date?: string;
  readonly number?: string;
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
  /** What no grammar of the generation knows, kept in place for a vendor's reader. */
  readonly extra?: readonly Extra[];

  readonly relation?: Relation;
  readonly signing?: Signing;
  readonly archive?: Archive;
  /** Deadline for an answer, ISO date. */
  readonly deadline?: string;
  readonly replyTo?: ReplyReference;
}

/** 主旨 and 段落, shared by letter-like kinds. */
export interface LetterBody {
  /** 主旨. */
  readonly subject: string;
  /** 段落 — 說明, 辦法, 擬辦, 公告事項 … */
  readonly sections: readonly Section[];
}
