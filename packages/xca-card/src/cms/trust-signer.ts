import type { Issue } from '@kcc/validators';
import type { Certificate } from '../certificate/certificate.ts';
import { OID } from '../certificate/oids.ts';
import { checkValidity } from '../certificate/path-check.ts';
import { type PathResult, validatePath } from '../certificate/validate-path.ts';
import { rawOf } from '../der/element.ts';
import { cmsIssue } from './cms-issues.ts';
import { CMS_OID } from './oids.ts';
import { revocationOf } from './revocation-source.ts';
import type { SignerInfo } from './signed-data.ts';
import { verifyTimestamp } from './timestamp/verify-timestamp.ts';
import type { VerifyOptions } from './verify-options.ts';
import type { SignatureFindings } from './verify-signer.ts';

/** Whether a signer whose signature is right may also be believed. */
export interface SignerTrust {
  readonly signer?: Certificate;
  readonly chain: readonly Certificate[];
  /** Proven or claimed signing time. */
  readonly signedAt?: Date;
  readonly timestamped: boolean;
  readonly issues: readonly Issue[];
}

/** document signing, RFC 9336. */
const DOCUMENT_SIGNING = '1.3.6.1.5.5.7.3.36';
const PURPOSES = [OID.emailProtection, DOCUMENT_SIGNING, OID.clientAuth];

/** Validates the signer's path at the proven time of signing, or at the time of asking where nothing proves one. */
export async function trustSigner(
  findings: SignatureFindings,
  info: SignerInfo,
  index: number,
  embedded: readonly Certificate[],
  options: VerifyOptions,
): Promise<SignerTrust> {
  const { signer, signingTime } = findings;
  if (!signer) return { chain: [], timestamped: false, issues: [] };
  const now = options.at ?? new Date();
  const stamp = await checkTimestamp(info, index, options);
  const at = stamp.time ?? now;
  const path = await signerPath(signer, embedded, at, options);
  const issues = [...stamp.issues, ...path.issues];
  if (!options.crls?.length && !options.revocation) issues.push(cmsIssue('CMS_NO_REVOCATION_DATA', index));
  const times = { now, stamped: stamp.time, claimed: signingTime };
  return {
    signer,
    chain: path.chain,
    ...(at !== now || signingTime ? { signedAt: stamp.time ?? signingTime ?? at } : {}),
    timestamped: stamp.time !== undefined,
    issues: judgeTimes(issues, signer, index, times),
  };
}

function signerPath(
  signer: Certificate,
  embedded: readonly Certificate[],
  at: Date,
  options: VerifyOptions,
): Promise<PathResult> {
  const revocation = revocationOf(options, embedded);
  return validatePath(signer, {
    ...options.trust,
    intermediates: [...(options.trust.intermediates ?? []), ...embedded.filter((item) => item !== signer)],
    at,
    usage: ['digitalSignature', 'nonRepudiation'],
    purposes: PURPOSES,
    ...(revocation && { revocation }),
  });
}

interface Times {
  readonly now: Date;
  readonly stamped: Date | undefined;
  readonly claimed: Date | undefined;
}

/** Adds what the claimed time says, and tells an expiry since signing from one before. */
function judgeTimes(issues: readonly Issue[], signer: Certificate, index: number, times: Times): Issue[] {
  const { now, stamped, claimed } = times;
  const judged = [...issues];
  const signedAt = claimed?.toISOString() ?? '';
  const notAfter = signer.notAfter.toISOString();
  const claimFits = claimed !== undefined && checkValidity(signer, 0, claimed).length === 0;
  if (claimed && !claimFits) judged.push(cmsIssue('CMS_TIME_OUTSIDE_VALIDITY', index, { signedAt }));
  if (claimed && claimed > now) judged.push(cmsIssue('CMS_TIME_IN_FUTURE', index, { signedAt }));
  if (stamped && now > signer.notAfter) judged.push(cmsIssue('CMS_EXPIRED_BUT_STAMPED', index, { notAfter }));
  const expired = judged.findIndex(({ code, path }) => code === 'PATH_EXPIRED' && path === '/chain[0]');
  const others = judged.some(({ severity }, position) => severity === 'error' && position !== expired);
  if (expired >= 0 && claimFits && !others) {
    judged[expired] = cmsIssue('CMS_EXPIRED_SINCE', index, { signedAt, notAfter });
  }
  return judged;
}

async function checkTimestamp(
  info: SignerInfo,
  index: number,
  options: VerifyOptions,
): Promise<{ readonly time?: Date; readonly issues: readonly Issue[] }> {
  const tokens = info.unsignedAttributes?.values.get(CMS_OID.signatureTimeStamp) ?? [];
  if (tokens.length === 0) return { issues: [cmsIssue('CMS_NO_TIMESTAMP', index)] };
  const issues: Issue[] = [];
  const times: Date[] = [];
  for (const token of tokens) {
    const result = await verifyTimestamp(rawOf(token), info.signature, options);
    if (result.kind === 'trusted') times.push(result.time);
    if (result.kind === 'untrusted') issues.push(cmsIssue('CMS_TIMESTAMP_UNTRUSTED', index));
    if (result.kind === 'invalid')
      issues.push(cmsIssue('CMS_TIMESTAMP_INVALID', index, { reason: result.reason }));
  }
  const earliest = times.sort((left, right) => left.getTime() - right.getTime())[0];
  return { issues, ...(earliest && { time: earliest }) };
}
