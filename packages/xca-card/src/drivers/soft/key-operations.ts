import type { DecryptPadding, HashName } from '../../card/card.ts';
import { source } from '../../der/web-crypto.ts';
import type { CardKeys } from './card-record.ts';
import { decryptPkcs1, signPkcs1 } from './pkcs1.ts';
import { softError } from './soft-error.ts';

/** What the chip does with its two private keys. */
export interface KeyOperations {
  sign(data: Uint8Array, hash: HashName): Promise<Uint8Array>;
  /** RSASSA-PKCS1-v1_5 over a DigestInfo made elsewhere. */
  signBlock(digestInfo: Uint8Array): Uint8Array;
  /** @throws CardError `DECRYPT_FAILED` */
  decrypt(ciphertext: Uint8Array, padding: DecryptPadding): Promise<Uint8Array>;
  /** Overwrites the key bytes. */
  destroy(): void;
}

/** Key operations of a simulated card; the bytes of `keys` are overwritten by `destroy`. */
export function createKeyOperations(keys: CardKeys): KeyOperations {
  const imported = new Map<string, Promise<CryptoKey>>();
  const importKey = (pkcs8: Uint8Array, name: string, hash: string, usage: KeyUsage) => {
    const id = `${name} ${hash}`;
    const known =
      imported.get(id) ?? crypto.subtle.importKey('pkcs8', source(pkcs8), { name, hash }, false, [usage]);
    imported.set(id, known);
    return known;
  };
  return {
    async sign(data, hash) {
      const key = await importKey(keys.sign, 'RSASSA-PKCS1-v1_5', hash, 'sign');
      return new Uint8Array(await crypto.subtle.sign('RSASSA-PKCS1-v1_5', key, source(data)));
    },
    signBlock: (digestInfo) => signPkcs1(keys.sign, digestInfo),
    async decrypt(ciphertext, padding) {
      if (padding === 'pkcs1') return decryptPkcs1(keys.exchange, ciphertext);
      const key = await importKey(
        keys.exchange,
        'RSA-OAEP',
        padding === 'oaep-sha1' ? 'SHA-1' : 'SHA-256',
        'decrypt',
      );
      try {
        return new Uint8Array(await crypto.subtle.decrypt('RSA-OAEP', key, source(ciphertext)));
      } catch (cause) {
        if (cause instanceof Error && cause.name === 'OperationError')
          throw softError('DECRYPT_FAILED', {}, cause);
        throw cause;
      }
    },
    destroy() {
      imported.clear();
      keys.sign.fill(0);
      keys.exchange.fill(0);
    },
  };
}
