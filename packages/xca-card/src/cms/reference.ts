import type { Certificate } from '../certificate/certificate.ts';
import { equalBytes } from '../der/bytes.ts';
import { TAG } from '../der/tags.ts';
import { sequence, tlv } from '../der/write.ts';
import type { CertificateReference } from './signed-data.ts';

/**
 * True when a message means this certificate. The issuer's name must be the certificate's byte for byte: no signature covers
 * the reference, and a name compared without regard to case would let changed bytes pass.
 */
export function isReferenceTo(reference: CertificateReference, certificate: Certificate): boolean {
  if (reference.kind === 'key-id') return reference.keyId === certificate.subjectKeyId;
  return reference.serial === certificate.serial && equalBytes(reference.issuer.der, certificate.issuer.der);
}

/** IssuerAndSerialNumber of a certificate. */
export function issuerAndSerial(certificate: Certificate): Uint8Array<ArrayBuffer> {
  return sequence(certificate.issuer.der, tlv(TAG.integer, certificate.serialBytes));
}
