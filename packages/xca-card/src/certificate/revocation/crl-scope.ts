import { Cursor } from '../../der/cursor.ts';
import { readWhole } from '../../der/element.ts';
import { contextPrimitiveTag, contextTag, TAG } from '../../der/tags.ts';
import { booleanOf, namedBitsOf } from '../../der/values.ts';
import type { Certificate } from '../certificate.ts';
import { type DistributionPoint, readDistributionPointName } from '../extensions.ts';
import type { GeneralName } from '../general-name.ts';
import { type DistinguishedName, nameBelow, sameName } from '../name.ts';

/** issuingDistributionPoint, RFC 5280 §5.2.5. */
export interface CrlScope {
  /** The extension as it stands; a delta list has the same as the lists it belongs to. */
  readonly der?: Uint8Array;
  /** Names of the partition; undefined when the list is not partitioned. */
  readonly names?: readonly GeneralName[];
  readonly onlyUserCertificates: boolean;
  readonly onlyAuthorities: boolean;
  readonly onlyAttributes: boolean;
  /** Reason flags that the list covers; undefined: all. */
  readonly reasons?: readonly number[];
  /** True when entries may be of other issuers. */
  readonly indirect: boolean;
}

/** Every reason flag of RFC 5280 §4.2.1.13; bit 0 is unused. */
export const ALL_REASONS: readonly number[] = [1, 2, 3, 4, 5, 6, 7, 8];

/**
 * @param value the extension's value; undefined: a complete list of its issuer
 * @param issuer the issuer of the list, below which a relative name stands
 */
export function readCrlScope(value: Uint8Array | undefined, issuer: DistinguishedName): CrlScope {
  if (!value)
    return { onlyUserCertificates: false, onlyAuthorities: false, onlyAttributes: false, indirect: false };
  const cursor = Cursor.of(readWhole(value, TAG.sequence));
  const point = cursor.optional(contextTag(0));
  const flag = (number: number) => {
    const element = cursor.optional(contextPrimitiveTag(number));
    return element !== undefined && booleanOf(element);
  };
  const onlyUserCertificates = flag(1);
  const onlyAuthorities = flag(2);
  const reasonField = cursor.optional(contextPrimitiveTag(3));
  const indirect = flag(4);
  const onlyAttributes = flag(5);
  cursor.done();
  return {
    der: value,
    ...(point && { names: absoluteNames(readDistributionPointName(point), issuer) }),
    onlyUserCertificates,
    onlyAuthorities,
    onlyAttributes,
    ...(reasonField && { reasons: namedBitsOf(reasonField) }),
    indirect,
  };
}

/**
 * Reasons of revocation for which a list can speak of a certificate, RFC 5280 §6.3.3 (b) and (d): those of the list that
 * are also those of a distribution point which leads to it. Empty: the list says nothing about the certificate.
 */
export function reasonsFor(
  crl: { readonly issuer: DistinguishedName; readonly scope: CrlScope },
  certificate: Certificate,
): ReadonlySet<number> {
  const { scope } = crl;
  const reasons = new Set<number>();
  if (scope.onlyAttributes) return reasons;
  if (scope.onlyUserCertificates && certificate.isCa) return reasons;
  if (scope.onlyAuthorities && !certificate.isCa) return reasons;
  // Lists of the issuer count also where no point leads to them, as if a point with the issuer's name did.
  const own: DistributionPoint = { names: [{ kind: 'directory', value: certificate.issuer }] };
  const ofScope = scope.reasons ?? ALL_REASONS;
  for (const point of [...certificate.crlPoints, own]) {
    if (!leadsTo(point, crl, certificate)) continue;
    for (const reason of point.reasons ?? ALL_REASONS) if (ofScope.includes(reason)) reasons.add(reason);
  }
  return reasons;
}

function leadsTo(
  point: DistributionPoint,
  { issuer, scope }: { readonly issuer: DistinguishedName; readonly scope: CrlScope },
  certificate: Certificate,
): boolean {
  const named = point.crlIssuer?.flatMap((name) => (name.kind === 'directory' ? [name.value] : []));
  if (named && !(scope.indirect && named.some((name) => sameName(name, issuer)))) return false;
  if (!named && !sameName(issuer, certificate.issuer)) return false;
  const { names } = scope;
  if (!names) return true;
  const ofPoint = absoluteNames(point, named?.[0] ?? certificate.issuer);
  const own = ofPoint.length > 0 ? ofPoint : (point.crlIssuer ?? []);
  return own.some((name) => names.some((other) => sameGeneralName(name, other)));
}

/** Names of a point, one relative to the issuer of the list completed by it. */
function absoluteNames(
  { names, relativeName }: Pick<DistributionPoint, 'names' | 'relativeName'>,
  issuer: DistinguishedName,
): readonly GeneralName[] {
  return relativeName ? [{ kind: 'directory', value: nameBelow(issuer, relativeName) }] : names;
}

function sameGeneralName(left: GeneralName, right: GeneralName): boolean {
  if (left.kind === 'directory' && right.kind === 'directory') return sameName(left.value, right.value);
  if (left.kind === 'ip' || right.kind === 'ip') return false;
  return left.kind === right.kind && left.value === right.value;
}
