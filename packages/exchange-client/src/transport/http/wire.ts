import type { TransportItem } from '../transport.ts';

/** First part of every address; the protocol is this SDK's reference profile. */
export const HTTP_BASE = '/kcc-reference/v1';

/** Header that names the protocol in every answer. */
export const PROFILE_HEADER = 'x-kcc-profile';

/** Its value. */
export const PROFILE_VALUE = 'reference profile; not the national exchange';

/** An item as JSON; small bytes in base64. */
export interface WireItem extends Omit<TransportItem, 'bytes'> {
  readonly bytes?: string;
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

/** The bytes that a proof signs: purpose, centre, office, time, nonce, and the digest of the body it goes with. */
export function proofText(
  purpose: 'session' | 'register',
  audience: string,
  proof: Omit<WireProof, 'certificate' | 'signature'>,
  bodySha256: string,
): string {
  return ['kcc-reference-proof', purpose, audience, proof.code, proof.at, proof.nonce, bodySha256].join('\n');
}

export function toWireItem({ bytes, ...item }: TransportItem): WireItem {
  return bytes === undefined ? item : { ...item, bytes: Buffer.from(bytes).toString('base64') };
}

export function fromWireItem({ bytes, ...item }: WireItem): TransportItem {
  return bytes === undefined ? item : { ...item, bytes: new Uint8Array(Buffer.from(bytes, 'base64')) };
}
