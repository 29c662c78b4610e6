import { fromHex } from '../../../der/bytes.ts';
import { source } from '../../../der/web-crypto.ts';
import { importSigningKey, type RsaKeyPair } from './keys.ts';
import type { NamePart } from './subject.ts';
import { nameDer } from './subject.ts';

/** A certification authority of the test GPKI with its private key. For tests and the simulated card only. */
export interface TestAuthority {
  readonly id: string;
  readonly certificate: Uint8Array;
  readonly keys: RsaKeyPair;
}

/** One extension, its value as DER. */
export interface ExtensionSpec {
  readonly oid: string;
  readonly critical?: boolean;
  readonly value: Uint8Array;
}

export interface CertificateSpec {
  readonly subject: readonly NamePart[];
  readonly spki: Uint8Array;
  readonly notBefore: Date;
  readonly notAfter: Date;
  /** Hex; default 16 random bytes. */
  readonly serial?: string;
  readonly extensions: readonly ExtensionSpec[];
  /** Default SHA-256. */
  readonly hash?: string;
}

/** Who signs: a name and a key. */
export interface CertificateIssuer {
  readonly subject: readonly NamePart[];
  readonly keys: RsaKeyPair;
}

/** Makes a certificate and signs it; DER. */
export async function buildCertificate(
  spec: CertificateSpec,
  issuer: CertificateIssuer,
): Promise<Uint8Array> {
  const { X509CertificateGenerator, Extension, Name } = await import('./x509.ts');
  const hash = spec.hash ?? 'SHA-256';
  const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash };
  const publicKey = await crypto.subtle.importKey('spki', source(spec.spki), algorithm, true, ['verify']);
  const certificate = await X509CertificateGenerator.create({
    serialNumber: spec.serial ?? randomSerial(),
    subject: new Name(source(nameDer(spec.subject)).buffer),
    issuer: new Name(source(nameDer(issuer.subject)).buffer),
    notBefore: spec.notBefore,
    notAfter: spec.notAfter,
    signingAlgorithm: algorithm,
    publicKey,
    signingKey: await importSigningKey(issuer.keys.pkcs8, hash),
    extensions: spec.extensions.map(
      (item) => new Extension(item.oid, item.critical ?? false, source(item.value)),
    ),
  });
  return new Uint8Array(certificate.rawData);
}

/** SHA-1 of the public key's bits, RFC 5280 §4.2.1.2 method 1; lower-case hex is what certificates are compared by. */
export async function keyIdentifier(bits: Uint8Array): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest('SHA-1', source(bits)));
}

/** A positive 16-byte serial number as hex. */
export function randomSerial(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[0] = ((bytes[0] ?? 0) & 0x3f) | 0x40;
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Bytes of a serial number given in hex. */
export function serialBytes(serial: string): Uint8Array {
  return fromHex(serial);
}
