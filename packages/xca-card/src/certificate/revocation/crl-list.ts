import type { DistinguishedName } from '../name.ts';
import type { PublicKey } from '../public-key.ts';
import { schemeOf } from '../signature-algorithm.ts';
import { verifySignature } from '../verify-signature.ts';
import { type Crl, type CrlHead, parseCrl } from './crl.ts';
import { findInCrl, type RevokedEntry } from './crl-scan.ts';

/** A CRL that can be asked, wherever its entries lie. */
export interface CrlList extends CrlHead {
  /**
   * @param serial content octets of the certificate's serial number
   * @param issuer the certificate's issuer
   */
  find(serial: Uint8Array, issuer: DistinguishedName): Promise<RevokedEntry | undefined>;
  /** Whether the key made the list's signature. */
  isSignedBy(key: PublicKey): Promise<boolean>;
}

/** A list, or the bytes of one (DER or PEM). */
export type CrlInput = CrlList | Uint8Array;

/** @throws CardError `CRL_MALFORMED` */
export function asCrlList(input: CrlInput): CrlList {
  return input instanceof Uint8Array ? listInMemory(parseCrl(input)) : input;
}

export function listInMemory(crl: Crl): CrlList {
  return {
    ...crl,
    find: async (serial, issuer) => findInCrl(crl, serial, issuer),
    isSignedBy: async (key) =>
      (await verifySignature(key, schemeOf(crl.signatureAlgorithm), crl.signature, crl.tbs)) === 'valid',
  };
}
