import { toHex } from '../../der/bytes.ts';
import { source } from '../../der/web-crypto.ts';
import { isCardError } from '../../errors/card-error.ts';
import { type Certificate, parseCertificate } from '../certificate.ts';
import { sameName } from '../name.ts';
import { OID } from '../oids.ts';
import { keyIdentifierFits, verifyCertificateSignature } from '../path-candidates.ts';
import { checkValidity } from '../path-check.ts';
import { unknownCritical } from '../profile.ts';
import { schemeOf } from '../signature-algorithm.ts';
import { verifySignature } from '../verify-signature.ts';
import type { RevocationStatus } from './checker.ts';
import { writeCertId } from './ocsp-request.ts';
import { type OcspResponse, statementFor } from './ocsp-response.ts';

/** An answer without next update is believed for this long. */
const MAX_AGE_MS = 86_400_000;

export interface OcspQuestion {
  readonly certificate: Certificate;
  readonly issuer: Certificate;
  /** The instant for which the status is asked. */
  readonly at: Date;
  /** The clock. */
  readonly now: Date;
}

/** What a verified answer says, RFC 6960 §3.2 and §4.2.2; `unknown` with a reason when it must not be believed. */
export async function checkOcspResponse(
  response: OcspResponse,
  question: OcspQuestion,
): Promise<RevocationStatus> {
  const { certificate, issuer, at, now } = question;
  const statement = statementFor(response, await writeCertId(certificate, issuer));
  if (!statement)
    return {
      kind: 'unknown',
      why: { zh: 'OCSP 回應不是關於此憑證', en: 'the OCSP answer is about another certificate' },
    };
  if (!(await isAuthorised(response, issuer, at)))
    return {
      kind: 'unknown',
      why: { zh: 'OCSP 回應者未獲授權', en: 'the OCSP responder is not authorised' },
    };
  const { status, thisUpdate } = statement;
  const until = statement.nextUpdate ?? new Date(response.producedAt.getTime() + MAX_AGE_MS);
  if (thisUpdate > now && thisUpdate > at)
    return { kind: 'unknown', why: { zh: 'OCSP 回應尚未生效', en: 'the OCSP answer is from the future' } };
  if (until < at)
    return { kind: 'unknown', why: { zh: 'OCSP 回應已過期', en: 'the OCSP answer has expired' } };
  if (status.kind === 'unknown')
    return {
      kind: 'unknown',
      why: { zh: 'OCSP 回應者不認得此憑證', en: 'the OCSP responder does not know the certificate' },
    };
  if (status.kind === 'revoked' && status.revokedAt > at) return { kind: 'good' };
  return status;
}

/** The signer of the answer: the issuer itself, or one whom it certified for OCSP signing (RFC 6960 §4.2.2.2). */
async function isAuthorised(response: OcspResponse, issuer: Certificate, at: Date): Promise<boolean> {
  if (await isSignedBy(response, issuer)) return true;
  for (const der of response.certificates) {
    const candidate = readable(der);
    if (!candidate || !(await isDelegate(candidate, issuer, at))) continue;
    if (await isSignedBy(response, candidate)) return true;
  }
  return false;
}

async function isDelegate(candidate: Certificate, issuer: Certificate, at: Date): Promise<boolean> {
  return (
    sameName(candidate.issuer, issuer.subject) &&
    keyIdentifierFits(candidate, issuer) &&
    candidate.extendedKeyUsage?.includes(OID.ocspSigning) === true &&
    (candidate.keyUsage === undefined || candidate.keyUsage.has('digitalSignature')) &&
    unknownCritical(candidate).length === 0 &&
    checkValidity(candidate, 0, at).length === 0 &&
    schemeOf(candidate.signatureAlgorithm)?.hash !== 'SHA-1' &&
    (await verifyCertificateSignature(candidate, issuer)) === 'valid'
  );
}

async function isSignedBy(response: OcspResponse, signer: Certificate): Promise<boolean> {
  const { responder } = response;
  if (responder.kind === 'name' && !sameName(responder.name, signer.subject)) return false;
  if (responder.kind === 'key') {
    const hash = await crypto.subtle.digest('SHA-1', source(signer.publicKey.bits));
    if (responder.keyHash !== toHex(new Uint8Array(hash))) return false;
  }
  const scheme = schemeOf(response.signatureAlgorithm);
  if (!scheme || scheme.hash === 'SHA-1') return false;
  return (await verifySignature(signer.publicKey, scheme, response.signature, response.tbs)) === 'valid';
}

function readable(der: Uint8Array): Certificate | undefined {
  try {
    return parseCertificate(der);
  } catch (error) {
    if (isCardError(error, 'CERTIFICATE_MALFORMED')) return undefined;
    throw error;
  }
}
