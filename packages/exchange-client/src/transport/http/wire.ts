import type { TransportItem } from '../transport.ts';
import type { BatchEntry } from './batch.ts';

/** First part of every address; the protocol is this SDK's reference profile. */
export const HTTP_BASE = '/kcc-reference/v1';

/** What the name of another centre begins with, where an office's code stands otherwise. */
export const PEER_PREFIX = 'centre:';

/** Header with the SHA-256 of a request's body, lower-case hexadecimal. */
export const BODY_DIGEST = 'x-kcc-body-sha256';

/** Header that names the protocol in every answer. */
export const PROFILE_HEADER = 'x-kcc-profile';

/** Its value. */
export const PROFILE_VALUE = 'reference profile; not the national exchange';

/** An item as the head of a batch entry; its bytes, where they come along, are the entry's. */
export interface WireItem extends Omit<TransportItem, 'bytes'> {
  readonly inline: boolean;
}

/** An office as JSON; certificates in base64. */
export interface WireOffice {
  readonly code: string;
  readonly unit: string;
  readonly name: string;
  readonly signing: readonly string[];
  readonly encryption: readonly string[];
}

/** What an office signs to open a session or to register. */
export interface WireProof {
  readonly code: string;
  /** ISO time; must be near the centre's. */
  readonly at: string;
  /** Random hexadecimal; used once. */
  readonly nonce: string;
  /** base64 DER of the signing certificate. */
  readonly certificate: string;
  /** base64 signature over {@link proofText}. */
  readonly signature: string;
}

/** An error as JSON. */
export interface WireError {
  readonly error: { readonly code: string; readonly message: string; readonly retryable: boolean };
}

/** The answer to one entry of a batch, in the order of the entries. */
export type BatchAnswer = { readonly value: unknown } | (WireError & { readonly status: number });

/** The bytes that a proof signs: purpose, centre, office, time, nonce, and the digest of the body it goes with. */
export function proofText(
  purpose: 'session' | 'register',
  audience: string,
  proof: Omit<WireProof, 'certificate' | 'signature'>,
  bodySha256: string,
): string {
  return ['kcc-reference-proof', purpose, audience, proof.code, proof.at, proof.nonce, bodySha256].join('\n');
}

export function toWireItem({ bytes, ...item }: TransportItem): BatchEntry {
  const head: WireItem = { ...item, inline: bytes !== undefined };
  return { head: { ...head }, bytes: bytes ?? new Uint8Array() };
}

export function fromWireItem({ head, bytes }: BatchEntry): TransportItem {
  // The centre of this profile gives exactly this; each item is checked when it is taken in.
  const { inline, ...item } = head as unknown as WireItem;
  return inline ? { ...item, bytes } : item;
}
