import { toHex } from '../../der/bytes.ts';
import type { Certificate } from '../certificate.ts';
import { sameName } from '../name.ts';
import type { CrlList } from './crl-list.ts';

/** Tells whether a certificate's key signed a list and may do so: same name, key identifier, cRLSign. */
export type CrlVerifier = (crl: CrlList, signer: Certificate) => Promise<boolean>;

/** A verifier that hashes each list once for each key, however often it is asked. */
export function createCrlVerifier(): CrlVerifier {
  const results = new Map<CrlList, Map<string, Promise<boolean>>>();
  return async (crl, signer) => {
    if (!mayHaveSigned(crl, signer)) return false;
    const known = results.get(crl) ?? new Map<string, Promise<boolean>>();
    results.set(crl, known);
    const key = toHex(signer.publicKey.spki);
    const result = known.get(key) ?? crl.isSignedBy(signer.publicKey);
    known.set(key, result);
    return result;
  };
}

function mayHaveSigned(crl: CrlList, signer: Certificate): boolean {
  if (!sameName(crl.issuer, signer.subject)) return false;
  if (signer.keyUsage && !signer.keyUsage.has('cRLSign')) return false;
  const keyId = crl.authorityKeyId?.keyId;
  return keyId === undefined || signer.subjectKeyId === undefined || keyId === signer.subjectKeyId;
}
