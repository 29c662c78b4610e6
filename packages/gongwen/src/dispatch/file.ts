import type { Issue } from '@kcc/validators';

/** A file of a dispatch that was written. */
export interface WrittenFile {
  /** File name beside the others. */
  readonly path: string;
  /** 函 and its like (DI), 交換表單 (SW), 文書訊息表單 (DM). */
  readonly role: 'letter' | 'roster' | 'message';
  readonly bytes: Uint8Array;
}

/** The place of an attachment: the caller puts the file there. */
export interface AttachmentSlot {
  readonly path: string;
  readonly role: 'attachment-slot';
  /** SHA-256 that the letter's model gives for the file. */
  readonly sha256?: string;
}

export type DispatchFile = WrittenFile | AttachmentSlot;

export interface WrittenDispatch {
  /** Empty when an issue is an error: a dispatch is written whole or not at all. */
  readonly files: readonly DispatchFile[];
  readonly issues: readonly Issue[];
}
