/** Generation of the exchange format, named by the ROC year of its tag set. */
export type GrammarGeneration = '91' | '93' | '97' | '99' | '104';

/** Revision of the 104 tag sets: May 2015 (104-05) or December 2020 (109-12, current). */
export type GrammarRevision = '2015' | '2020';

/** What kind of document a root element begins. */
export type DocumentKind =
  | 'letter'
  | 'decree'
  | 'announcement'
  | 'meeting'
  | 'inspection'
  | 'memo'
  | 'review'
  | 'joint'
  | 'roster'
  | 'message'
  | 'consultation'
  | 'sign-flow'
  | 'envelope'
  | 'encrypt-list'
  | 'exchange-message';

/** A kind of this package, or one of an office's own. */
export type AnyKind = DocumentKind | (string & Record<never, never>);

/** Type of an attribute: a DTD word, or the list of an enumeration. */
export type AttributeType =
  | 'CDATA'
  | 'ID'
  | 'IDREF'
  | 'IDREFS'
  | 'ENTITY'
  | 'ENTITIES'
  | 'NMTOKEN'
  | 'NMTOKENS'
  | readonly string[];

/** One attribute of an element. */
export interface AttributeRule {
  readonly type: AttributeType;
  /** `#REQUIRED`. */
  readonly required?: boolean;
  /** Value of an attribute that is not written; without it, it has none (`#IMPLIED`). */
  readonly default?: string;
}

/** What an element may hold, in DTD notation, and its attributes. */
export interface ElementRule {
  /** `EMPTY`, `ANY`, `(#PCDATA)`, or a model such as `(字,文號)`. */
  readonly content: string;
  readonly attributes?: Readonly<Record<string, AttributeRule>>;
  /** Id of the {@link Defect} by which the official DTD uses this element without declaring it. */
  readonly undeclaredBy?: string;
}

/** Elements by name. */
export type TagSet = Readonly<Record<string, ElementRule>>;

/** A fault of an official DTD that this package mends. */
export interface Defect {
  readonly id: string;
  /** What is wrong, zh-TW; the English catalogue has it in English. */
  readonly zh: string;
}

/** How sure a grammar is: the official text, partly derived from other generations, or a guess. */
export type Evidence = 'official' | 'derived' | 'unverified';

/** The rules of one root element in one generation. */
export interface Grammar {
  /** Such as `104-2020/函`. */
  readonly id: string;
  readonly generation: GrammarGeneration;
  readonly revision?: GrammarRevision;
  readonly root: string;
  readonly kind?: AnyKind;
  /** File name of the DTD, UTF-8 family where there are two. */
  readonly dtdName: string;
  /** File names of both families; equal where there is only one. */
  readonly dtdNames: { readonly utf8: string; readonly big5: string };
  readonly elements: TagSet;
  /** Faults of the official DTD that concern this root. */
  readonly defects: readonly Defect[];
  readonly evidence: Evidence;
  /** What is not proven about a grammar that is not wholly official. */
  readonly evidenceNote?: string;
}
