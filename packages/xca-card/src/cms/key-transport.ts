import type { DecryptPadding } from '../card/card.ts';
import { type Algorithm, readAlgorithm } from '../certificate/algorithm.ts';
import type { Certificate } from '../certificate/certificate.ts';
import { OID } from '../certificate/oids.ts';
import { digestOf, hasNoParameters, maskDigest } from '../certificate/signature-algorithm.ts';
import { Cursor } from '../der/cursor.ts';
import { contentOf, onlyChild } from '../der/element.ts';
import { contextTag, TAG } from '../der/tags.ts';
import { source } from '../der/web-crypto.ts';
import { algorithmIdentifier, explicit, nullValue, sequence } from '../der/write.ts';

/** Paddings that are written. PKCS#1 v1.5 is only read, and only through a card. */
export type WrapPadding = 'oaep-sha256' | 'oaep-sha1';

/** Encrypts a content key to a certificate's RSA key. */
export async function wrapContentKey(
  certificate: Certificate,
  key: Uint8Array,
  padding: WrapPadding,
): Promise<Uint8Array> {
  const algorithm = { name: 'RSA-OAEP', hash: padding === 'oaep-sha1' ? 'SHA-1' : 'SHA-256' };
  const publicKey = await crypto.subtle.importKey(
    'spki',
    source(certificate.publicKey.spki),
    algorithm,
    false,
    ['encrypt'],
  );
  return new Uint8Array(await crypto.subtle.encrypt('RSA-OAEP', publicKey, source(key)));
}

/** AlgorithmIdentifier of a padding, RFC 4055 §4.1; the defaults are SHA-1. */
export function writePadding(padding: WrapPadding): Uint8Array {
  if (padding === 'oaep-sha1') return algorithmIdentifier(OID.rsaesOaep, sequence());
  const sha256 = algorithmIdentifier(OID.sha256, nullValue());
  const parameters = sequence(explicit(0, sha256), explicit(1, algorithmIdentifier(OID.mgf1, sha256)));
  return algorithmIdentifier(OID.rsaesOaep, parameters);
}

/** The padding that a message names; undefined when a card cannot do it. */
export function readPadding(algorithm: Algorithm): DecryptPadding | undefined {
  if (algorithm.oid === OID.rsaEncryption) return hasNoParameters(algorithm) ? 'pkcs1' : undefined;
  if (algorithm.oid !== OID.rsaesOaep || !algorithm.parameters) return undefined;
  const cursor = Cursor.of(algorithm.parameters);
  const hashField = cursor.optional(contextTag(0));
  const maskField = cursor.optional(contextTag(1));
  const labelField = cursor.optional(contextTag(2));
  cursor.done();
  const hash = hashField ? digestOf(readAlgorithm(onlyChild(hashField))) : 'SHA-1';
  const mask = maskField ? maskDigest(readAlgorithm(onlyChild(maskField))) : 'SHA-1';
  if (labelField && !isEmptyLabel(readAlgorithm(onlyChild(labelField)))) return undefined;
  if (hash !== mask) return undefined;
  if (hash === 'SHA-256') return 'oaep-sha256';
  return hash === 'SHA-1' ? 'oaep-sha1' : undefined;
}

function isEmptyLabel({ oid, parameters }: Algorithm): boolean {
  return oid === OID.pSpecified && parameters?.tag === TAG.octetString && contentOf(parameters).length === 0;
}
