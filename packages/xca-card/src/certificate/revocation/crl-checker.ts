import { DerError } from '../../der/element.ts';
import type { Certificate } from '../certificate.ts';
import { sameName } from '../name.ts';
import { type Phrase, sameWords } from '../phrase.ts';
import { asCertificate, type CertificateInput, validatePath } from '../validate-path.ts';
import {
  checkerOf,
  type RevocationChecker,
  type RevocationPolicy,
  type RevocationStatus,
  type StatusSource,
} from './checker.ts';
import { asCrlList, type CrlInput, type CrlList } from './crl-list.ts';
import type { RevokedEntry } from './crl-scan.ts';
import { covers, sameGeneralName } from './crl-scope.ts';
import { type CrlVerifier, createCrlVerifier } from './crl-signature.ts';

export interface CrlCheckerOptions {
  /** Certificates that may have signed the lists, besides the issuers in the chain. */
  readonly certificates?: readonly CertificateInput[];
  /** Default `require-leaf`. */
  readonly policy?: RevocationPolicy;
  /** The clock, which decides whether a list is from the future. Default the system's. */
  readonly now?: () => Date;
}

/** Every reason flag of RFC 5280 §4.2.1.13; bit 0 is unused. */
const ALL_REASONS: readonly number[] = [1, 2, 3, 4, 5, 6, 7, 8];

/**
 * Checks revocation in CRLs, RFC 5280 §6.3: complete, partitioned, indirect and delta lists, each verified by the key of
 * the issuer in the chain or of another key of the same name that leads to the same anchor.
 *
 * @param lists CRLs, opened, or as DER or PEM bytes
 * @throws CardError `CRL_MALFORMED`
 */
export function createCrlChecker(
  lists: readonly CrlInput[],
  options: CrlCheckerOptions = {},
): RevocationChecker {
  return checkerOf(createCrlSource(lists.map(asCrlList), options), options.policy ?? 'require-leaf');
}

/** The status of certificates as a set of lists knows it. */
export function createCrlSource(
  crls: readonly CrlList[],
  options: Omit<CrlCheckerOptions, 'policy'> = {},
): StatusSource {
  const extra = (options.certificates ?? []).map(asCertificate);
  const verify = createCrlVerifier();
  const now = options.now ?? (() => new Date());
  return async (chain, index, at) => {
    const certificate = chain[index];
    if (!certificate)
      return { kind: 'unknown', why: { zh: '鏈中無此憑證', en: 'no such certificate in the chain' } };
    try {
      return await statusOf({ crls, extra, verify, now: now() }, chain, index, certificate, at);
    } catch (error) {
      if (error instanceof DerError) return { kind: 'unknown', why: sameWords(`CRL: ${error.message}`) };
      throw error;
    }
  };
}

interface Sources {
  readonly crls: readonly CrlList[];
  readonly extra: readonly Certificate[];
  readonly verify: CrlVerifier;
  readonly now: Date;
}

async function statusOf(
  sources: Sources,
  chain: readonly Certificate[],
  index: number,
  certificate: Certificate,
  at: Date,
): Promise<RevocationStatus> {
  const relevant = sources.crls.filter((crl) => concerns(crl, certificate));
  if (relevant.length === 0)
    return { kind: 'unknown', why: { zh: '沒有其簽發者的 CRL', en: 'there is no CRL of its issuer' } };
  const usable: CrlList[] = [];
  let why: Phrase = { zh: 'CRL 未涵蓋全部廢止原因', en: 'the CRLs do not cover all reasons' };
  for (const crl of relevant) {
    const reason =
      timeProblem(crl, certificate, at, sources.now) ?? (await trustProblem(sources, crl, chain, index, at));
    if (reason === undefined) usable.push(crl);
    else why = reason;
  }
  const entry = await newestEntry(usable, certificate);
  if (entry && entry.revokedAt.getTime() <= at.getTime()) return { kind: 'revoked', ...entry };
  const complete = usable.filter(({ deltaBase }) => deltaBase === undefined);
  const covered = new Set(complete.flatMap((crl) => reasonsCovered(crl, certificate)));
  if (ALL_REASONS.every((reason) => covered.has(reason))) return { kind: 'good' };
  return { kind: 'unknown', why };
}

/** Reasons for which a list can answer: those of its scope within those of the distribution points that lead to it. */
function reasonsCovered(crl: CrlList, certificate: Certificate): readonly number[] {
  const ofScope = crl.scope.reasons ?? ALL_REASONS;
  const points = certificate.crlPoints.filter((point) => !crl.scope.names || pointLeadsTo(point.names, crl));
  if (points.length === 0 || points.some(({ reasons }) => reasons === undefined)) return ofScope;
  const ofPoints = new Set(points.flatMap(({ reasons }) => reasons ?? []));
  return crl.scope.names ? ofScope.filter((reason) => ofPoints.has(reason)) : ofScope;
}

function pointLeadsTo(names: Certificate['crlPoints'][number]['names'], crl: CrlList): boolean {
  return names.some((name) => crl.scope.names?.some((other) => sameGeneralName(name, other)));
}

/** Is this list one that can speak of the certificate: by issuer or named crlIssuer, and by scope. */
function concerns(crl: CrlList, certificate: Certificate): boolean {
  const named = certificate.crlPoints.some((point) =>
    point.crlIssuer?.some((name) => name.kind === 'directory' && sameName(name.value, crl.issuer)),
  );
  const direct = sameName(crl.issuer, certificate.issuer);
  if (!direct && !(named && crl.scope.indirect)) return false;
  return crl.unknownCritical.length === 0 && covers(crl.scope, certificate);
}

function timeProblem(crl: CrlList, certificate: Certificate, at: Date, now: Date): Phrase | undefined {
  if (crl.thisUpdate > now && crl.thisUpdate > at)
    return { zh: 'CRL 尚未生效', en: 'the CRL is from the future' };
  // A later list still names what was revoked before, unless the certificate had expired and was dropped from it.
  if (crl.thisUpdate > at && crl.thisUpdate > certificate.notAfter)
    return { zh: 'CRL 晚於憑證到期日', en: 'the CRL is later than the expiry of the certificate' };
  if (!crl.nextUpdate) return { zh: 'CRL 未載明下次更新時間', en: 'the CRL names no next update' };
  if (crl.nextUpdate >= at) return undefined;
  const until = crl.nextUpdate.toISOString();
  return { zh: `CRL 已於 ${until} 過期`, en: `the CRL expired on ${until}` };
}

/** Why the list's signature is not to be believed. */
async function trustProblem(
  { extra, verify }: Sources,
  crl: CrlList,
  chain: readonly Certificate[],
  index: number,
  at: Date,
): Promise<Phrase | undefined> {
  const issuer = chain[index + 1];
  const anchor = chain[chain.length - 1];
  if (issuer && (await verify(crl, issuer))) return undefined;
  for (const candidate of [...chain, ...extra]) {
    if (candidate === issuer || !anchor || !(await verify(crl, candidate))) continue;
    const path = await validatePath(candidate, {
      anchors: [anchor],
      intermediates: [...chain, ...extra],
      at,
      lenientProfile: true,
      allowSha1: true,
    });
    if (path.valid) return undefined;
  }
  return { zh: 'CRL 的簽章不是該簽發者所簽', en: 'the CRL is not signed by that issuer' };
}

/** The entry that counts: that of the newest list which has one, unless a newer delta list takes it back. */
async function newestEntry(
  crls: readonly CrlList[],
  certificate: Certificate,
): Promise<RevokedEntry | undefined> {
  const newestFirst = [...crls].sort((left, right) => right.thisUpdate.getTime() - left.thisUpdate.getTime());
  for (const crl of newestFirst) {
    if (crl.deltaBase !== undefined && !hasBase(crl, crls)) continue;
    const entry = await crl.find(certificate.serialBytes, certificate.issuer);
    if (entry?.reason === 'removeFromCRL') return undefined;
    if (entry) return entry;
  }
  return undefined;
}

/** A delta list needs a complete one that is not older than its base (RFC 5280 §5.2.4). */
function hasBase(delta: CrlList, crls: readonly CrlList[]): boolean {
  return crls.some(
    (crl) =>
      crl.deltaBase === undefined &&
      crl.number !== undefined &&
      BigInt(`0x${crl.number}`) >= BigInt(`0x${delta.deltaBase}`) &&
      sameName(crl.issuer, delta.issuer),
  );
}
