import type { Algorithm } from '../certificate/algorithm.ts';
import { Cursor } from '../der/cursor.ts';
import { contentOf, DerError, type Element, expectTag } from '../der/element.ts';
import { TAG } from '../der/tags.ts';
import { smallIntegerOf } from '../der/values.ts';
import { source } from '../der/web-crypto.ts';
import { algorithmIdentifier, octetString, sequence, smallInteger } from '../der/write.ts';
import { CMS_OID } from './oids.ts';

/** Ciphers that are written. GCM (RFC 5084) notices every change; CBC is for receivers that know nothing newer. */
export type ContentCipher = 'aes-256-gcm' | 'aes-256-cbc';

/** How content is encrypted, as a message says. */
export interface CipherDescription {
  readonly mode: 'gcm' | 'cbc';
  readonly keyBytes: 16 | 24 | 32;
  readonly iv: Uint8Array;
}

const CIPHERS: Readonly<Record<string, readonly ['gcm' | 'cbc', 16 | 24 | 32]>> = {
  [CMS_OID.aes128Cbc]: ['cbc', 16],
  [CMS_OID.aes192Cbc]: ['cbc', 24],
  [CMS_OID.aes256Cbc]: ['cbc', 32],
  [CMS_OID.aes128Gcm]: ['gcm', 16],
  [CMS_OID.aes192Gcm]: ['gcm', 24],
  [CMS_OID.aes256Gcm]: ['gcm', 32],
};

/** Length of a GCM tag; shorter ones are refused. */
export const TAG_BYTES = 16;

/** Reads a content encryption algorithm; undefined when it is not supported. */
export function readCipher({ oid, parameters }: Algorithm): CipherDescription | undefined {
  const cipher = CIPHERS[oid];
  if (!cipher) return undefined;
  if (!parameters) throw new DerError('a cipher without parameters');
  const [mode, keyBytes] = cipher;
  return { mode, keyBytes, iv: mode === 'cbc' ? cbcIv(parameters) : gcmNonce(parameters) };
}

function cbcIv(parameters: Element): Uint8Array {
  const iv = contentOf(expectTag(parameters, TAG.octetString));
  if (iv.length !== 16) throw new DerError('an IV of the wrong length');
  return iv;
}

/** GCMParameters of RFC 5084 §3.2; the tag length is 12 where it is left out, which is too short for us. */
function gcmNonce(parameters: Element): Uint8Array {
  const cursor = Cursor.of(parameters);
  const nonce = contentOf(cursor.next(TAG.octetString));
  const length = cursor.optional(TAG.integer);
  cursor.done();
  if (nonce.length !== 12) throw new DerError('a nonce of the wrong length');
  if (!length || smallIntegerOf(length) !== TAG_BYTES) throw new DerError('a shortened authentication tag');
  return nonce;
}

/** AlgorithmIdentifier of a cipher that is written. */
export function writeCipher(cipher: ContentCipher, iv: Uint8Array): Uint8Array {
  if (cipher === 'aes-256-cbc') return algorithmIdentifier(CMS_OID.aes256Cbc, octetString(iv));
  return algorithmIdentifier(CMS_OID.aes256Gcm, sequence(octetString(iv), smallInteger(TAG_BYTES)));
}

/** Encrypts; with GCM the result is ciphertext and tag, one after the other. */
export async function encryptContent(
  cipher: ContentCipher,
  key: Uint8Array,
  iv: Uint8Array,
  content: Uint8Array,
): Promise<Uint8Array> {
  const name = cipher === 'aes-256-cbc' ? 'AES-CBC' : 'AES-GCM';
  const imported = await crypto.subtle.importKey('raw', source(key), name, false, ['encrypt']);
  return new Uint8Array(await crypto.subtle.encrypt({ name, iv: source(iv) }, imported, source(content)));
}

/**
 * Decrypts; undefined when key or content are wrong.
 *
 * @param authenticated DER of authenticated attributes, GCM only
 */
export async function decryptContent(
  cipher: CipherDescription,
  key: Uint8Array,
  encrypted: Uint8Array,
  authenticated?: Uint8Array,
): Promise<Uint8Array | undefined> {
  if (key.length !== cipher.keyBytes) return undefined;
  const name = cipher.mode === 'cbc' ? 'AES-CBC' : 'AES-GCM';
  const imported = await crypto.subtle.importKey('raw', source(key), name, false, ['decrypt']);
  const algorithm = {
    name,
    iv: source(cipher.iv),
    ...(authenticated && { additionalData: source(authenticated) }),
  };
  try {
    return new Uint8Array(await crypto.subtle.decrypt(algorithm, imported, source(encrypted)));
  } catch (error) {
    if (error instanceof Error && error.name === 'OperationError') return undefined;
    throw error;
  }
}
