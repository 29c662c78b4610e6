/** Hash algorithms of an envelope, as the grammar writes them. */
export type HashAlgorithm = 'sha256' | 'sha384' | 'sha512';

/** Issuer systems of a card in an encrypt list (憑證種類). */
export type CardAuthority = 'GCA' | 'MOEACA' | 'XCA' | 'MOICA' | 'HCA';

/** note of an object or file: the four fields of the current format, or the plain text of older ones. */
export type EnvelopeNote =
  | {
      readonly kind: 'document';
      /** doctype — 文別. */
      readonly type: string;
      /** docdate — 發文日期 as written. */
      readonly date: string;
      /** docword — 發文字號. */
      readonly word: string;
      /** docpriority — 速別. */
      readonly priority: string;
    }
  | { readonly kind: 'text'; readonly text: string };

/** object — one office in an envelope or message. */
export interface ExchangeParty {
  /** orgid — 機關代碼. */
  readonly code: string;
  /** unitid — 單位代碼; empty for the office itself. */
  readonly unit: string;
  /** orgname — 機關名稱. */
  readonly name: string;
  readonly note?: EnvelopeNote;
}

/** file of a filelist. */
export interface EnvelopeFile {
  readonly name: string;
  readonly algorithm: HashAlgorithm;
  /** Lower-case hexadecimal. */
  readonly hash: string;
  /** @needsig. */
  readonly needsSignature: boolean;
  readonly note?: EnvelopeNote;
}

/** EN — g2b2c-envelope (信封檔). */
export interface Envelope {
  readonly sender: ExchangeParty;
  readonly receivers: readonly ExchangeParty[];
  readonly serviceId: string;
  readonly applicationId?: string;
  readonly subject: string;
  /** expiredate; written `yyyy-MM-dd HH:mm:ss` in Taipei time. */
  readonly expires?: Date;
  readonly contact?: string;
  readonly print?: EnvelopeFile;
  readonly description?: EnvelopeFile;
  readonly others: readonly EnvelopeFile[];
}

/** cardlist — one wrapped key for one card. */
export interface WrappedKey {
  readonly authority: CardAuthority;
  /** cardnum. */
  readonly card: string;
  readonly method: 'RSA' | 'DSA';
  /** CipherData, decoded from base64. */
  readonly ciphertext: Uint8Array;
}

/** receiverobject of an encrypt list. */
export interface KeyRecipient {
  readonly code: string;
  readonly unit: string;
  readonly keys: readonly WrappedKey[];
}

/** ESW — g2b2c-encrypt-list (加密表單). */
export interface EncryptList {
  readonly receivers: readonly KeyRecipient[];
}

/** msg — g2b2c-msg (交換確認訊息). Meanings of the ids and codes are not published; values are kept as they stand. */
export interface ExchangeMessage {
  readonly sender: ExchangeParty;
  readonly receivers: readonly ExchangeParty[];
  readonly exchangeId: string;
  readonly processId: string;
  readonly applicationId?: string;
  /** msgtime as written. */
  readonly time: string;
  readonly code: string;
  readonly note: string;
}
