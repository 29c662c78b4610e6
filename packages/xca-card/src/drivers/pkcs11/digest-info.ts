import type { HashName } from '../../card/card.ts';

/** DER before the digest in a PKCS#1 v1.5 signature (RFC 8017 §9.2, note 1). */
const PREFIXES: Readonly<Record<HashName, string>> = {
  'SHA-1': '3021300906052b0e03021a05000414',
  'SHA-256': '3031300d060960864801650304020105000420',
  'SHA-384': '3041300d060960864801650304020205000430',
  'SHA-512': '3051300d060960864801650304020305000440',
};

/** DigestInfo of a digest, to be signed with CKM_RSA_PKCS by a card that does not hash itself. */
export function digestInfo(hash: HashName, digest: Uint8Array): Uint8Array {
  const prefix = PREFIXES[hash].match(/../g) ?? [];
  const out = new Uint8Array(prefix.length + digest.length);
  out.set(prefix.map((byte) => Number.parseInt(byte, 16)));
  out.set(digest, prefix.length);
  return out;
}
