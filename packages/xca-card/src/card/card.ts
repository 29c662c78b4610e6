/** Which of the card's two keys: `sign` is cert1 (CKA_ID SIGN), `exchange` is cert2 (CKA_ID KEYX). */
export type KeyUse = 'sign' | 'exchange';

export type HashName = 'SHA-1' | 'SHA-256' | 'SHA-384' | 'SHA-512';

/** RSA padding of a wrapped key. */
export type DecryptPadding = 'oaep-sha256' | 'oaep-sha1' | 'pkcs1';

/** A certificate on the card, readable without a PIN. */
export interface CardCertificate {
  readonly use: KeyUse | 'ca' | 'root';
  /** Label on the card: cert1, cert2, CA Cert, ROOT CA Cert. */
  readonly label: string;
  /** CKA_ID bytes as text where it is ASCII, otherwise hex. */
  readonly id: string;
  /** DER. */
  readonly der: Uint8Array;
}

/** What a reader shows without a PIN. */
export interface Card {
  /** Card number (卡號): the token's serial number, 16 characters. */
  readonly number: string;
  readonly label: string;
  readonly certificates: readonly CardCertificate[];
  /** PIN tries left where the driver can tell without using one. */
  readonly retriesLeft?: number;
}

/** One reader, with its card when one is inserted. */
export interface Reader {
  readonly name: string;
  /** Opaque handle that {@link CardDriver.open} takes; changes may follow an insertion. */
  readonly id: string;
  readonly card?: Card;
}

/**
 * Makes RSASSA-PKCS1-v1_5 signatures over data. Structural: packages that need a signature take any object of this
 * shape and never import this package.
 */
export interface Signer {
  /** DER of the certificate that belongs to the key. */
  readonly certificate: Uint8Array;
  /** DER of the issuers above it, nearest first. */
  readonly chain?: readonly Uint8Array[];
  /** Signs `data` (not a digest); gives the raw signature bytes. */
  sign(data: Uint8Array, hash?: HashName): Promise<Uint8Array>;
  /**
   * Signs a digest that was made elsewhere, where this way to the card can; it is trusted to be what the holder saw.
   *
   * @throws RangeError when the digest has not the length of the hash
   */
  signDigest?(digest: Uint8Array, hash: HashName): Promise<Uint8Array>;
}

/** Opens a wrapped key. Structural like {@link Signer}. */
export interface Decrypter {
  readonly certificate: Uint8Array;
  decrypt(ciphertext: Uint8Array, padding?: DecryptPadding): Promise<Uint8Array>;
}

/** A PIN: text, or its UTF-8 bytes, which the driver overwrites with zeros once they were used. */
export type PinInput = string | Uint8Array;

/** A card that accepted its PIN. Close it; the PIN is not kept. */
export interface CardSession {
  readonly card: Card;
  /** The signer of cert1. */
  readonly signer: Signer;
  /** The decrypter of cert2. */
  readonly decrypter: Decrypter;
  changePin(current: PinInput, next: PinInput): Promise<void>;
  close(): Promise<void>;
}

export interface OpenOptions {
  /** Consent to send a PIN although only one try is left. Default false: refused with `PIN_LAST_TRY`. */
  readonly allowLastTry?: boolean;
}

export type CardEvent =
  | { readonly type: 'inserted'; readonly reader: Reader }
  | { readonly type: 'removed'; readonly reader: Reader };

/** One way to reach cards. Every driver passes the conformance suite in `@kcc/xca-card/testing`. */
export interface CardDriver {
  readonly name: string;
  readers(): Promise<readonly Reader[]>;
  /** Opens a session with one try of the PIN; never retries. */
  open(readerId: string, pin: PinInput, options?: OpenOptions): Promise<CardSession>;
  /** Insertions and removals until the signal aborts. */
  events(signal: AbortSignal): AsyncIterable<CardEvent>;
  close(): Promise<void>;
}
