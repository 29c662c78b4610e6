import { type CertificateKey, certificateKey } from './certificate-key.ts';

export type HashAlgorithm = 'SHA-1' | 'SHA-256' | 'SHA-384' | 'SHA-512';

const DIGESTS: Readonly<Record<string, HashAlgorithm>> = {
  'http://www.w3.org/2000/09/xmldsig#sha1': 'SHA-1',
  'http://www.w3.org/2001/04/xmlenc#sha256': 'SHA-256',
  'http://www.w3.org/2001/04/xmldsig-more#sha384': 'SHA-384',
  'http://www.w3.org/2001/04/xmlenc#sha512': 'SHA-512',
};

interface SignatureAlgorithm {
  readonly type: CertificateKey['type'];
  readonly hash: HashAlgorithm;
}

const MORE = 'http://www.w3.org/2001/04/xmldsig-more#';
const SIGNATURES: Readonly<Record<string, SignatureAlgorithm>> = {
  'http://www.w3.org/2000/09/xmldsig#rsa-sha1': { type: 'RSA', hash: 'SHA-1' },
  [`${MORE}rsa-sha256`]: { type: 'RSA', hash: 'SHA-256' },
  [`${MORE}rsa-sha384`]: { type: 'RSA', hash: 'SHA-384' },
  [`${MORE}rsa-sha512`]: { type: 'RSA', hash: 'SHA-512' },
  [`${MORE}ecdsa-sha256`]: { type: 'EC', hash: 'SHA-256' },
  [`${MORE}ecdsa-sha384`]: { type: 'EC', hash: 'SHA-384' },
  [`${MORE}ecdsa-sha512`]: { type: 'EC', hash: 'SHA-512' },
};

/** A canonicalization that is known. */
export interface Canonicalization {
  readonly exclusive: boolean;
  readonly comments: boolean;
}

const C14N = 'http://www.w3.org/TR/2001/REC-xml-c14n-20010315';
const C14N_11 = 'http://www.w3.org/2006/12/xml-c14n11';
const EXCLUSIVE = 'http://www.w3.org/2001/10/xml-exc-c14n#';
export const ENVELOPED = 'http://www.w3.org/2000/09/xmldsig#enveloped-signature';

/** What a new signature names. */
export const WRITTEN = {
  canonicalization: C14N,
  digest: 'http://www.w3.org/2001/04/xmlenc#sha256',
  RSA: `${MORE}rsa-sha256`,
  EC: `${MORE}ecdsa-sha256`,
} as const;

export function canonicalizationOf(algorithm: string): Canonicalization | undefined {
  const comments = /#?WithComments$/.test(algorithm);
  const bare = algorithm.replace(/#?WithComments$/, '');
  if (bare === C14N || bare === C14N_11) return { exclusive: false, comments };
  return bare === EXCLUSIVE || `${bare}#` === EXCLUSIVE ? { exclusive: true, comments } : undefined;
}

export const digestOf = (algorithm: string): HashAlgorithm | undefined => DIGESTS[algorithm];
export const signatureOf = (algorithm: string): SignatureAlgorithm | undefined => SIGNATURES[algorithm];

/** Digest of bytes, base64. */
export async function digestBase64(hash: HashAlgorithm, bytes: Uint8Array): Promise<string> {
  return toBase64(new Uint8Array(await crypto.subtle.digest(hash, new Uint8Array(bytes))));
}

/**
 * Verifies a signature value with the key of a certificate.
 *
 * @returns undefined when the certificate's key cannot be had or is of another kind
 */
export async function verifyWith(
  certificate: Uint8Array,
  algorithm: SignatureAlgorithm,
  signature: Uint8Array,
  data: Uint8Array,
): Promise<boolean | undefined> {
  const key = certificateKey(certificate);
  if (!key || key.type !== algorithm.type) return undefined;
  const { hash } = algorithm;
  const name = key.type === 'RSA' ? 'RSASSA-PKCS1-v1_5' : 'ECDSA';
  const parameters = key.type === 'RSA' ? { name, hash } : { name, namedCurve: key.curve ?? 'P-256' };
  try {
    const imported = await crypto.subtle.importKey('spki', key.spki, parameters, false, ['verify']);
    const method = key.type === 'RSA' ? { name } : { name, hash };
    return await crypto.subtle.verify(method, imported, new Uint8Array(signature), new Uint8Array(data));
  } catch {
    return undefined;
  }
}

export function toBase64(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}

/** Reads base64 with blanks and line breaks; undefined when it is none. */
export function fromBase64(text: string): Uint8Array | undefined {
  try {
    return Uint8Array.from(atob(text.replace(/\s+/g, '')), (char) => char.charCodeAt(0));
  } catch {
    return undefined;
  }
}
