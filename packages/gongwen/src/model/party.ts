/** 全銜 — an agency or organisation under its full name. */
export interface Organisation {
  readonly type: 'organisation';
  readonly name: string;
  /** 機關代碼, 10 characters. */
  readonly code?: string;
}

/** 單位名 — a unit of an agency. */
export interface Unit {
  readonly type: 'unit';
  readonly name: string;
  readonly code?: string;
  /** 單位代碼, 7 characters. */
  readonly unitCode?: string;
}

/** 姓名、職稱 — a person. */
export interface Person {
  readonly type: 'person';
  readonly name: string;
  readonly title?: string;
  readonly code?: string;
  readonly unitCode?: string;
}

/** 總稱 — a collective name; empty when the recipients are hidden (行文單位保密). */
export interface Collective {
  readonly type: 'collective';
  readonly name: string;
  /** Those whom the name stands for. They stand in the roster (SW) only, never in the letter's text. */
  readonly members?: readonly Recipient[];
}

export type Party = Organisation | Unit | Person | Collective;

/** 發文機關: an organisation or one of its units. */
export type Issuer = Organisation | Unit;

/** One entry of 正本, 副本, 出席者, 列席者. Codes live in the roster (SW) and are joined by position and name. */
export type Recipient = Party & {
  /** 含附件 — free text of the grammar, such as 含附件. */
  readonly withAttachments?: string;
  /** 內含本文與附件之可攜式文件檔名 — a file that holds text and attachments; roster only. */
  readonly portableFile?: string;
  /** How this recipient is reached; not part of the exchange XML. Default: electronic when a code is known. */
  readonly channel?: 'electronic' | 'paper';
  /** 本別 where it is neither 正本 nor 副本. */
  readonly copyKind?: string;
  /** Postal address for paper and envelopes; not part of the exchange XML. */
  readonly postal?: { readonly postalCode?: string; readonly address?: string };
};

/** 受文者: one recipient, or words that point at the roster (交換表). */
export type Addressee =
  | { readonly type: 'roster'; readonly text: string }
  | (Party & { readonly withAttachments?: string; readonly portableFile?: string });

/** 聯絡人及電話. */
export interface Contact {
  readonly name: string;
  readonly title?: string;
  readonly phone: string;
}
