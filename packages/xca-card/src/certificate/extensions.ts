import { toHex } from '../der/bytes.ts';
import { Cursor } from '../der/cursor.ts';
import {
  childrenOf,
  contentOf,
  DerError,
  type Element,
  expectTag,
  onlyChild,
  readWhole,
} from '../der/element.ts';
import { contextPrimitiveTag, contextTag, TAG } from '../der/tags.ts';
import { booleanOf, integerHex, namedBitsOf, oidOf, smallIntegerOf } from '../der/values.ts';
import { type GeneralName, readGeneralName, readGeneralNames } from './general-name.ts';

/** One extension as it stands. */
export interface Extension {
  readonly oid: string;
  readonly critical: boolean;
  /** DER inside the OCTET STRING. */
  readonly value: Uint8Array;
}

const KEY_USAGES = [
  'digitalSignature',
  'nonRepudiation',
  'keyEncipherment',
  'dataEncipherment',
  'keyAgreement',
  'keyCertSign',
  'cRLSign',
  'encipherOnly',
  'decipherOnly',
] as const;

export type KeyUsageName = (typeof KEY_USAGES)[number];

export interface BasicConstraints {
  readonly ca: boolean;
  readonly pathLength?: number;
}

export interface AuthorityKeyIdentifier {
  /** Lower-case hex. */
  readonly keyId?: string;
  readonly issuer?: readonly GeneralName[];
  /** Upper-case hex. */
  readonly serial?: string;
}

/** A distribution point: the names where the CRL is found, and whether it covers some reasons only. */
export interface DistributionPoint {
  readonly names: readonly GeneralName[];
  /** Attributes of the RDN that stands below the issuer of the CRL (nameRelativeToCRLIssuer), in the place of `names`. */
  readonly relativeName?: Uint8Array;
  readonly reasons?: readonly number[];
  readonly crlIssuer?: readonly GeneralName[];
}

export function readExtensions(element: Element): Extension[] {
  const seen = new Set<string>();
  const extensions = childrenOf(expectTag(element, TAG.sequence)).map((child) => {
    const cursor = Cursor.of(child);
    const oid = oidOf(cursor.next());
    const critical = cursor.optional(TAG.boolean);
    const value = contentOf(cursor.next(TAG.octetString));
    cursor.done();
    if (seen.has(oid)) throw new DerError(`extension ${oid} appears twice`);
    seen.add(oid);
    return { oid, critical: critical !== undefined && booleanOf(critical), value };
  });
  if (extensions.length === 0) throw new DerError('an empty list of extensions');
  return extensions;
}

export function readKeyUsage(value: Uint8Array): ReadonlySet<KeyUsageName> {
  const names = namedBitsOf(readWhole(value, TAG.bitString)).map((bit) => KEY_USAGES[bit]);
  return new Set(names.filter((name) => name !== undefined));
}

export function readBasicConstraints(value: Uint8Array): BasicConstraints {
  const cursor = Cursor.of(readWhole(value));
  const ca = cursor.optional(TAG.boolean);
  const pathLength = cursor.optional(TAG.integer);
  cursor.done();
  return {
    ca: ca !== undefined && booleanOf(ca),
    ...(pathLength && { pathLength: smallIntegerOf(pathLength) }),
  };
}

/** Lower-case hex of the key identifier. */
export function readSubjectKeyIdentifier(value: Uint8Array): string {
  return toHex(contentOf(readWhole(value, TAG.octetString)));
}

export function readAuthorityKeyIdentifier(value: Uint8Array): AuthorityKeyIdentifier {
  const cursor = Cursor.of(readWhole(value));
  const keyId = cursor.optional(contextPrimitiveTag(0));
  const issuer = cursor.optional(contextTag(1));
  const serial = cursor.optional(contextPrimitiveTag(2));
  cursor.done();
  return {
    ...(keyId && { keyId: toHex(contentOf(keyId)) }),
    ...(issuer && { issuer: readGeneralNames(issuer) }),
    ...(serial && { serial: integerHex(serial) }),
  };
}

/** OIDs of an extKeyUsage. */
export function readExtendedKeyUsage(value: Uint8Array): string[] {
  const oids = childrenOf(readWhole(value, TAG.sequence)).map(oidOf);
  if (oids.length === 0) throw new DerError('an empty extKeyUsage');
  return oids;
}

export function readDistributionPoints(value: Uint8Array): DistributionPoint[] {
  return childrenOf(readWhole(value, TAG.sequence)).map((child) => {
    const cursor = Cursor.of(child);
    const point = cursor.optional(contextTag(0));
    const reasons = cursor.optional(contextPrimitiveTag(1));
    const crlIssuer = cursor.optional(contextTag(2));
    cursor.done();
    return {
      ...(point ? readDistributionPointName(point) : { names: [] }),
      ...(reasons && { reasons: namedBitsOf(reasons) }),
      ...(crlIssuer && { crlIssuer: readGeneralNames(crlIssuer) }),
    };
  });
}

/** A DistributionPointName: full names, or one relative to the issuer of the CRL. */
export function readDistributionPointName(
  element: Element,
): Pick<DistributionPoint, 'names' | 'relativeName'> {
  const choice = onlyChild(element);
  if (choice.tag === contextTag(0)) return { names: readGeneralNames(choice) };
  return { names: [], relativeName: contentOf(expectTag(choice, contextTag(1))) };
}

/** Access descriptions: method OID and location. */
export function readInfoAccess(
  value: Uint8Array,
): { readonly method: string; readonly location: GeneralName }[] {
  return childrenOf(readWhole(value, TAG.sequence)).map((child) => {
    const cursor = Cursor.of(child);
    const method = oidOf(cursor.next());
    const location = readGeneralName(cursor.next());
    cursor.done();
    return { method, location };
  });
}
