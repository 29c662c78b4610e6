import { equalBytes } from '../../der/bytes.ts';
import { DerError } from '../../der/element.ts';
import type { Certificate } from '../certificate.ts';
import { sameName } from '../name.ts';
import { type Phrase, sameWords } from '../phrase.ts';
import type { RevocationStatus } from './checker.ts';
import type { CrlList } from './crl-list.ts';
import type { RevokedEntry } from './crl-scan.ts';
import { ALL_REASONS, reasonsFor } from './crl-scope.ts';

/** What trusted lists say about a certificate at an instant, RFC 5280 §6.3.3 (c), (i)–(l). */
export async function statusInLists(
  lists: readonly CrlList[],
  certificate: Certificate,
  at: Date,
  otherwise: Phrase,
): Promise<RevocationStatus> {
  const complete = lists.filter(({ deltaBase }) => deltaBase === undefined);
  const covered = new Set<number>();
  let why = otherwise;
  for (const list of complete) {
    if (complete.some((other) => supersedes(other, list, at))) continue;
    try {
      const entry = await entryIn(list, lists, certificate, at);
      if (entry) return { kind: 'revoked', ...entry };
    } catch (error) {
      if (!(error instanceof DerError)) throw error;
      why = sameWords(`CRL: ${error.message}`);
      continue;
    }
    for (const reason of reasonsFor(list, certificate)) covered.add(reason);
  }
  return ALL_REASONS.every((reason) => covered.has(reason)) ? { kind: 'good' } : { kind: 'unknown', why };
}

/** The entry in a complete list, brought up to date by the newest delta list that belongs to it. */
async function entryIn(
  list: CrlList,
  lists: readonly CrlList[],
  certificate: Certificate,
  at: Date,
): Promise<RevokedEntry | undefined> {
  const [delta] = lists
    .filter((other) => updates(other, list) && other.thisUpdate <= at)
    .sort((left, right) => right.thisUpdate.getTime() - left.thisUpdate.getTime());
  const changed = await delta?.find(certificate.serialBytes, certificate.issuer);
  if (changed?.reason === 'removeFromCRL') return undefined;
  if (changed && changed.revokedAt <= at) return changed;
  const entry = await list.find(certificate.serialBytes, certificate.issuer);
  return entry && entry.revokedAt <= at ? entry : undefined;
}

/** A newer list of the same scope; one made after the instant does not tell who was suspended then. */
function supersedes(newer: CrlList, older: CrlList, at: Date): boolean {
  return (
    newer !== older &&
    sameScope(newer, older) &&
    newer.thisUpdate > older.thisUpdate &&
    newer.thisUpdate <= at
  );
}

/** Does a delta list belong to a complete one (RFC 5280 §5.2.4): same scope, not made for a later list, and newer. */
function updates(delta: CrlList, complete: CrlList): boolean {
  if (delta.deltaBase === undefined || delta.number === undefined || complete.number === undefined)
    return false;
  const number = numberOf(complete.number);
  return sameScope(delta, complete) && number >= numberOf(delta.deltaBase) && number < numberOf(delta.number);
}

function sameScope(left: CrlList, right: CrlList): boolean {
  const none = new Uint8Array();
  return (
    sameName(left.issuer, right.issuer) &&
    left.authorityKeyId?.keyId === right.authorityKeyId?.keyId &&
    equalBytes(left.scope.der ?? none, right.scope.der ?? none)
  );
}

/** Negative numbers, which no CA may use, count as zero. */
function numberOf(hex: string): bigint {
  return hex.startsWith('-') ? 0n : BigInt(`0x${hex}`);
}
