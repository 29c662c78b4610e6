import type { SignOffDocument, SignOffFlow, SignOffPerson } from './model.ts';

/** A file of the folder that is signed. */
export interface NewSignOffFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** 檔案格式; default: the extension of the name. */
  readonly format?: string;
}

/** A draft of the folder; its file is named by one of the files. */
export interface NewSignOffDocument extends Pick<SignOffDocument, 'name' | 'type'> {
  readonly fileName: string;
}

/** What somebody is about to sign. */
export interface NewSignOffPoint {
  readonly signer: SignOffPerson;
  /** 異動別; the official values are not public. */
  readonly change: string;
  readonly opinions?: readonly string[];
  readonly next?: readonly SignOffPerson[];
  /** 退文. */
  readonly returned?: boolean;
  readonly documents: readonly NewSignOffDocument[];
  readonly files: readonly NewSignOffFile[];
  /** Replaces the flow, where this point changed it. Needed for the first point. */
  readonly flows?: readonly SignOffFlow[];
}
