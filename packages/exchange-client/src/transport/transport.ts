import type { ByteSource } from '../seal/byte-source.ts';

/** A package on its way out. */
export interface Submission {
  /** Id of the dispatch; the remote side takes it once, however often it is submitted. */
  readonly id: string;
  readonly packageSha256: string;
  readonly package: ByteSource;
  /** The recipients that are still open. */
  readonly recipients: readonly {
    readonly recipient: string;
    readonly code: string;
    readonly unit: string;
  }[];
}

/** A signed notice on its way to the sender of a letter. */
export interface OutgoingNotice {
  /** Code of the office that gets it. */
  readonly to: string;
  readonly dispatchId: string;
  readonly bytes: Uint8Array;
}

/** The remote side's answer for one recipient. */
export interface SubmitOutcome {
  readonly recipient: string;
  /** `refused` is final for this recipient unless `retryable`. */
  readonly outcome: 'accepted' | 'delivered' | 'refused';
  readonly reason?: string;
  readonly retryable?: boolean;
}

/** Something that waits for us: a package, a signed notice, or word of progress. */
export interface TransportItem {
  /** The transport's own name for it. */
  readonly item: string;
  readonly kind: 'package' | 'notice' | 'progress';
  /** Who it claims to come from; proved by its signature only. */
  readonly from: string;
  readonly fromName: string;
  readonly dispatchId: string;
  readonly sha256: string;
  readonly size: number;
  /** Small items may come along at once. */
  readonly bytes?: Uint8Array;
}

/**
 * Word from the transport about a recipient; progress only, it never ends a delivery. The bytes of a progress item are
 * JSON: one of these or a list of them.
 */
export interface Progress {
  readonly dispatchId: string;
  readonly recipient: string;
  readonly state: 'DELIVERED';
  /** ISO time. */
  readonly at: string;
}

/**
 * One way to reach other offices. Every transport passes the conformance suite of `@kcc/exchange-client/testing`.
 *
 * Failures are {@link ExchangeError}: TRANSPORT_UNREACHABLE when certainly nothing was taken,
 * TRANSPORT_INDETERMINATE when that is unknown, TRANSPORT_REFUSED when the remote side said no.
 */
export interface Transport {
  readonly name: string;
  /** Where a recipient's packages go; jobs of one destination share a breaker. */
  destinationOf(recipient: string): string;
  submit(submission: Submission, signal?: AbortSignal): Promise<readonly SubmitOutcome[]>;
  /** Sends a signed notice to the sender of a letter; taken once, however often it is sent. */
  sendNotice(notice: OutgoingNotice, signal?: AbortSignal): Promise<void>;
  /** Several small packages in one call, each with an answer of its own in the same order; saves round trips. */
  submitMany?(
    submissions: readonly Submission[],
    signal?: AbortSignal,
  ): Promise<readonly PromiseSettledResult<readonly SubmitOutcome[]>[]>;
  /** Several notices in one call, each with an answer of its own in the same order. */
  sendNotices?(
    notices: readonly OutgoingNotice[],
    signal?: AbortSignal,
  ): Promise<readonly PromiseSettledResult<void>[]>;
  /** What waits, the oldest first; the same until it is acknowledged. */
  poll(options: { readonly limit: number }, signal?: AbortSignal): Promise<readonly TransportItem[]>;
  open(item: TransportItem): ByteSource;
  /** Tells that items are safe on our side and need not be kept. */
  acknowledge(items: readonly TransportItem[], signal?: AbortSignal): Promise<void>;
}

/** `code` or `code/unit`: the name of a recipient inside a dispatch. */
export function recipientKey(code: string, unit = ''): string {
  return unit === '' ? code : `${code}/${unit}`;
}

/** The recipient that a key names. */
export function recipientOf(key: string): Submission['recipients'][number] {
  const [code = '', unit = ''] = key.split('/', 2);
  return { recipient: recipientKey(code, unit), code, unit };
}
