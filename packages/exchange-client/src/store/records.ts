import type { ArrivalState } from '../engine/arrival-state.ts';
import type { DeliveryState } from '../engine/delivery-state.ts';
import type { NoticeKind } from '../notice/notice.ts';
import type { FileRole } from '../seal/format.ts';

/** Bytes that are ready to be referred to. Small ones travel into the database with the row that names them. */
export interface StagedBlob {
  /** Lower-case hexadecimal; the blob's name. */
  readonly sha256: string;
  readonly size: number;
  /** The bytes where they are few; otherwise they are durable in the blob storage already. */
  readonly bytes?: Uint8Array;
}

export interface FileRecord {
  readonly role: FileRole;
  readonly name: string;
  readonly sha256: string;
  readonly size: number;
}

/** A fact for the evidence log; the store adds number and hash. */
export interface NewEvent {
  readonly type: string;
  /** Plain data; never a secret. */
  readonly body: Readonly<Record<string, unknown>>;
}

/** One sent dispatch. */
export interface DispatchRecord {
  readonly id: string;
  /** SHA-256 over envelope, recipients and file digests; the same request gives the same value. */
  readonly fingerprint: string;
  readonly subject: string;
  readonly packageSha256: string;
  readonly packageSize: number;
  readonly createdAt: Date;
  readonly expiresAt: Date;
}

/** One recipient of a dispatch. */
export interface DeliveryRecord {
  readonly dispatchId: string;
  /** `code` or `code/unit`. */
  readonly recipient: string;
  readonly code: string;
  readonly unit: string;
  readonly name: string;
  /** The transport's name for where it goes. */
  readonly destination: string;
  readonly state: DeliveryState;
  readonly reason?: string;
  readonly changedAt: Date;
  /** Until when the result must have been looked at (§7(6)). */
  readonly dueAt: Date;
  readonly expiresAt: Date;
  readonly receiptSha256?: string;
}

export interface DispatchDetail extends DispatchRecord {
  readonly files: readonly FileRecord[];
  readonly deliveries: readonly DeliveryRecord[];
}

export interface NewDelivery {
  readonly recipient: string;
  readonly code: string;
  readonly unit: string;
  readonly name: string;
  readonly destination: string;
  readonly dueAt: Date;
}

export interface NewDispatch {
  readonly record: DispatchRecord;
  readonly package: StagedBlob;
  readonly files: readonly (FileRecord & { readonly blob: StagedBlob })[];
  readonly deliveries: readonly NewDelivery[];
  readonly events: readonly NewEvent[];
}

/** What a job carries: a package to a destination, or a notice back to a sender. */
export type JobKind = 'dispatch' | 'notice';

/** A job that one worker holds until its lease ends. */
export interface ClaimedJob {
  readonly id: number;
  readonly kind: JobKind;
  /** Dispatch id, or notice digest. */
  readonly subject: string;
  readonly destination: string;
  /** Finished attempts before this one. */
  readonly attempts: number;
  /** Grows with every claim; an update with an older one changes nothing. */
  readonly fence: number;
  /** True when an earlier worker took the job and never came back. */
  readonly resumed: boolean;
}

/** One arrived package. */
export interface ArrivalRecord {
  readonly id: number;
  readonly sender: string;
  readonly senderName: string;
  readonly dispatchId: string;
  readonly packageSha256: string;
  readonly packageSize: number;
  readonly state: ArrivalState;
  readonly reason?: string;
  readonly subject?: string;
  readonly arrivedAt: Date;
  readonly registeredAt?: Date;
  /** Digest of the notice that answers this package. */
  readonly noticeSha256?: string;
  readonly fence: number;
}

/** A signed answer to a sender, kept for ever and sent as often as asked for. */
export interface NoticeRecord {
  readonly sha256: string;
  readonly kind: NoticeKind;
  readonly dispatchId: string;
  /** The office that gets it. */
  readonly to: string;
}

/** One event of the evidence log. */
export interface EventRecord {
  readonly stream: string;
  /** 1-based place in its stream. */
  readonly n: number;
  readonly at: Date;
  readonly type: string;
  /** JSON text, exactly as hashed. */
  readonly body: string;
  readonly previous: string;
  readonly hash: string;
}
