import { fromBase64, toBase64 } from '../../der/bytes.ts';
import { source } from '../../der/web-crypto.ts';

/** Bytes encrypted with AES-256-GCM. */
export interface SealedBytes {
  /** Base64, 12 bytes. */
  readonly iv: string;
  /** Base64, ciphertext and tag. */
  readonly data: string;
}

/** A key encrypted under a secret that a person remembers. */
export interface WrappedKey extends SealedBytes {
  /** Base64, 16 bytes. */
  readonly salt: string;
  /** Rounds of PBKDF2-HMAC-SHA-256. */
  readonly rounds: number;
}

/** Rounds for new cards. A PIN of six characters can be guessed offline all the same: a simulated card protects nothing of worth. */
export const DEFAULT_ROUNDS = 600_000;

export function randomKey(): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(32));
}

export async function seal(key: Uint8Array, plain: Uint8Array): Promise<SealedBytes> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const data = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, await aesKey(key), source(plain));
  return { iv: toBase64(iv), data: toBase64(new Uint8Array(data)) };
}

/** The plain bytes; undefined when the key is not the right one or the data was changed. */
export async function unseal(key: Uint8Array, sealed: SealedBytes): Promise<Uint8Array | undefined> {
  const algorithm = { name: 'AES-GCM', iv: fromBase64(sealed.iv) };
  try {
    return new Uint8Array(await crypto.subtle.decrypt(algorithm, await aesKey(key), fromBase64(sealed.data)));
  } catch (error) {
    if (error instanceof Error && error.name === 'OperationError') return undefined;
    throw error;
  }
}

export async function wrapKey(secret: Uint8Array, key: Uint8Array, rounds: number): Promise<WrappedKey> {
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const sealed = await seal(await derive(secret, salt, rounds), key);
  return { salt: toBase64(salt), rounds, ...sealed };
}

/** The wrapped key; undefined when the secret is wrong. */
export async function unwrapKey(secret: Uint8Array, wrapped: WrappedKey): Promise<Uint8Array | undefined> {
  return unseal(await derive(secret, fromBase64(wrapped.salt), wrapped.rounds), wrapped);
}

async function derive(secret: Uint8Array, salt: Uint8Array, rounds: number): Promise<Uint8Array> {
  const base = await crypto.subtle.importKey('raw', source(secret), 'PBKDF2', false, ['deriveBits']);
  const algorithm = { name: 'PBKDF2', hash: 'SHA-256', salt: source(salt), iterations: rounds };
  return new Uint8Array(await crypto.subtle.deriveBits(algorithm, base, 256));
}

async function aesKey(key: Uint8Array): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', source(key), 'AES-GCM', false, ['encrypt', 'decrypt']);
}
