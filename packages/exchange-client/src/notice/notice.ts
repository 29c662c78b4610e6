import type { SignatureAlgorithm } from '../certificate/signature.ts';
import type { PackageParty } from '../seal/format.ts';

/** First line of every notice. */
export const NOTICE_MAGIC = 'KCC-REFERENCE-PROFILE-NOTICE/1 not the national wire format\n';

/**
 * What a notice says: the letter is registered (收文確認), a person returns it (退文), the receiver's system refuses the
 * bytes, or the centre cannot deliver.
 */
export type NoticeKind = 'registered' | 'returned' | 'refused' | 'undeliverable';

const KINDS: readonly NoticeKind[] = ['registered', 'returned', 'refused', 'undeliverable'];

/** The bytes that the answering side signs. */
export interface NoticeStatement {
  readonly profile: 'reference';
  readonly type: 'notice';
  readonly version: 1;
  readonly kind: NoticeKind;
  /** Id of the dispatch. */
  readonly id: string;
  /** Sender of the letter, who gets this notice. */
  readonly sender: PackageParty;
  /** The recipient that this notice is about. */
  readonly receiver: PackageParty;
  /** Digest of the whole package that arrived. */
  readonly packageSha256: string;
  /** Every file of the letter with its digest; empty when the package could not be opened. */
  readonly files: readonly { readonly name: string; readonly sha256: string }[];
  /** ISO time by the signer's clock. */
  readonly at: string;
  readonly reason?: string;
  /** The msg file (交換確認訊息) as XML text. Its code table is not published: msgcode carries the kind. */
  readonly message: string;
  readonly signatureAlgorithm: SignatureAlgorithm;
  /** base64 DER. */
  readonly certificate: string;
}

/** A notice taken apart; nothing is trusted yet. */
export interface ParsedNotice {
  readonly statement: NoticeStatement;
  readonly signedBytes: Uint8Array;
  readonly signature: Uint8Array;
}

export function parseNoticeKind(text: unknown): NoticeKind {
  const kind = KINDS.find((item) => item === text);
  if (kind === undefined) throw new TypeError(`unknown notice kind ${String(text)}`);
  return kind;
}
