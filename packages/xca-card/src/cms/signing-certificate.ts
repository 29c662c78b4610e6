import { readAlgorithm } from '../certificate/algorithm.ts';
import type { Certificate } from '../certificate/certificate.ts';
import { readGeneralNames } from '../certificate/general-name.ts';
import { sameName } from '../certificate/name.ts';
import { type DigestName, digestOf } from '../certificate/signature-algorithm.ts';
import { equalBytes } from '../der/bytes.ts';
import { Cursor } from '../der/cursor.ts';
import type { Element } from '../der/element.ts';
import { TAG } from '../der/tags.ts';
import { integerHex, octetsOf } from '../der/values.ts';
import { source } from '../der/web-crypto.ts';
import { explicit, octetString, sequence, tlv } from '../der/write.ts';
import { type Attributes, singleValue } from './attributes.ts';
import { CMS_OID } from './oids.ts';

/**
 * SigningCertificateV2 of RFC 5035 §3 for a certificate, SHA-256: it ties the signature to this certificate, not only to
 * its key.
 */
export async function writeSigningCertificate(certificate: Certificate): Promise<Uint8Array> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', source(certificate.der)));
  const issuer = sequence(explicit(4, certificate.issuer.der));
  const issuerSerial = sequence(issuer, tlv(TAG.integer, certificate.serialBytes));
  // The hash algorithm is SHA-256 by default and in DER therefore left out.
  const essCertId = sequence(octetString(hash), issuerSerial);
  return sequence(sequence(essCertId));
}

/** Whether the signed attributes name this certificate as the signer's. */
export async function checkSigningCertificate(
  attributes: Attributes,
  certificate: Certificate,
): Promise<'absent' | 'matches' | 'differs'> {
  const second = singleValue(attributes, CMS_OID.signingCertificateV2);
  const first = singleValue(attributes, CMS_OID.signingCertificate);
  if (!second && !first) return 'absent';
  const results = await Promise.all([
    second ? matches(second, certificate, 'v2') : true,
    first ? matches(first, certificate, 'v1') : true,
  ]);
  return results.every(Boolean) ? 'matches' : 'differs';
}

/** The first ESSCertID is that of the signer's certificate. */
async function matches(value: Element, certificate: Certificate, version: 'v1' | 'v2'): Promise<boolean> {
  const list = Cursor.of(Cursor.of(value).next(TAG.sequence));
  const cursor = Cursor.of(list.next(TAG.sequence));
  const algorithm = version === 'v2' ? cursor.optional(TAG.sequence) : undefined;
  const defaultDigest: DigestName = version === 'v1' ? 'SHA-1' : 'SHA-256';
  const digest = algorithm ? digestOf(readAlgorithm(algorithm)) : defaultDigest;
  const hash = octetsOf(cursor.next());
  const issuerSerial = cursor.optional(TAG.sequence);
  cursor.done();
  if (!digest) return false;
  const actual = new Uint8Array(await crypto.subtle.digest(digest, source(certificate.der)));
  return equalBytes(actual, hash) && (!issuerSerial || namesCertificate(issuerSerial, certificate));
}

function namesCertificate(issuerSerial: Element, certificate: Certificate): boolean {
  const cursor = Cursor.of(issuerSerial);
  const names = readGeneralNames(cursor.next(TAG.sequence));
  const serial = integerHex(cursor.next(TAG.integer));
  cursor.done();
  const named = names.some((name) => name.kind === 'directory' && sameName(name.value, certificate.issuer));
  return serial === certificate.serial && named;
}
