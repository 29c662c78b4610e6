import {
  constants,
  createCipheriv,
  createDecipheriv,
  type KeyObject,
  publicEncrypt,
  randomBytes,
} from 'node:crypto';
import type { ParsedCertificate } from '../certificate/certificate.ts';
import { joinBytes } from './join-bytes.ts';
import { secretOf } from './opened-keys.ts';

/**
 * How a package's content key lies under an encryption certificate: the key itself under RSA-OAEP with SHA-256, or a
 * shared key under RSA-OAEP and behind it the content key under the shared one (AES-256 key wrap, RFC 3394).
 */
export const KEY_WRAPS = ['RSA-OAEP-SHA-256', 'RSA-OAEP-SHA-256+A256KW'] as const;

export type KeyWrap = (typeof KEY_WRAPS)[number];

/** Puts content keys under encryption certificates. */
export interface KeyWrapper {
  readonly method: KeyWrap;
  /** @param key - 32 bytes */
  wrap(certificate: ParsedCertificate, key: Uint8Array): Uint8Array;
}

/** Bytes of a content key under a shared key. */
const WRAPPED_BYTES = 40;
const CIPHER = 'id-aes256-wrap';
const IV = Buffer.alloc(8, 0xa6);

/** One RSA operation for every package. */
export const directWrapper: KeyWrapper = { method: 'RSA-OAEP-SHA-256', wrap: encrypt };

export interface SharedWrapperOptions {
  /** Packages that share a key at most. Default 1000. */
  readonly packages?: number;
  /** How long a key is shared, milliseconds. Default 600,000. */
  readonly milliseconds?: number;
  /** Default: the system clock. */
  readonly clock?: () => Date;
  /** Default: the system's secure random bytes. */
  readonly random?: (length: number) => Uint8Array;
}

/**
 * Lets the packages of some minutes to one certificate share a key, so that the receiver's card, which needs half a
 * second each time, opens one for all of them. Whoever learns a shared key can open the packages that share it and no
 * other; every package still has a content key of its own.
 */
export function createSharedWrapper(options: SharedWrapperOptions = {}): KeyWrapper {
  const { packages = 1000, milliseconds = 600_000, clock = () => new Date() } = options;
  const { random = (length: number) => new Uint8Array(randomBytes(length)) } = options;
  const shared = new Map<string, SharedKey>();

  function keyFor(certificate: ParsedCertificate): SharedKey {
    const now = clock().getTime();
    const known = shared.get(certificate.fingerprint);
    if (known !== undefined && known.left > 0 && now < known.until) return known;
    for (const [fingerprint, { until }] of shared) if (until <= now) shared.delete(fingerprint);
    const bytes = random(32);
    const head = encrypt(certificate, bytes);
    const fresh = { key: secretOf(bytes), head, until: now + milliseconds, left: packages };
    shared.set(certificate.fingerprint, fresh);
    return fresh;
  }

  return {
    method: 'RSA-OAEP-SHA-256+A256KW',
    wrap(certificate, key) {
      const entry = keyFor(certificate);
      entry.left -= 1;
      const cipher = createCipheriv(CIPHER, entry.key, IV);
      return joinBytes([entry.head, cipher.update(key), cipher.final()]);
    },
  };
}

interface SharedKey {
  readonly key: KeyObject;
  /** The key under the certificate. */
  readonly head: Uint8Array;
  readonly until: number;
  left: number;
}

/** The part for the card and, of a shared key, the part under it. */
export function splitWrapped(
  ciphertext: Uint8Array,
  method: KeyWrap,
): { readonly head: Uint8Array; readonly tail: Uint8Array | undefined } {
  if (method === 'RSA-OAEP-SHA-256') return { head: ciphertext, tail: undefined };
  const at = Math.max(0, ciphertext.length - WRAPPED_BYTES);
  return { head: ciphertext.subarray(0, at), tail: ciphertext.subarray(at) };
}

/** @throws Error when the bytes are not a key under this one */
export function unwrapShared(shared: KeyObject, wrapped: Uint8Array): Uint8Array {
  if (wrapped.length !== WRAPPED_BYTES) throw new RangeError(`a wrapped key has ${WRAPPED_BYTES} bytes`);
  const decipher = createDecipheriv(CIPHER, shared, IV);
  return joinBytes([decipher.update(wrapped), decipher.final()]);
}

function encrypt({ publicKey }: ParsedCertificate, key: Uint8Array): Uint8Array {
  const padding = constants.RSA_PKCS1_OAEP_PADDING;
  return new Uint8Array(publicEncrypt({ key: publicKey, padding, oaepHash: 'sha256' }, key));
}
