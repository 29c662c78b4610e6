import type { Issue } from '@kcc/validators';
import type { Certificate } from './certificate.ts';
import { isSelfIssued } from './name.ts';
import {
  addConstraints,
  type ConstraintState,
  constraintViolation,
  NO_CONSTRAINTS,
} from './name-constraint-check.ts';
import { type EdgeVerifier, keyIdentifierFits, MAX_AUTHORITIES } from './path-candidates.ts';
import { pathIssue } from './path-issues.ts';
import { type PolicyDemands, processPolicies } from './policy-graph.ts';
import { profileRemarks, profileViolations, unknownCritical } from './profile.ts';
import { schemeOf } from './signature-algorithm.ts';

/** Shortest RSA modulus that is safe. */
export const MIN_RSA_BITS = 2048;

/** What a path is checked against. */
export interface PathRules extends PolicyDemands {
  /** The instant for which the path must be valid. */
  readonly at: Date;
  /** Let certificates signed with SHA-1 pass, with a warning. Default false. */
  readonly allowSha1?: boolean;
  /** Shortest RSA modulus. Default 2048. */
  readonly minRsaBits?: number;
  /** Most certificates between the end entity and the anchor. Default 12. */
  readonly maxAuthorities?: number;
  /** Report breaches of the RFC 5280 profile as warnings instead of errors. Default false. */
  readonly lenientProfile?: boolean;
}

/**
 * Checks one path, RFC 5280 §6.1, without revocation.
 *
 * @param chain from the end entity to the anchor, both included
 */
export async function checkPath(
  chain: readonly Certificate[],
  rules: PathRules,
  verify: EdgeVerifier,
): Promise<{ readonly issues: readonly Issue[]; readonly policies: readonly string[] }> {
  const issues: Issue[] = [];
  for (const [index, certificate] of chain.entries()) {
    const issuer = chain[index + 1];
    issues.push(...checkOne(certificate, index, chain, rules));
    if (issuer) issues.push(...(await checkSignature(certificate, issuer, index, rules, verify)));
  }
  if (chain.length - 2 > (rules.maxAuthorities ?? MAX_AUTHORITIES))
    issues.push(pathIssue('PATH_TOO_COMPLEX', 0, {}));
  issues.push(...checkConstraints(chain));
  const below = chain.slice(0, -1).reverse();
  const result = processPolicies(below, rules);
  if ('kind' in result) {
    const index = chain.length - 2 - result.at;
    const code = result.kind === 'policy' ? 'PATH_POLICY' : 'PATH_POLICY_MAPPING';
    issues.push(pathIssue(code, index, { subject: chain[index]?.subject.text ?? '' }));
    return { issues, policies: [] };
  }
  return { issues, policies: result.policies };
}

function checkOne(
  certificate: Certificate,
  index: number,
  chain: readonly Certificate[],
  rules: PathRules,
): Issue[] {
  const isAnchor = index === chain.length - 1;
  const issues = checkValidity(certificate, index, rules.at);
  const subject = certificate.subject.text;
  if (index > 0) issues.push(...checkAuthority(certificate, index, chain, isAnchor));
  const bits = certificate.publicKey.modulusBits;
  if (bits !== undefined && bits < (rules.minRsaBits ?? MIN_RSA_BITS))
    issues.push(pathIssue('PATH_WEAK_KEY', index, { subject, bits }));
  for (const oid of unknownCritical(certificate))
    issues.push(pathIssue('PATH_CRITICAL_UNKNOWN', index, { subject, oid }));
  const role = isAnchor ? 'anchor' : index === 0 ? 'end-entity' : 'authority';
  const severity = rules.lenientProfile ? 'warning' : 'error';
  for (const rule of profileViolations(certificate, role)) {
    issues.push(pathIssue('PATH_PROFILE', index, { subject, rule }, severity));
  }
  for (const rule of profileRemarks(certificate, role)) {
    issues.push(pathIssue('PATH_PROFILE', index, { subject, rule }, 'warning'));
  }
  return issues;
}

/** Validity at an instant; both ends belong to it. */
export function checkValidity(certificate: Certificate, index: number, at: Date): Issue[] {
  const subject = certificate.subject.text;
  if (at.getTime() < certificate.notBefore.getTime()) {
    return [
      pathIssue('PATH_NOT_YET_VALID', index, { subject, notBefore: certificate.notBefore.toISOString() }),
    ];
  }
  // notAfter is given to the second and includes it.
  if (Math.floor(at.getTime() / 1000) * 1000 > certificate.notAfter.getTime()) {
    return [pathIssue('PATH_EXPIRED', index, { subject, notAfter: certificate.notAfter.toISOString() })];
  }
  return [];
}

/** May this certificate issue? RFC 5280 §6.1.4 (k)–(n). An anchor of version 1 has no extensions to ask. */
function checkAuthority(
  certificate: Certificate,
  index: number,
  chain: readonly Certificate[],
  isAnchor: boolean,
): Issue[] {
  const subject = certificate.subject.text;
  const issues: Issue[] = [];
  if (!certificate.isCa && !(isAnchor && certificate.version < 3))
    issues.push(pathIssue('PATH_NOT_CA', index, { subject }));
  if (certificate.keyUsage && !certificate.keyUsage.has('keyCertSign')) {
    issues.push(pathIssue('PATH_NO_CERT_SIGN', index, { subject }));
  }
  const below = chain.slice(1, index).filter((item) => !isSelfIssued(item)).length;
  const limit = certificate.basicConstraints?.pathLength;
  if (limit !== undefined && below > limit) issues.push(pathIssue('PATH_TOO_LONG', index, { subject }));
  return issues;
}

async function checkSignature(
  certificate: Certificate,
  issuer: Certificate,
  index: number,
  rules: PathRules,
  verify: EdgeVerifier,
): Promise<Issue[]> {
  const subject = certificate.subject.text;
  const issues: Issue[] = [];
  if (!keyIdentifierFits(certificate, issuer))
    issues.push(pathIssue('PATH_KEY_IDENTIFIER', index, { subject }));
  const result = await verify(certificate, issuer);
  if (result === 'unsupported') {
    const algorithm = certificate.signatureAlgorithm.oid;
    issues.push(pathIssue('PATH_ALGORITHM_UNSUPPORTED', index, { subject, algorithm }));
  }
  if (result === 'invalid') issues.push(pathIssue('PATH_SIGNATURE_INVALID', index, { subject }));
  const hash = schemeOf(certificate.signatureAlgorithm)?.hash;
  if (hash === 'SHA-1') {
    issues.push(pathIssue('PATH_WEAK_HASH', index, { subject, hash }, rules.allowSha1 ? 'warning' : 'error'));
  }
  return issues;
}

/** Name constraints from the anchor down, RFC 5280 §6.1.3 (b), (c) and §6.1.4 (g); the anchor's own count too (RFC 5937). */
function checkConstraints(chain: readonly Certificate[]): Issue[] {
  const issues: Issue[] = [];
  let state: ConstraintState = NO_CONSTRAINTS;
  for (let index = chain.length - 1; index >= 0; index--) {
    const certificate = chain[index];
    if (!certificate) continue;
    const exempt = index === chain.length - 1 || (index > 0 && isSelfIssued(certificate));
    const violation = exempt ? undefined : constraintViolation(state, certificate);
    const subject = certificate.subject.text;
    if (violation === 'too-complex') issues.push(pathIssue('PATH_TOO_COMPLEX', index, {}));
    else if (violation)
      issues.push(pathIssue('PATH_NAME_CONSTRAINT', index, { subject, name: violation.name }));
    state = addConstraints(state, certificate.nameConstraints);
  }
  return issues;
}
