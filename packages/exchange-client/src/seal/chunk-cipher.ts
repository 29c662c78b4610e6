import { createCipheriv, createDecipheriv, createSecretKey } from 'node:crypto';
import { ExchangeError } from '../exchange-error.ts';
import { LAST_CHUNK, TAG_BYTES, uint32 } from './format.ts';
import { joinBytes } from './join-bytes.ts';

/**
 * AES-256-GCM over numbered chunks. The nonce holds the chunk's number and whether it is the last, so chunks cannot be
 * swapped, dropped, repeated or cut off; the associated data ties them to one package header.
 */
export interface ChunkCipher {
  /** Gives length and mark, ciphertext and tag in one piece. */
  seal(plain: Uint8Array, last: boolean): Uint8Array;
  /** @throws {@link ExchangeError} DECRYPTION_FAILED when the chunk is not the next one of this package */
  open(sealed: Uint8Array, last: boolean): Uint8Array;
}

/**
 * @param key - 32 bytes, used for one package only; copied, so the caller may wipe it
 * @param prefix - 7 random bytes
 * @param associated - digest of the header
 */
export function createChunkCipher(key: Uint8Array, prefix: Uint8Array, associated: Uint8Array): ChunkCipher {
  const secret = createSecretKey(key);
  let number = 0;

  function nextNonce(last: boolean): Uint8Array {
    const nonce = new Uint8Array(12);
    nonce.set(prefix);
    new DataView(nonce.buffer).setUint32(7, number);
    nonce[11] = last ? 1 : 0;
    number += 1;
    if (number > 0xffff_ffff)
      throw new ExchangeError('TOO_LARGE', { details: { what: 'chunks', limit: 0xffff_ffff } });
    return nonce;
  }

  return {
    seal(plain, last) {
      const cipher = createCipheriv('aes-256-gcm', secret, nextNonce(last));
      cipher.setAAD(associated);
      const body = cipher.update(plain);
      cipher.final();
      const length = body.length + TAG_BYTES;
      return joinBytes([uint32((length | (last ? LAST_CHUNK : 0)) >>> 0), body, cipher.getAuthTag()]);
    },
    open(sealed, last) {
      const place = `chunk ${number}`;
      const decipher = createDecipheriv('aes-256-gcm', secret, nextNonce(last), { authTagLength: TAG_BYTES });
      decipher.setAAD(associated);
      if (sealed.length < TAG_BYTES) throw new ExchangeError('DECRYPTION_FAILED', { details: { place } });
      decipher.setAuthTag(sealed.subarray(sealed.length - TAG_BYTES));
      try {
        const plain = decipher.update(sealed.subarray(0, sealed.length - TAG_BYTES));
        decipher.final();
        return plain;
      } catch (cause) {
        throw new ExchangeError('DECRYPTION_FAILED', { details: { place }, cause });
      }
    },
  };
}
