import type { Issue } from '@kcc/validators';
import { equalBytes } from '../der/bytes.ts';
import { type Certificate, parseCertificate } from './certificate.ts';
import type { KeyUsageName } from './extensions.ts';
import { OID } from './oids.ts';
import { candidatePaths, createEdgeVerifier, type EdgeVerifier } from './path-candidates.ts';
import { checkPath, checkValidity, MIN_RSA_BITS, type PathRules } from './path-check.ts';
import { pathIssue } from './path-issues.ts';
import type { RevocationChecker } from './revocation/checker.ts';

/** A certificate that was read, or its DER or PEM. */
export type CertificateInput = Certificate | Uint8Array | string;

export interface PathOptions extends PathRules {
  /** Certificates that are trusted from outside, such as the roots of GPKI. Never taken from a message. */
  readonly anchors: readonly CertificateInput[];
  /** Further certificates a path may lead through; they need no trust. */
  readonly intermediates?: readonly CertificateInput[];
  /** At least one of these must stand in the end entity's keyUsage, where it has one. */
  readonly usage?: readonly KeyUsageName[];
  /** The end entity must have this extended key usage or anyExtendedKeyUsage, where it has the extension. */
  readonly purposes?: readonly string[];
  /** Tells whether certificates are revoked; without it nobody asks. */
  readonly revocation?: RevocationChecker;
}

export interface PathResult {
  /** True when no issue is an error. */
  readonly valid: boolean;
  /** The end entity, its issuers, the anchor; as far as it could be built. */
  readonly chain: readonly Certificate[];
  readonly issues: readonly Issue[];
  /** Certificate policies that hold for the whole path. */
  readonly policies: readonly string[];
}

/** Complete paths that are looked at before it is given up. */
const MAX_PATHS = 40;

/**
 * Validates a certificate up to one of the anchors, RFC 5280 §6, by key identifier, not by name alone: GPKI has two roots
 * of one name. Of several possible paths the first valid one counts; when there is none, the issues are those of the one
 * that came closest.
 *
 * @example
 * const result = await validatePath(der, { anchors, intermediates, at: new Date() });
 * if (!result.valid) console.error(result.issues);
 */
export async function validatePath(leaf: CertificateInput, options: PathOptions): Promise<PathResult> {
  const certificate = asCertificate(leaf);
  const anchors = options.anchors.map(asCertificate);
  const own = anchors.find((anchor) => equalBytes(anchor.der, certificate.der));
  if (own) return anchorResult(certificate, options);
  const pool = { anchors, intermediates: (options.intermediates ?? []).map(asCertificate) };
  const search = { options, intermediates: pool.intermediates, verify: createEdgeVerifier() };
  let best: PathResult | undefined;
  let tried = 0;
  for (const chain of candidatePaths(certificate, pool)) {
    if (++tried > MAX_PATHS) return best ?? failure(certificate, pathIssue('PATH_TOO_COMPLEX', 0, {}));
    const result = await validateChain(chain, search);
    if (result.valid) return result;
    if (!best || errorsOf(result) < errorsOf(best)) best = result;
  }
  return best ?? failure(certificate, issuerUnknown(certificate));
}

/** The likeliest path to an anchor, not validated; undefined when there is none. */
export function buildPath(
  leaf: CertificateInput,
  options: Pick<PathOptions, 'anchors' | 'intermediates'>,
): readonly Certificate[] | undefined {
  const pool = {
    anchors: options.anchors.map(asCertificate),
    intermediates: (options.intermediates ?? []).map(asCertificate),
  };
  const first = candidatePaths(asCertificate(leaf), pool).next();
  return first.done ? undefined : first.value;
}

export function asCertificate(input: CertificateInput): Certificate {
  return typeof input === 'string' || input instanceof Uint8Array ? parseCertificate(input) : input;
}

interface Search {
  readonly options: PathOptions;
  readonly intermediates: readonly Certificate[];
  readonly verify: EdgeVerifier;
}

async function validateChain(
  chain: readonly Certificate[],
  { options, intermediates, verify }: Search,
): Promise<PathResult> {
  const { issues: found, policies } = await checkPath(chain, options, verify);
  const issues = [...found, ...checkUse(chain[0], options)];
  const sound = !issues.some(({ severity }) => severity === 'error');
  // Revocation data is only worth fetching, and its signer only worth believing, on a path that holds.
  if (sound && options.revocation) {
    const { allowSha1 = false, minRsaBits = MIN_RSA_BITS, lenientProfile = false } = options;
    const context = { intermediates, rules: { allowSha1, minRsaBits, lenientProfile } };
    issues.push(...(await options.revocation(chain, options.at, context)));
  }
  return { valid: !issues.some(({ severity }) => severity === 'error'), chain, issues, policies };
}

function checkUse(leaf: Certificate | undefined, { usage, purposes }: PathOptions): Issue[] {
  if (!leaf) return [];
  const subject = leaf.subject.text;
  const issues: Issue[] = [];
  const { keyUsage, extendedKeyUsage } = leaf;
  if (usage && keyUsage && !usage.some((name) => keyUsage.has(name))) {
    issues.push(pathIssue('PATH_KEY_USAGE', 0, { subject, usage: usage.join('/') }));
  }
  const accepted = purposes && [...purposes, OID.anyExtendedKeyUsage];
  if (accepted && extendedKeyUsage && !extendedKeyUsage.some((purpose) => accepted.includes(purpose))) {
    issues.push(pathIssue('PATH_PURPOSE', 0, { subject }));
  }
  return issues;
}

/** A certificate that is trusted itself needs no path, but its time and use still count. */
function anchorResult(certificate: Certificate, options: PathOptions): PathResult {
  const issues = [
    ...checkValidity(certificate, 0, options.at),
    ...checkUse(certificate, options),
    pathIssue('PATH_LEAF_IS_ANCHOR', 0, { subject: certificate.subject.text }),
  ];
  const valid = !issues.some(({ severity }) => severity === 'error');
  return { valid, chain: [certificate], issues, policies: certificate.policies ?? [] };
}

function failure(certificate: Certificate, issue: Issue): PathResult {
  return { valid: false, chain: [certificate], issues: [issue], policies: [] };
}

function issuerUnknown({ subject, issuer }: Certificate): Issue {
  return pathIssue('PATH_ISSUER_UNKNOWN', 0, { subject: subject.text, issuer: issuer.text });
}

function errorsOf({ issues }: PathResult): number {
  return issues.filter(({ severity }) => severity === 'error').length;
}
