import type { Certificate } from '../certificate/certificate.ts';
import { sameName } from '../certificate/name.ts';
import { TAG } from '../der/tags.ts';
import { sequence, tlv } from '../der/write.ts';
import type { CertificateReference } from './signed-data.ts';

/** True when a message means this certificate. */
export function isReferenceTo(reference: CertificateReference, certificate: Certificate): boolean {
  if (reference.kind === 'key-id') return reference.keyId === certificate.subjectKeyId;
  return reference.serial === certificate.serial && sameName(reference.issuer, certificate.issuer);
}

/** IssuerAndSerialNumber of a certificate. */
export function issuerAndSerial(certificate: Certificate): Uint8Array<ArrayBuffer> {
  return sequence(certificate.issuer.der, tlv(TAG.integer, certificate.serialBytes));
}
