import type { CardCertificate } from '../../card/card.ts';
import type { CardRank } from '../../certificate/identity.ts';
import { fromBase64, toBase64 } from '../../der/bytes.ts';
import type { Organisation } from './gpki/organisation.ts';
import type { AuthorityId } from './gpki/test-gpki.ts';
import type { SealedBytes, WrappedKey } from './vault.ts';

/** A counted secret that opens the card key. */
export interface SecretSlot {
  readonly triesLeft: number;
  readonly wrapped: WrappedKey;
}

/** CRL reason of RFC 5280 §5.3.1 under which a card was revoked. */
export type RevocationReason =
  | 'unspecified'
  | 'keyCompromise'
  | 'affiliationChanged'
  | 'superseded'
  | 'cessationOfOperation';

/** Everything a simulated card remembers. Times are ISO 8601 UTC. */
export interface CardRecord {
  readonly format: 'kcc-soft-card-1';
  readonly number: string;
  readonly label: string;
  readonly authority: AuthorityId;
  readonly rank: CardRank;
  readonly organisation: Organisation;
  readonly issuedAt: string;
  readonly notAfter: string;
  /** 開卡 */
  readonly activatedAt?: string;
  /** 停用 */
  readonly suspendedAt?: string;
  /** 廢止 */
  readonly revoked?: { readonly at: string; readonly reason: RevocationReason };
  /** Number of the card that this one was renewed by; a card is renewed once. */
  readonly renewedBy?: string;
  /** Absent until the card is opened. */
  readonly pin?: SecretSlot;
  readonly userCode: SecretSlot;
  /** The two private keys, PKCS#8 in base64 in JSON, under the card key. */
  readonly keys: SealedBytes;
  readonly certificates: readonly StoredCertificate[];
}

interface StoredCertificate {
  readonly use: CardCertificate['use'];
  readonly label: string;
  readonly id: string;
  /** Base64. */
  readonly der: string;
}

/** The two private keys of a card, PKCS#8. */
export interface CardKeys {
  readonly sign: Uint8Array;
  readonly exchange: Uint8Array;
}

export function storeCertificate(certificate: CardCertificate): StoredCertificate {
  return { ...certificate, der: toBase64(certificate.der) };
}

export function loadCertificates(record: CardRecord): CardCertificate[] {
  return record.certificates.map((stored) => ({ ...stored, der: fromBase64(stored.der) }));
}

export function encodeKeys(keys: CardKeys): Uint8Array {
  const json = JSON.stringify({ sign: toBase64(keys.sign), exchange: toBase64(keys.exchange) });
  return new TextEncoder().encode(json);
}

export function decodeKeys(bytes: Uint8Array): CardKeys {
  const json: { sign: string; exchange: string } = JSON.parse(new TextDecoder().decode(bytes));
  return { sign: fromBase64(json.sign), exchange: fromBase64(json.exchange) };
}
