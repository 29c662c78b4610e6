import type { ArrivalState } from '../engine/arrival-state.ts';
import type { DeliveryState } from '../engine/delivery-state.ts';
import type { ChainHead, EvidenceBatch, NewEvidenceBatch } from '../evidence/batch.ts';
import type { ByteSource } from '../seal/byte-source.ts';
import type { BlobRef } from './blob-storage.ts';
import type {
  ArrivalRecord,
  ClaimedJob,
  DeliveryRecord,
  DispatchDetail,
  EventRecord,
  FileRecord,
  JobKind,
  NewDispatch,
  NewEvent,
  NoticeRecord,
  StagedBlob,
} from './records.ts';

export interface ClaimOptions {
  readonly kind: JobKind;
  /** Name of the worker. */
  readonly owner: string;
  readonly now: Date;
  readonly leaseMs: number;
  readonly limit: number;
  /** Most jobs of one destination in one claim. */
  readonly perDestination: number;
  /** Destinations to leave alone, because their breaker is open or they are busy. */
  readonly exclude?: readonly string[];
  /** Destinations that get one job at most, because they are on trial after a failure. */
  readonly single?: readonly string[];
  /** Begin with the destinations after this one, so that everyone has a turn. */
  readonly after?: string;
}

/** What happened to one recipient in one attempt. */
export interface DeliveryOutcome {
  readonly recipient: string;
  readonly state: DeliveryState;
  readonly reason?: string;
}

export interface Settlement {
  readonly now: Date;
  readonly outcomes: readonly DeliveryOutcome[];
  /** When the job is due again; absent when it is finished. */
  readonly retryAt?: Date;
  readonly events: readonly NewEvent[];
}

export interface MoveOptions {
  readonly dispatchId: string;
  readonly recipient: string;
  readonly to: DeliveryState;
  readonly reason?: string;
  readonly now: Date;
  readonly receipt?: StagedBlob;
  readonly events: readonly NewEvent[];
}

export interface ArrivalKey {
  readonly sender: string;
  readonly senderName: string;
  readonly dispatchId: string;
  readonly packageSha256: string;
  readonly packageSize: number;
}

/** Answer to the first sight of a package. */
export type ArrivalVerdict =
  /** Ours to work on; `resumed` when an earlier try was interrupted. */
  | { readonly verdict: 'work'; readonly arrival: ArrivalRecord; readonly resumed: boolean }
  /** Another worker has it. */
  | { readonly verdict: 'busy' }
  /** Answered before: the stored notice is the answer again. */
  | { readonly verdict: 'answered'; readonly arrival: ArrivalRecord };

export interface Registration {
  readonly arrival: ArrivalRecord;
  readonly now: Date;
  readonly subject: string;
  readonly package: StagedBlob;
  readonly files: readonly (FileRecord & { readonly blob: StagedBlob })[];
  readonly notice: NoticeRecord & { readonly blob: StagedBlob; readonly destination: string };
  readonly events: readonly NewEvent[];
}

export interface Parking {
  readonly arrival: ArrivalRecord;
  readonly now: Date;
  readonly reason: string;
  /** Kept for a person to look at. */
  readonly package?: StagedBlob;
  readonly notice?: NoticeRecord & { readonly blob: StagedBlob; readonly destination: string };
  readonly events: readonly NewEvent[];
}

export interface UnconfirmedOptions {
  /** Only those due at or before. */
  readonly dueBy?: Date;
  readonly limit?: number;
}

/**
 * Durable memory of an engine. Each method is one transaction that is on the disk when its promise resolves. Every
 * store passes the conformance suite of `@kcc/exchange-client/testing`.
 */
export interface Store {
  // Bytes
  stage(content: AsyncIterable<Uint8Array>): Promise<StagedBlob>;
  /**
   * Stages bytes that were announced by digest and size; large ones go on where an earlier try broke off, where the blob
   * storage can. The blob is another than the announced one when the bytes were others.
   */
  stageAnnounced(announced: BlobRef, content: ByteSource): Promise<StagedBlob>;
  openBlob(sha256: string): Promise<ByteSource>;
  /** Opens bytes that no row refers to yet. */
  openStaged(blob: StagedBlob): ByteSource;

  // Sending
  /** Inserts a dispatch, or gives the one that is there under this id. */
  createDispatch(
    dispatch: NewDispatch,
  ): Promise<{ readonly created: boolean; readonly dispatch: DispatchDetail }>;
  findDispatch(id: string): Promise<DispatchDetail | undefined>;
  listDispatches(options: {
    readonly limit: number;
    readonly before?: Date;
  }): Promise<readonly DispatchDetail[]>;
  claimJobs(options: ClaimOptions): Promise<readonly ClaimedJob[]>;
  /** Extends leases; gives the ids that are still held. */
  extendLeases(jobs: readonly ClaimedJob[], until: Date): Promise<readonly number[]>;
  /** Writes an attempt's result; false when the lease was lost and nothing was written. */
  settleJob(job: ClaimedJob, settlement: Settlement): Promise<boolean>;
  /** Moves one delivery where its state allows it; false and unchanged where not. The events are kept in any case. */
  moveDelivery(move: MoveOptions): Promise<boolean>;
  /** Ends deliveries whose time is over; gives how many. */
  expireDeliveries(now: Date, limit: number): Promise<number>;
  unconfirmed(options: UnconfirmedOptions): Promise<readonly DeliveryRecord[]>;
  pendingJobs(): Promise<number>;

  // Receiving
  beginArrival(key: ArrivalKey, owner: string, now: Date, leaseMs: number): Promise<ArrivalVerdict>;
  /** Keeps hold of an arrival; false when another worker took it over. */
  touchArrival(arrival: ArrivalRecord, state: ArrivalState, until: Date): Promise<boolean>;
  /** Registers once, for ever, with the notice in the same transaction; gives what is registered in the end. */
  register(
    registration: Registration,
  ): Promise<{ readonly registered: boolean; readonly arrival: ArrivalRecord }>;
  park(parking: Parking): Promise<boolean>;
  /** Queues the stored notice again. */
  resendNotice(notice: NoticeRecord, destination: string, now: Date): Promise<void>;
  findNotice(sha256: string): Promise<NoticeRecord | undefined>;
  findArrivals(dispatchId: string): Promise<readonly ArrivalRecord[]>;
  listArrivals(options: {
    readonly limit: number;
    readonly state?: ArrivalState;
  }): Promise<readonly ArrivalRecord[]>;
  arrivalFiles(arrivalId: number): Promise<readonly FileRecord[]>;
  /** Marks a registered letter handed over; false when it is not in that state. */
  handOver(arrival: ArrivalRecord, now: Date, events: readonly NewEvent[]): Promise<boolean>;
  /** Marks a registered letter returned, with the notice in the same transaction. */
  requestReturn(
    arrival: ArrivalRecord,
    now: Date,
    notice: NoticeRecord & { readonly blob: StagedBlob; readonly destination: string },
    events: readonly NewEvent[],
  ): Promise<boolean>;

  // Evidence
  appendEvents(stream: string, at: Date, events: readonly NewEvent[]): Promise<void>;
  events(stream: string): Promise<readonly EventRecord[]>;
  /** Heads of chains that changed since their last batch. */
  unsealedHeads(limit: number): Promise<readonly ChainHead[]>;
  addBatch(batch: NewEvidenceBatch): Promise<boolean>;
  lastBatch(): Promise<EvidenceBatch | undefined>;
  batchesOf(stream: string): Promise<readonly EvidenceBatch[]>;

  close(): Promise<void>;
}

/** Stream of the evidence log for a sent dispatch. */
export function sentStream(dispatchId: string): string {
  return `sent:${dispatchId}`;
}

/** Stream of the evidence log for an arrived package. */
export function receivedStream(sender: string, dispatchId: string): string {
  return `received:${sender}:${dispatchId}`;
}
