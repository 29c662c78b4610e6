import { toHex } from '../../der/bytes.ts';
import { CardError, englishMessage } from '../../errors/card-error.ts';
import type { Certificate } from '../certificate.ts';
import type { Phrase } from '../phrase.ts';
import type { CertificateInput } from '../validate-path.ts';
import {
  checkerOf,
  type RevocationChecker,
  type RevocationPolicy,
  type RevocationStatus,
  type StatusSource,
} from './checker.ts';
import { createCrlSource } from './crl-checker.ts';
import { asCrlList, type CrlInput, type CrlList } from './crl-list.ts';
import { type FetchLike, type FetchOptions, fetchBytes } from './fetch-bytes.ts';
import { checkOcspResponse } from './ocsp-check.ts';
import { writeOcspRequest } from './ocsp-request.ts';
import { parseOcspResponse } from './ocsp-response.ts';
import { createMemoryRevocationCache, type RevocationCache } from './revocation-cache.ts';

export interface RevocationOptions {
  /** CRLs at hand; they are asked first. */
  readonly crls?: readonly CrlInput[];
  /** Certificates that may have signed CRLs, besides the issuers in the chain. */
  readonly certificates?: readonly CertificateInput[];
  /** Where answers are kept. Default: in memory. */
  readonly cache?: RevocationCache;
  /** Goes to the network when nothing at hand is current. Left out: never. */
  readonly fetch?: FetchLike;
  /** Default 10,000 ms an answer. */
  readonly timeoutMs?: number;
  /** Largest CRL, in bytes. Default 64 MiB. */
  readonly maxBytes?: number;
  /** Default `require-leaf`. */
  readonly policy?: RevocationPolicy;
  readonly now?: () => Date;
}

/**
 * A checker that asks what is at hand first: CRLs given, OCSP answers and CRLs kept until their next update. Only when
 * nothing of it is current it goes to the network, where that is allowed: to the OCSP responder, then to the CRLs in the
 * order of the certificate, the small partition before the complete list.
 */
export function createRevocationChecker(options: RevocationOptions = {}): RevocationChecker {
  const {
    fetch,
    policy = 'require-leaf',
    now = () => new Date(),
    cache = createMemoryRevocationCache(),
  } = options;
  const net: FetchOptions | undefined = fetch && {
    fetch,
    timeoutMs: options.timeoutMs ?? 10_000,
    maxBytes: options.maxBytes ?? 64 << 20,
  };
  const crlOptions = { now, ...(options.certificates && { certificates: options.certificates }) };
  const library = createCrlLibrary(cache);
  const given = createCrlSource((options.crls ?? []).map(asCrlList), crlOptions);
  const fromCrls = (load: (url: string) => Promise<CrlList | undefined>): StatusSource => {
    return async (chain, index, at, context) => {
      let last: RevocationStatus = {
        kind: 'unknown',
        why: { zh: '憑證未載明 CRL 位址', en: 'the certificate names no CRL' },
      };
      const loaded: CrlList[] = [];
      for (const url of crlUrls(chain[index])) {
        const crl = await load(url);
        if (!crl) continue;
        // Lists for some reasons only answer together.
        loaded.push(crl);
        last = await createCrlSource(loaded, crlOptions)(chain, index, at, context);
        if (last.kind !== 'unknown') return last;
      }
      return last;
    };
  };
  const steps: StatusSource[] = [
    given,
    (chain, index, at) => askOcsp({ cache, now }, chain, index, at),
    fromCrls((url) => library.kept(url)),
  ];
  if (net) {
    steps.push((chain, index, at) => askOcsp({ cache, now, net }, chain, index, at));
    steps.push(fromCrls((url) => library.fetched(url, net)));
  }
  return checkerOf((...question) => firstAnswer(steps, question), policy);
}

async function firstAnswer(
  steps: readonly StatusSource[],
  question: Parameters<StatusSource>,
): Promise<RevocationStatus> {
  const reasons: Phrase[] = [];
  for (const step of steps) {
    const status = await step(...question);
    if (status.kind !== 'unknown') return status;
    const { why } = status;
    if (!reasons.some(({ zh }) => zh === why.zh)) reasons.push(why);
  }
  return {
    kind: 'unknown',
    why: { zh: reasons.map(({ zh }) => zh).join('；'), en: reasons.map(({ en }) => en).join('; ') },
  };
}

interface OcspContext {
  readonly cache: RevocationCache;
  readonly now: () => Date;
  /** Left out: only what is kept. */
  readonly net?: FetchOptions;
}

async function askOcsp(
  { cache, now, net }: OcspContext,
  chain: readonly Certificate[],
  index: number,
  at: Date,
): Promise<RevocationStatus> {
  const certificate = chain[index];
  const issuer = chain[index + 1];
  const [url] = certificate?.ocspUrls ?? [];
  if (!certificate || !issuer || url === undefined)
    return {
      kind: 'unknown',
      why: { zh: '憑證未載明 OCSP 位址', en: 'the certificate names no OCSP responder' },
    };
  const key = `ocsp:${toHex(issuer.publicKey.bits.subarray(-32))}:${certificate.serial}`;
  try {
    const bytes = net
      ? await fetchBytes(url, net, {
          body: await writeOcspRequest(certificate, issuer),
          type: 'application/ocsp-request',
        })
      : await cache.get(key);
    if (!bytes) return { kind: 'unknown', why: { zh: '沒有保存的 OCSP 回應', en: 'no OCSP answer is kept' } };
    const response = parseOcspResponse(bytes);
    const status = await checkOcspResponse(response, { certificate, issuer, at, now: now() });
    const until = response.statements[0]?.nextUpdate;
    if (net && status.kind !== 'unknown' && until) await cache.put(key, bytes, until);
    return status;
  } catch (error) {
    return unknownFrom(error);
  }
}

/** CRLs by address, each read once. */
function createCrlLibrary(cache: RevocationCache) {
  const read = new Map<string, CrlList>();
  return {
    async kept(url: string): Promise<CrlList | undefined> {
      const known = read.get(url);
      if (known) return known;
      const bytes = await cache.get(`crl:${url}`);
      return bytes && remember(url, bytes);
    },
    async fetched(url: string, net: FetchOptions): Promise<CrlList | undefined> {
      try {
        const bytes = await fetchBytes(url, net);
        const crl = remember(url, bytes);
        if (crl?.nextUpdate) await cache.put(`crl:${url}`, bytes, crl.nextUpdate);
        return crl;
      } catch (error) {
        if (error instanceof CardError) return undefined;
        throw error;
      }
    },
  };

  function remember(url: string, bytes: Uint8Array): CrlList | undefined {
    try {
      const crl = asCrlList(bytes);
      read.set(url, crl);
      return crl;
    } catch (error) {
      if (error instanceof CardError) return undefined;
      throw error;
    }
  }
}

function crlUrls(certificate: Certificate | undefined): string[] {
  const names = certificate?.crlPoints.flatMap((point) => point.names) ?? [];
  return names.flatMap((name) => (name.kind === 'uri' ? [name.value] : []));
}

function unknownFrom(error: unknown): RevocationStatus {
  if (error instanceof CardError)
    return { kind: 'unknown', why: { zh: error.message, en: englishMessage(error) } };
  throw error;
}
