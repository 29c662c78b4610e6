import type { Issue } from '@kcc/validators';
import type { ByteSource } from '../seal/byte-source.ts';
import type { ArrivalRecord, DeliveryRecord, DispatchDetail, FileRecord } from '../store/records.ts';
import type { ArrivalState } from './arrival-state.ts';
import type { ArrivalName } from './person-actions.ts';
import type { SendRequest, SendResult } from './send.ts';
import type { TurnReport } from './turn-report.ts';

/** One arrived letter with its files. */
export interface InboxEntry extends ArrivalRecord {
  readonly files: readonly FileRecord[];
}

export interface RunOptions {
  /** Pause after an idle turn, milliseconds. Default 1000. */
  readonly idleMs?: number;
  /** Loops that take turns at the same time. Default 1. */
  readonly workers?: number;
  /** Shortest time between two signed evidence batches, milliseconds. Default 60,000. */
  readonly evidenceMs?: number;
  /** Sees every turn's report. */
  readonly onTurn?: (report: TurnReport) => void;
}

/** What a person at an office does without a card: look, hand over, go over to paper, prove. */
export interface ExchangeDesk {
  status(id: string): Promise<DispatchDetail | undefined>;
  list(options?: { readonly limit?: number; readonly before?: Date }): Promise<readonly DispatchDetail[]>;
  /** Recipients that are neither confirmed nor on paper, the earliest due first (§7(6)). */
  unconfirmed(options?: {
    readonly dueBy?: Date;
    readonly limit?: number;
  }): Promise<readonly DeliveryRecord[]>;
  inbox(options?: { readonly limit?: number; readonly state?: ArrivalState }): Promise<readonly InboxEntry[]>;
  /** The bytes of a file of the inbox or of a sent dispatch. */
  openFile(file: FileRecord): Promise<ByteSource>;
  /** Marks a registered letter as handed over to the office's own system. */
  handOver(arrival: ArrivalName, operator?: string): Promise<ArrivalRecord>;
  /** 改紙本: ends an unsuccessful delivery on paper. */
  toPaper(dispatchId: string, recipient: string, operator?: string): Promise<DeliveryRecord>;
  /** The evidence of a sent or received dispatch as one file. */
  exportEvidence(dispatchId: string): Promise<Uint8Array>;
}

/** Sends and receives for one office. Any number of engines may share one store. */
export interface ExchangeEngine extends ExchangeDesk {
  /** Durable when it resolves; the same id and bytes give the same answer, other bytes are refused with ID_REUSED. */
  send(request: SendRequest): Promise<SendResult>;
  /** One turn: expire, send, receive, answer, seal evidence. */
  runOnce(options?: { readonly limit?: number; readonly evidence?: boolean }): Promise<TurnReport>;
  /** Takes turns until the signal aborts. */
  run(signal: AbortSignal, options?: RunOptions): Promise<void>;
  /** 退文: answers a registered letter with a signed return. */
  returnLetter(arrival: ArrivalName, reason: string, operator?: string): Promise<ArrivalRecord>;
  /** Signs one batch over every chain that changed; false when none did. */
  sealEvidence(): Promise<boolean>;
  /** Certificates of our own that end soon or cannot be used. */
  health(): Promise<readonly Issue[]>;
}
