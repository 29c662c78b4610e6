import type { WorkingCalendar } from '../calendar/working-days.ts';
import type { CertificateChecker } from '../certificate/certificate.ts';
import type { Decrypter, Signer } from '../certificate/signer.ts';
import type { TimestampSource } from '../evidence/seal-batch.ts';
import type { PackageParty } from '../seal/format.ts';
import type { KeyWrapper } from '../seal/key-wrap.ts';
import type { OpenedKeys } from '../seal/opened-keys.ts';
import type { ExchangeProfile } from '../seal/profile.ts';
import type { JobKind } from '../store/records.ts';
import type { Store } from '../store/store.ts';
import type { Transport } from '../transport/transport.ts';
import type { Breaker, BreakerPolicy } from './breaker.ts';
import type { Directory } from './directory.ts';
import type { Lane } from './lane.ts';
import type { RetryPolicy } from './retry.ts';

/** Everything an engine is made of; only the first seven must be given. */
export interface EngineOptions {
  /** The office that sends and receives. */
  readonly office: { readonly code: string; readonly unit?: string; readonly name: string };
  readonly store: Store;
  readonly transport: Transport;
  readonly directory: Directory;
  /** Signs packages and receipts (cert1). */
  readonly signer: Signer;
  /** Opens packages (cert2). */
  readonly decrypter: Decrypter;
  /**
   * Sign what waits at the same time with one signature of the key, see {@link createBatchSigner}. Default false: each
   * package and receipt has a plain signature of its own.
   */
  readonly signTogether?: boolean;
  /**
   * Let letters to one certificate share a key for ten minutes, so that the receiver's card opens one for all of them,
   * see {@link createSharedWrapper}. Default false: each package is opened by the card.
   */
  readonly wrapTogether?: boolean;
  /** Chain and revocation of every certificate; without it only registration and validity time count. */
  readonly checker?: CertificateChecker;
  /** Certificates that may sign that a letter cannot be delivered. */
  readonly centreCertificates?: readonly Uint8Array[];
  /** Default: the reference profile. */
  readonly profile?: ExchangeProfile;
  /** Default: the system clock. */
  readonly clock?: () => Date;
  /** Default: the system's secure random bytes. */
  readonly random?: (length: number) => Uint8Array;
  /** Default: {@link DEFAULT_RETRY}. */
  readonly retry?: RetryPolicy;
  /** Default: {@link DEFAULT_BREAKER}. */
  readonly breaker?: BreakerPolicy;
  /** Default: Taiwan's government office calendar. */
  readonly calendar?: WorkingCalendar;
  /** How long a claimed job or arrival is held without a sign of life, milliseconds. Default 30,000. */
  readonly leaseMs?: number;
  /** Time a dispatch lives where its envelope gives no expiry, milliseconds. Default five days; our choice, no rule is published. */
  readonly lifetimeMs?: number;
  /** How long a directory entry is remembered, milliseconds. Default 30,000. */
  readonly directoryMs?: number;
  /** Gets an RFC 3161 token over a batch signature; without it batches carry the signer's own time. */
  readonly timestamp?: TimestampSource;
  /** Jobs and items worked on at once. Default 16. */
  readonly concurrency?: number;
  /** Take classified letters. Default false: refused with CLASSIFIED_REFUSED. */
  readonly allowClassified?: boolean;
  /** Sees every step just after it is durable; for tests and traces. */
  readonly observe?: (step: EngineStep) => void;
}

/** Places between which a process may die without loss. */
export type EngineStep =
  | 'send:staged'
  | 'send:sealed'
  | 'send:queued'
  | 'job:claimed'
  | 'job:submitted'
  | 'job:settled'
  | 'arrival:begun'
  | 'arrival:stored'
  | 'arrival:opened'
  | 'arrival:signed'
  | 'arrival:registered'
  | 'notice:claimed'
  | 'notice:sent'
  | 'notice:settled'
  | 'notice:applied'
  | 'items:acknowledged'
  | 'evidence:signed'
  | 'evidence:sealed';

/** What a desk needs. */
export interface DeskContext {
  readonly store: Store;
  readonly clock: () => Date;
}

/** The options with every default filled in, shared by the parts of an engine. */
export interface EngineContext extends DeskContext {
  readonly office: PackageParty;
  readonly transport: Transport;
  readonly directory: Directory;
  readonly signer: Signer;
  /** Signs packages and notices; the plain signer or one that signs several together. */
  readonly statementSigner: Signer;
  readonly wrapper: KeyWrapper;
  readonly decrypter: Decrypter;
  readonly openedKeys: OpenedKeys;
  readonly checker: CertificateChecker | undefined;
  readonly centreCertificates: readonly Uint8Array[];
  readonly profile: ExchangeProfile;
  readonly random: (length: number) => Uint8Array;
  readonly retry: RetryPolicy;
  readonly breaker: Breaker;
  readonly calendar: WorkingCalendar;
  readonly leaseMs: number;
  readonly lifetimeMs: number;
  readonly concurrency: number;
  readonly allowClassified: boolean;
  readonly observe: (step: EngineStep) => void;
  readonly timestamp: TimestampSource | undefined;
  /** The destination that was served last, by kind of job. */
  readonly turns: Map<JobKind, string>;
  /** Lets one worker of this engine at a time receive. */
  readonly receiving: Lane;
  /** Name of this worker among others. */
  readonly owner: string;
}
