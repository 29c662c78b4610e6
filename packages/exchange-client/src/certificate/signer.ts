import type { SignatureAlgorithm } from './signature.ts';

/** Hash of a signature. */
export type SignatureHash = 'SHA-1' | 'SHA-256' | 'SHA-384' | 'SHA-512';

/** RSA padding of a wrapped key. */
export type UnwrapPadding = 'oaep-sha256' | 'oaep-sha1' | 'pkcs1';

/** Anything that signs: a card session's signer, a software key, a remote module. */
export interface Signer {
  /** How {@link Signer.sign} signs. Default: RSASSA-PKCS1-v1_5-SHA-256. */
  readonly algorithm?: SignatureAlgorithm;
  /** DER of the certificate that belongs to the key. */
  readonly certificate: Uint8Array;
  /** Signs `data` (not a digest); gives the raw RSASSA-PKCS1-v1_5 signature unless {@link Signer.algorithm} says otherwise. */
  sign(data: Uint8Array, hash?: SignatureHash): Promise<Uint8Array>;
}

/** Anything that opens a wrapped key. */
export interface Decrypter {
  /** DER of the certificate that belongs to the key. */
  readonly certificate: Uint8Array;
  decrypt(ciphertext: Uint8Array, padding?: UnwrapPadding): Promise<Uint8Array>;
}
