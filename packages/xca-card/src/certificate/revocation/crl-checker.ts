import { DerError } from '../../der/element.ts';
import type { Certificate } from '../certificate.ts';
import { type Phrase, sameWords } from '../phrase.ts';
import { schemeOf } from '../signature-algorithm.ts';
import { asCertificate, type CertificateInput, validatePath } from '../validate-path.ts';
import {
  checkerOf,
  type RevocationChecker,
  type RevocationContext,
  type RevocationPolicy,
  type RevocationStatus,
  type StatusSource,
} from './checker.ts';
import { asCrlList, type CrlInput, type CrlList } from './crl-list.ts';
import { reasonsFor } from './crl-scope.ts';
import { type CrlVerifier, createCrlVerifier } from './crl-signature.ts';
import { statusInLists } from './crl-status.ts';

export interface CrlCheckerOptions {
  /** Certificates that may have signed the lists, besides those of the chain and those its path was sought in. */
  readonly certificates?: readonly CertificateInput[];
  /** Default `require-leaf`. */
  readonly policy?: RevocationPolicy;
  /** The clock, which decides whether a list is from the future. Default the system's. */
  readonly now?: () => Date;
}

/**
 * Checks revocation in CRLs, RFC 5280 §6.3: complete, partitioned, indirect and delta lists, each verified by the key of
 * the issuer in the chain or of another key of the same name that leads to the same anchor and is not revoked itself.
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
  return async (chain, index, at, context) => {
    const certificate = chain[index];
    if (!certificate)
      return { kind: 'unknown', why: { zh: '鏈中無此憑證', en: 'no such certificate in the chain' } };
    const pool = [...new Set([...chain, ...extra, ...(context?.intermediates ?? [])])];
    const search = {
      crls,
      pool,
      rules: context?.rules ?? {},
      verify,
      now: now(),
      at,
      asked: new Set([certificate]),
    };
    try {
      return await statusOf(search, chain, index, certificate);
    } catch (error) {
      if (error instanceof DerError) return { kind: 'unknown', why: sameWords(`CRL: ${error.message}`) };
      throw error;
    }
  };
}

/** One question, and those that it leads to: whether the signers of lists are revoked. */
interface Search {
  readonly crls: readonly CrlList[];
  /** Certificates that may have signed the lists. */
  readonly pool: readonly Certificate[];
  readonly rules: RevocationContext['rules'];
  readonly verify: CrlVerifier;
  readonly now: Date;
  readonly at: Date;
  /** Certificates whose status is being sought, so that a list whose signer it speaks of does not go in a circle. */
  readonly asked: ReadonlySet<Certificate>;
}

async function statusOf(
  search: Search,
  chain: readonly Certificate[],
  index: number,
  certificate: Certificate,
): Promise<RevocationStatus> {
  const relevant = search.crls.filter((crl) => reasonsFor(crl, certificate).size > 0);
  if (relevant.length === 0)
    return { kind: 'unknown', why: { zh: '沒有其簽發者的 CRL', en: 'there is no CRL of its issuer' } };
  const usable: CrlList[] = [];
  let why: Phrase = { zh: 'CRL 未涵蓋全部廢止原因', en: 'the CRLs do not cover all reasons' };
  for (const crl of relevant) {
    const problem =
      formProblem(crl, search.rules) ??
      timeProblem(crl, certificate, search) ??
      (await trustProblem(search, crl, chain, index));
    if (problem === undefined) usable.push(crl);
    else why = problem;
  }
  return statusInLists(usable, certificate, search.at, why);
}

function formProblem(crl: CrlList, { lenientProfile, allowSha1 }: Search['rules']): Phrase | undefined {
  const [oid] = crl.unknownCritical;
  if (oid !== undefined)
    return {
      zh: `CRL 含有不認得的關鍵擴充欄位 ${oid}`,
      en: `the CRL has the unknown critical extension ${oid}`,
    };
  const [breach] = crl.breaches;
  if (breach && !lenientProfile)
    return {
      zh: `CRL 不符合 RFC 5280：${breach.zh}`,
      en: `the CRL does not conform to RFC 5280: ${breach.en}`,
    };
  if (schemeOf(crl.signatureAlgorithm)?.hash === 'SHA-1' && !allowSha1)
    return {
      zh: 'CRL 以 SHA-1 簽發，已不安全',
      en: 'the CRL is signed with SHA-1, which is not safe any more',
    };
  return undefined;
}

function timeProblem(crl: CrlList, certificate: Certificate, { at, now }: Search): Phrase | undefined {
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
  search: Search,
  crl: CrlList,
  chain: readonly Certificate[],
  index: number,
): Promise<Phrase | undefined> {
  const { verify, pool, rules, at } = search;
  const issuer = chain[index + 1];
  const anchor = chain[chain.length - 1];
  if (issuer && (await verify(crl, issuer))) return undefined;
  for (const candidate of pool) {
    if (candidate === issuer || !anchor || !(await verify(crl, candidate))) continue;
    const path = await validatePath(candidate, { ...rules, anchors: [anchor], intermediates: pool, at });
    if (path.valid && !(await isRevoked(search, path.chain, chain))) return undefined;
  }
  return { zh: 'CRL 的簽章不是該簽發者所簽', en: 'the CRL is not signed by that issuer' };
}

/** Whether a certificate on the path of a list's signer is revoked; those of the chain itself are asked about anyway. */
async function isRevoked(
  search: Search,
  path: readonly Certificate[],
  chain: readonly Certificate[],
): Promise<boolean> {
  for (const [index, certificate] of path.slice(0, -1).entries()) {
    if (search.asked.has(certificate) || chain.includes(certificate)) continue;
    const asked = new Set([...search.asked, certificate]);
    const { kind } = await statusOf({ ...search, asked }, path, index, certificate);
    if (kind === 'revoked') return true;
  }
  return false;
}
