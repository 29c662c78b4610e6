import type { Issue } from '@kcc/validators';
import type { Certificate } from '../certificate/certificate.ts';
import { equalBytes } from '../der/bytes.ts';
import { CardError } from '../errors/card-error.ts';
import { cmsIssue } from './cms-issues.ts';
import { contentInMemory } from './content-access.ts';
import { readContentInfo, reading } from './content-info.ts';
import { embeddedCertificates, unrelatedCertificates } from './embedded-certificates.ts';
import { gradeOf, type SignatureGrade, worstGrade } from './grade.ts';
import { CMS_OID } from './oids.ts';
import { readSignedData, type SignedData } from './signed-data.ts';
import { type SignerTrust, trustSigner } from './trust-signer.ts';
import type { VerifyOptions } from './verify-options.ts';
import { type ContentAccess, verifySignerInfo } from './verify-signer.ts';
import { versionIssues } from './version-issues.ts';

/** What one signature is worth. */
export interface SignerVerification extends SignerTrust {
  readonly grade: SignatureGrade;
  readonly issues: readonly Issue[];
}

/** What a message is worth: of several signatures all must be valid, and the worst grade counts. */
export interface CmsVerification {
  /** True when no issue of any signature is an error. */
  readonly valid: boolean;
  readonly grade: SignatureGrade;
  /** The first signer's certificate, where it was found. */
  readonly signer?: Certificate;
  /** From the first signer to the anchor. */
  readonly chain: readonly Certificate[];
  /** When the first signer signed: proven by a trusted time stamp, otherwise as the signer claims. */
  readonly signedAt?: Date;
  /** True when a trusted time stamp proves `signedAt`. */
  readonly timestamped: boolean;
  readonly issues: readonly Issue[];
  readonly signers: readonly SignerVerification[];
  /** Attached content; believe it only when `valid`. */
  readonly content?: Uint8Array;
}

export interface VerifyCmsOptions extends VerifyOptions {
  /** The content of a detached signature. */
  readonly content?: Uint8Array;
}

/**
 * Verifies a CMS signature and says what it is worth.
 *
 * @param message DER, BER or PEM
 * @throws CardError `CMS_MALFORMED` when the bytes are not a signed message
 * @example
 * const { valid, grade, issues } = await verifyCms(message, { content, trust: { anchors } });
 */
export async function verifyCms(
  message: Uint8Array | string,
  options: VerifyCmsOptions,
): Promise<CmsVerification> {
  const data = reading(() => {
    const { type, content } = readContentInfo(message);
    if (type !== CMS_OID.signedData)
      throw new CardError('CMS_MALFORMED', { details: { reason: '不是簽章訊息' } });
    return readSignedData(content);
  });
  const content = data.content ?? options.content;
  const result = await verifySignedData(data, contentInMemory(content), options);
  if (!data.content) return result;
  if (options.content && !equalBytes(options.content, data.content)) {
    const issues = [...result.issues, cmsIssue('CMS_CONTENT_DIFFERS', 0)];
    return { ...result, issues, valid: false, grade: 'invalid', content: data.content };
  }
  return { ...result, content: data.content };
}

/** Verifies what was read of a message, with its content wherever that lies. */
export async function verifySignedData(
  data: SignedData,
  content: ContentAccess,
  options: VerifyOptions,
): Promise<CmsVerification> {
  const embedded = embeddedCertificates(data);
  const signers: SignerVerification[] = [];
  for (const [index, info] of data.signers.entries()) {
    const findings = await verifySignerInfo(data, info, index, embedded.certificates, content);
    const trust = await trustSigner(findings, info, index, embedded.certificates, options);
    const issues = [...findings.issues, ...trust.issues];
    signers.push({ ...trust, issues, grade: gradeOf(issues, trust.timestamped) });
  }
  const general = [...embedded.issues, ...versionIssues(data)];
  if (signers.length === 0) general.push(cmsIssue('CMS_NO_SIGNER', 0));
  if (options.allowUnrelatedCertificates !== true) {
    general.push(...(await unrelatedCertificates(embedded.certificates, signers, options)));
  }
  return summarise(signers, general);
}

function summarise(signers: readonly SignerVerification[], general: readonly Issue[]): CmsVerification {
  const issues = [...general, ...signers.flatMap((signer) => signer.issues)];
  const [first] = signers;
  const grades = [gradeOf(general, true), ...signers.map(({ grade }) => grade)];
  return {
    valid: !issues.some(({ severity }) => severity === 'error'),
    grade: worstGrade(grades),
    ...(first?.signer && { signer: first.signer }),
    chain: first?.chain ?? [],
    ...(first?.signedAt && { signedAt: first.signedAt }),
    timestamped: first?.timestamped ?? false,
    issues,
    signers,
  };
}
