import { source } from '../../../der/web-crypto.ts';

/** An RSA key pair in the encodings that travel: PKCS#8 and SubjectPublicKeyInfo. */
export interface RsaKeyPair {
  readonly pkcs8: Uint8Array;
  readonly spki: Uint8Array;
}

const PUBLIC_EXPONENT = Uint8Array.of(1, 0, 1);

/** Makes an RSA key pair. */
export async function createRsaKeyPair(modulusBits: number): Promise<RsaKeyPair> {
  const algorithm = {
    name: 'RSASSA-PKCS1-v1_5',
    modulusLength: modulusBits,
    publicExponent: PUBLIC_EXPONENT,
    hash: 'SHA-256',
  };
  const pair = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  return {
    pkcs8: new Uint8Array(await crypto.subtle.exportKey('pkcs8', pair.privateKey)),
    spki: new Uint8Array(await crypto.subtle.exportKey('spki', pair.publicKey)),
  };
}

/** The private key for RSASSA-PKCS1-v1_5 under a hash. */
export async function importSigningKey(pkcs8: Uint8Array, hash: string): Promise<CryptoKey> {
  return crypto.subtle.importKey('pkcs8', source(pkcs8), { name: 'RSASSA-PKCS1-v1_5', hash }, false, [
    'sign',
  ]);
}

/** Signs data with RSASSA-PKCS1-v1_5. */
export async function rsaSign(pkcs8: Uint8Array, hash: string, data: Uint8Array): Promise<Uint8Array> {
  const key = await importSigningKey(pkcs8, hash);
  return new Uint8Array(await crypto.subtle.sign('RSASSA-PKCS1-v1_5', key, source(data)));
}
