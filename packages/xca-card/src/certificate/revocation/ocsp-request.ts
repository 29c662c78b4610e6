import { TAG } from '../../der/tags.ts';
import { source } from '../../der/web-crypto.ts';
import {
  algorithmIdentifier,
  explicit,
  nullValue,
  octetString,
  oid,
  sequence,
  tlv,
} from '../../der/write.ts';
import type { Certificate } from '../certificate.ts';
import { OID } from '../oids.ts';

export const OCSP_BASIC = '1.3.6.1.5.5.7.48.1.1';
export const OCSP_NONCE = '1.3.6.1.5.5.7.48.1.2';

/** CertID of a certificate under its issuer, with SHA-1 as every responder knows it (RFC 6960 §4.1.1). */
export async function writeCertId(
  certificate: Certificate,
  issuer: Certificate,
): Promise<Uint8Array<ArrayBuffer>> {
  const [name, key] = await Promise.all([sha1(issuer.subject.der), sha1(issuer.publicKey.bits)]);
  return sequence(
    algorithmIdentifier(OID.sha1, nullValue()),
    octetString(name),
    octetString(key),
    tlv(TAG.integer, certificate.serialBytes),
  );
}

/**
 * An OCSP request for one certificate, RFC 6960 §4.1; DER.
 *
 * @param nonce put into the request so that an old answer cannot be played again
 */
export async function writeOcspRequest(
  certificate: Certificate,
  issuer: Certificate,
  nonce?: Uint8Array,
): Promise<Uint8Array<ArrayBuffer>> {
  const list = sequence(sequence(await writeCertId(certificate, issuer)));
  const extension = nonce && sequence(oid(OCSP_NONCE), octetString(octetString(nonce)));
  return sequence(sequence(list, ...(extension ? [explicit(2, sequence(extension))] : [])));
}

async function sha1(bytes: Uint8Array): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest('SHA-1', source(bytes)));
}
