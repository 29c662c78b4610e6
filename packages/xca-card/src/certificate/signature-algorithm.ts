import { Cursor } from '../der/cursor.ts';
import { DerError, type Element, onlyChild } from '../der/element.ts';
import { contextTag, TAG } from '../der/tags.ts';
import { smallIntegerOf } from '../der/values.ts';
import { type Algorithm, readAlgorithm } from './algorithm.ts';
import { OID } from './oids.ts';

export type DigestName = 'SHA-1' | 'SHA-256' | 'SHA-384' | 'SHA-512';

/** How a signature is to be verified. */
export type SignatureScheme =
  | { readonly kind: 'rsa-pkcs1'; readonly hash: DigestName }
  | { readonly kind: 'rsa-pss'; readonly hash: DigestName; readonly saltLength: number }
  | { readonly kind: 'ecdsa'; readonly hash: DigestName }
  | { readonly kind: 'ed25519'; readonly hash: undefined };

const DIGESTS: Readonly<Record<string, DigestName>> = {
  [OID.sha1]: 'SHA-1',
  [OID.sha256]: 'SHA-256',
  [OID.sha384]: 'SHA-384',
  [OID.sha512]: 'SHA-512',
};

const RSA: Readonly<Record<string, DigestName>> = {
  [OID.sha1WithRSA]: 'SHA-1',
  [OID.sha256WithRSA]: 'SHA-256',
  [OID.sha384WithRSA]: 'SHA-384',
  [OID.sha512WithRSA]: 'SHA-512',
};

const ECDSA: Readonly<Record<string, DigestName>> = {
  [OID.ecdsaWithSHA1]: 'SHA-1',
  [OID.ecdsaWithSHA256]: 'SHA-256',
  [OID.ecdsaWithSHA384]: 'SHA-384',
  [OID.ecdsaWithSHA512]: 'SHA-512',
};

/** The digest of an AlgorithmIdentifier; undefined when it is not supported (MD5 and older are not). */
export function digestOf(algorithm: Algorithm): DigestName | undefined {
  return hasNoParameters(algorithm) ? DIGESTS[algorithm.oid] : undefined;
}

/** The OID of a digest. */
export function digestOid(name: DigestName): string {
  return { 'SHA-1': OID.sha1, 'SHA-256': OID.sha256, 'SHA-384': OID.sha384, 'SHA-512': OID.sha512 }[name];
}

/** The scheme of a signature's AlgorithmIdentifier; undefined when it is not supported. */
export function schemeOf(algorithm: Algorithm): SignatureScheme | undefined {
  const rsa = RSA[algorithm.oid];
  if (rsa) return hasNoParameters(algorithm) ? { kind: 'rsa-pkcs1', hash: rsa } : undefined;
  const ecdsa = ECDSA[algorithm.oid];
  if (ecdsa) return algorithm.parameters ? undefined : { kind: 'ecdsa', hash: ecdsa };
  if (algorithm.oid === OID.ed25519)
    return algorithm.parameters ? undefined : { kind: 'ed25519', hash: undefined };
  if (algorithm.oid === OID.rsassaPss && algorithm.parameters) return pssScheme(algorithm.parameters);
  return undefined;
}

/** True for absent parameters and for NULL (RFC 4055 §2.1 lets both stand). */
export function hasNoParameters({ parameters }: Algorithm): boolean {
  return (
    parameters === undefined || (parameters.tag === TAG.null && parameters.end === parameters.contentStart)
  );
}

/** RSASSA-PSS-params of RFC 4055 §3.1; hash and mask hash must be the same. */
function pssScheme(parameters: Element): SignatureScheme | undefined {
  try {
    const cursor = Cursor.of(parameters);
    const hashField = cursor.optional(contextTag(0));
    const maskField = cursor.optional(contextTag(1));
    const saltField = cursor.optional(contextTag(2));
    const trailerField = cursor.optional(contextTag(3));
    cursor.done();
    const hash = hashField ? digestOf(readAlgorithm(onlyChild(hashField))) : 'SHA-1';
    const maskHash = maskField ? maskDigest(readAlgorithm(onlyChild(maskField))) : 'SHA-1';
    const saltLength = saltField ? smallIntegerOf(onlyChild(saltField)) : 20;
    const trailer = trailerField ? smallIntegerOf(onlyChild(trailerField)) : 1;
    if (!hash || hash !== maskHash || trailer !== 1) return undefined;
    return { kind: 'rsa-pss', hash, saltLength };
  } catch (error) {
    if (error instanceof DerError) return undefined;
    throw error;
  }
}

/** The digest inside an MGF1 AlgorithmIdentifier. */
export function maskDigest(algorithm: Algorithm): DigestName | undefined {
  if (algorithm.oid !== OID.mgf1 || !algorithm.parameters) return undefined;
  return digestOf(readAlgorithm(algorithm.parameters));
}
