import type Forge from 'node-forge';
import type { Decrypter, Signer } from '../card/card.ts';
import { type Certificate, parseCertificate } from '../certificate/certificate.ts';
import { equalBytes } from '../der/bytes.ts';
import { createKeyOperations } from '../drivers/soft/key-operations.ts';
import { CardError } from '../errors/card-error.ts';

/** A key of a PKCS#12 file, usable as a card's. */
export interface ImportedKey {
  readonly certificate: Certificate;
  readonly signer: Signer;
  readonly decrypter: Decrypter;
}

/** What a PKCS#12 file holds. */
export interface Pkcs12Content {
  /** Keys that have their certificate along. */
  readonly keys: readonly ImportedKey[];
  /** Every other certificate. */
  readonly certificates: readonly Certificate[];
}

/**
 * Reads a PKCS#12 file (.pfx, .p12), also of the old kind with 3DES or RC2. This is the only place where node-forge is
 * used, loaded on use: it takes the file apart, and neither signs nor verifies.
 *
 * @throws CardError `PKCS12_PASSWORD`, `PKCS12_MALFORMED`
 */
export async function importPkcs12(bytes: Uint8Array, password: string): Promise<Pkcs12Content> {
  const { default: forge } = await import('node-forge');
  const { privateKeys, certificates } = takeApart(forge, bytes, password);
  const used = new Set<Certificate>();
  const keys = privateKeys.flatMap(({ pkcs8, spki }) => {
    const certificate = certificates.find(({ publicKey }) => equalBytes(publicKey.spki, spki));
    if (!certificate) return [];
    used.add(certificate);
    return [importedKey(certificate, pkcs8, certificates)];
  });
  if (keys.length === 0) throw malformed('沒有私密金鑰與其憑證');
  return { keys, certificates: certificates.filter((certificate) => !used.has(certificate)) };
}

function importedKey(certificate: Certificate, pkcs8: Uint8Array, all: readonly Certificate[]): ImportedKey {
  const operations = createKeyOperations({ sign: pkcs8, exchange: pkcs8 });
  const chain = all
    .filter(({ isCa, subject, issuer }) => isCa && subject.text !== issuer.text)
    .map(({ der }) => der);
  return {
    certificate,
    signer: {
      certificate: certificate.der,
      chain,
      sign: (data, hash = 'SHA-256') => operations.sign(data, hash),
    },
    decrypter: {
      certificate: certificate.der,
      decrypt: (ciphertext, padding = 'oaep-sha256') => operations.decrypt(ciphertext, padding),
    },
  };
}

interface Parts {
  readonly privateKeys: readonly { readonly pkcs8: Uint8Array; readonly spki: Uint8Array }[];
  readonly certificates: readonly Certificate[];
}

function takeApart(forge: typeof Forge, bytes: Uint8Array, password: string): Parts {
  const toBytes = (asn1: Forge.asn1.Asn1) => fromBinary(forge.asn1.toDer(asn1).getBytes());
  const file = openFile(forge, bytes, password);
  const bags = file.safeContents.flatMap(({ safeBags }) => safeBags);
  const privateKeys = bags.flatMap(({ key }) => {
    // Bags with a key of another kind than RSA have `key` null and cannot be used as a card's.
    if (!key || !('d' in key)) return [];
    const publicKey = forge.pki.setRsaPublicKey(key.n, key.e);
    const info = forge.pki.wrapRsaPrivateKey(forge.pki.privateKeyToAsn1(key));
    return [{ pkcs8: toBytes(info), spki: toBytes(forge.pki.publicKeyToAsn1(publicKey)) }];
  });
  const certificates = bags.flatMap(({ cert, asn1, type }) => {
    if (type !== forge.pki.oids.certBag) return [];
    return [parseCertificate(toBytes(cert ? forge.pki.certificateToAsn1(cert) : asn1))];
  });
  return { privateKeys, certificates };
}

function openFile(forge: typeof Forge, bytes: Uint8Array, password: string): Forge.pkcs12.Pkcs12Pfx {
  try {
    const asn1 = forge.asn1.fromDer(forge.util.createBuffer(binary(bytes)));
    return forge.pkcs12.pkcs12FromAsn1(asn1, password);
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : '';
    // The library knows no error types; this text is the one for a failed integrity check.
    if (/password/i.test(message)) throw new CardError('PKCS12_PASSWORD');
    throw malformed('無法讀取');
  }
}

function malformed(reason: string): CardError {
  return new CardError('PKCS12_MALFORMED', { details: { reason } });
}

function fromBinary(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

function binary(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
}
