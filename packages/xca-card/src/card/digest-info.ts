import type { HashName } from './card.ts';

/** DER before the digest in a PKCS#1 v1.5 signature (RFC 8017 §9.2, note 1). */
const PREFIXES: Readonly<Record<HashName, string>> = {
  'SHA-1': '3021300906052b0e03021a05000414',
  'SHA-256': '3031300d060960864801650304020105000420',
  'SHA-384': '3041300d060960864801650304020205000430',
  'SHA-512': '3051300d060960864801650304020305000440',
};

/**
 * DigestInfo of a digest, to be signed by a card that does not hash itself.
 *
 * @throws RangeError when the digest has not the length of the hash
 */
export function digestInfo(hash: HashName, digest: Uint8Array): Uint8Array {
  const prefix = PREFIXES[hash].match(/../g) ?? [];
  const length = Number.parseInt(prefix.at(-1) ?? '', 16);
  if (digest.length !== length)
    throw new RangeError(`digest: ${hash} has ${length} bytes, not ${digest.length}`);
  const out = new Uint8Array(prefix.length + digest.length);
  out.set(prefix.map((byte) => Number.parseInt(byte, 16)));
  out.set(digest, prefix.length);
  return out;
}
