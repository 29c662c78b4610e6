import type { Certificate } from '../../certificate/certificate.ts';
import { OID } from '../../certificate/oids.ts';
import { type Phrase, sameWords } from '../../certificate/phrase.ts';
import { asCertificate, validatePath } from '../../certificate/validate-path.ts';
import { equalBytes } from '../../der/bytes.ts';
import { DerError } from '../../der/element.ts';
import { source } from '../../der/web-crypto.ts';
import { phraseOf } from '../cms-issues.ts';
import { contentInMemory } from '../content-access.ts';
import { readContentInfo } from '../content-info.ts';
import { embeddedCertificates, unrelatedCertificates } from '../embedded-certificates.ts';
import { CMS_OID } from '../oids.ts';
import { revocationOf } from '../revocation-source.ts';
import { readSignedData, type SignedData } from '../signed-data.ts';
import type { VerifyOptions } from '../verify-options.ts';
import { verifySignerInfo } from '../verify-signer.ts';
import { versionIssues } from '../version-issues.ts';
import { readTstInfo, type TstInfo } from './tst-info.ts';

/** What a time-stamp token is worth. */
export type TimestampResult =
  | { readonly kind: 'trusted'; readonly time: Date; readonly authority: Certificate; readonly info: TstInfo }
  /** Intact, but its authority leads to no anchor. */
  | {
      readonly kind: 'untrusted';
      readonly time: Date;
      readonly authority: Certificate;
      readonly info: TstInfo;
    }
  | { readonly kind: 'invalid'; readonly reason: Phrase };

/**
 * Verifies an RFC 3161 token over data, such as the signature bytes of a SignerInfo.
 *
 * @param token the TimeStampToken, DER
 */
export async function verifyTimestamp(
  token: Uint8Array,
  data: Uint8Array,
  options: VerifyOptions,
): Promise<TimestampResult> {
  try {
    const { type, content } = readContentInfo(token);
    if (type !== CMS_OID.signedData) return invalid({ zh: '不是簽章訊息', en: 'not a signed message' });
    const signed = readSignedData(content);
    if (signed.contentType !== CMS_OID.tstInfo || !signed.content)
      return invalid({ zh: '不含 TSTInfo', en: 'no TSTInfo inside' });
    const info = readTstInfo(signed.content);
    if (!info.hash) return invalid({ zh: '不支援的雜湊演算法', en: 'an unsupported hash algorithm' });
    const digest = new Uint8Array(await crypto.subtle.digest(info.hash, source(data)));
    if (!equalBytes(digest, info.imprint))
      return invalid({ zh: '時戳不是對這份簽章所發', en: 'it was given for something else' });
    return await verifyAuthority(signed, info, options);
  } catch (error) {
    if (error instanceof DerError) return invalid(sameWords(error.message));
    throw error;
  }
}

async function verifyAuthority(
  signed: SignedData,
  info: TstInfo,
  options: VerifyOptions,
): Promise<TimestampResult> {
  const [signerInfo, ...more] = signed.signers;
  if (!signerInfo || more.length > 0)
    return invalid({ zh: '須恰有一個簽章', en: 'it must have exactly one signature' });
  const embedded = embeddedCertificates(signed);
  const trust = options.timestampTrust ?? options.trust;
  const extra = (trust.intermediates ?? []).concat(trust.anchors);
  const candidates = [...embedded.certificates, ...extra.map(asCertificate)];
  const content = contentInMemory(signed.content);
  const findings = await verifySignerInfo(signed, signerInfo, 0, candidates, content);
  const error = [...embedded.issues, ...versionIssues(signed), ...findings.issues].find(
    ({ severity }) => severity === 'error',
  );
  if (error) return invalid(phraseOf(error));
  const authority = findings.signer;
  if (!authority)
    return invalid({ zh: '找不到時戳服務的憑證', en: 'the certificate of its authority is missing' });
  if (
    findings.issues.some(
      ({ code }) => code === 'CMS_NO_SIGNED_ATTRIBUTES' || code === 'CMS_NO_SIGNING_CERTIFICATE',
    )
  ) {
    return invalid({
      zh: '時戳未綁定發行者憑證（RFC 3161 §2.4.2）',
      en: 'it is not tied to the certificate of its authority (RFC 3161 §2.4.2)',
    });
  }
  if (!isStampingKey(authority))
    return invalid({
      zh: '發行者憑證不得用於時戳（RFC 3161 §2.3）',
      en: 'the certificate of its authority is not for time stamps (RFC 3161 §2.3)',
    });
  // CRLs are given for the signer; one of the time-stamping authority is used when it is among them.
  const revocation = revocationOf(options, embedded.certificates, 'prefer');
  const path = await validatePath(authority, {
    ...trust,
    intermediates: [...(trust.intermediates ?? []), ...embedded.certificates],
    at: info.time,
    usage: ['digitalSignature', 'nonRepudiation'],
    purposes: [OID.timeStamping],
    ...(revocation && { revocation }),
  });
  const [stray] = options.allowUnrelatedCertificates
    ? []
    : await unrelatedCertificates(embedded.certificates, [path], { ...options, trust });
  if (stray && path.valid) return invalid(phraseOf(stray));
  return { kind: path.valid ? 'trusted' : 'untrusted', time: info.time, authority, info };
}

/** RFC 3161 §2.3: exactly one extended key usage, timeStamping, critical. */
function isStampingKey({ extensions, extendedKeyUsage }: Certificate): boolean {
  const extension = extensions.find(({ oid }) => oid === OID.extKeyUsage);
  return (
    extension?.critical === true && extendedKeyUsage?.length === 1 && extendedKeyUsage[0] === OID.timeStamping
  );
}

function invalid(reason: Phrase): TimestampResult {
  return { kind: 'invalid', reason };
}
