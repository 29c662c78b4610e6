import type { Generation } from '../model/base.ts';
import type { Extra } from '../model/extra.ts';

/** 簽核人員. */
export interface SignOffPerson {
  /** 機關. */
  readonly agency?: { readonly name: string; readonly code?: string };
  /** 單位. */
  readonly unit: string;
  /** 職稱. */
  readonly title: string;
  readonly name: string;
  /** 帳號. */
  readonly account: string;
  /** 角色. */
  readonly role?: string;
}

/** 流程點, or 分會點 with the flows that run beside each other. */
export type SignOffStep =
  | { readonly type: 'point'; readonly role: string }
  | { readonly type: 'branch'; readonly flows: readonly SignOffFlow[] };

/** 簽核流程. */
export interface SignOffFlow {
  readonly id: string;
  /** 異動別. */
  readonly change: string;
  readonly steps: readonly SignOffStep[];
}

/** 電子檔案資訊 — one file of the folder. */
export interface SignOffFile {
  /** 原始檔序號, by which drafts and pages refer to the file. */
  readonly serial: string;
  /** 序號. */
  readonly order: string;
  /** 產生時間, as written. */
  readonly createdAt: string;
  readonly name: string;
  /** 檔案大小, as written. */
  readonly size: string;
  /** 檔案格式. */
  readonly format: string;
}

/** 文稿 — one draft of the folder. */
export interface SignOffDocument {
  readonly name: string;
  /** 文稿類型. */
  readonly type: string;
  /** 原始檔序號. */
  readonly fileSerial: string;
  readonly order: string;
  readonly createdAt: string;
  /** 原始檔序號 of the pages (文稿頁面檔). */
  readonly pages: readonly string[];
  /** Names of the attachments. */
  readonly attachments: readonly string[];
}

/** 簽核文件夾 or 子文簽核文件夾. */
export interface SignOffFolder {
  readonly type: 'main' | 'child';
  readonly id?: string;
  readonly createdAt: string;
  readonly documents: readonly SignOffDocument[];
  readonly files: readonly SignOffFile[];
}

/** 簽核點定義 — what one person signed at one moment. */
export interface SignOffPoint {
  readonly id?: string;
  /** Id of the Object that holds what was signed. */
  readonly objectId?: string;
  readonly signer: SignOffPerson;
  /** 異動別. */
  readonly change: string;
  /** 簽核意見. */
  readonly opinions: readonly string[];
  /** 簽章時間, as written; its official format is not public. */
  readonly signedAt: string;
  /** 次位簽核人員. */
  readonly next: readonly SignOffPerson[];
  /** 退文. */
  readonly returned?: boolean;
  /** 借卡日期、借卡原因. */
  readonly borrowedCard?: { readonly date: string; readonly reason: string };
  readonly folder?: SignOffFolder;
}

/**
 * 簽核電子檔 (SI) — who signed what, when and in which order.
 *
 * It is a view for programs: pages, stamps and hand-written opinions stay in the document's tree, which is the record.
 */
export interface SignOff {
  readonly generation?: Generation;
  /** 線上簽核流程. */
  readonly flows: readonly SignOffFlow[];
  /** 線上簽核資訊, oldest first. */
  readonly points: readonly SignOffPoint[];
  readonly extra?: readonly Extra[];
}

/** What may sign: a card session's signer, or anything of its shape. */
export interface SignOffSigner {
  /** DER of the certificate that belongs to the key. */
  readonly certificate: Uint8Array;
  /** Signs data (not a digest) with SHA-256. */
  sign(data: Uint8Array): Promise<Uint8Array>;
}
