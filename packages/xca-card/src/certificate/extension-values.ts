import { readWhole } from '../der/element.ts';
import { TAG } from '../der/tags.ts';
import {
  type AuthorityKeyIdentifier,
  type BasicConstraints,
  type DistributionPoint,
  type Extension,
  type KeyUsageName,
  readAuthorityKeyIdentifier,
  readBasicConstraints,
  readDistributionPoints,
  readExtendedKeyUsage,
  readInfoAccess,
  readKeyUsage,
  readSubjectKeyIdentifier,
} from './extensions.ts';
import { type GeneralName, readGeneralNames } from './general-name.ts';
import { type NameConstraints, readNameConstraints } from './name-constraints.ts';
import { OID } from './oids.ts';
import { type PolicyValues, readPolicyValues } from './policy-values.ts';

/** What the known extensions of a certificate say. Unknown ones stay in `extensions`. */
export interface ExtensionValues extends PolicyValues {
  readonly keyUsage?: ReadonlySet<KeyUsageName>;
  /** OIDs. */
  readonly extendedKeyUsage?: readonly string[];
  readonly basicConstraints?: BasicConstraints;
  /** Lower-case hex (SKI). */
  readonly subjectKeyId?: string;
  readonly authorityKeyId?: AuthorityKeyIdentifier;
  readonly subjectAltNames: readonly GeneralName[];
  readonly nameConstraints?: NameConstraints;
  readonly crlPoints: readonly DistributionPoint[];
  readonly freshestCrlPoints: readonly DistributionPoint[];
  /** Addresses of OCSP responders. */
  readonly ocspUrls: readonly string[];
  /** Addresses where the issuer's certificates are found. */
  readonly issuerUrls: readonly string[];
}

export function readExtensionValues(extensions: readonly Extension[]): ExtensionValues {
  const lookup = (oid: string) => extensions.find((extension) => extension.oid === oid)?.value;
  const read = <T>(oid: string, reader: (value: Uint8Array) => T): T | undefined => {
    const value = lookup(oid);
    return value === undefined ? undefined : reader(value);
  };
  const access = read(OID.authorityInfoAccess, readInfoAccess) ?? [];
  const urls = (method: string) =>
    access.flatMap((item) =>
      item.method === method && item.location.kind === 'uri' ? [item.location.value] : [],
    );
  const generalNames = (value: Uint8Array) => readGeneralNames(readWhole(value, TAG.sequence));
  return {
    ...defined({
      keyUsage: read(OID.keyUsage, readKeyUsage),
      extendedKeyUsage: read(OID.extKeyUsage, readExtendedKeyUsage),
      basicConstraints: read(OID.basicConstraints, readBasicConstraints),
      subjectKeyId: read(OID.subjectKeyIdentifier, readSubjectKeyIdentifier),
      authorityKeyId: read(OID.authorityKeyIdentifier, readAuthorityKeyIdentifier),
      nameConstraints: read(OID.nameConstraints, readNameConstraints),
    }),
    subjectAltNames: read(OID.subjectAltName, generalNames) ?? [],
    crlPoints: read(OID.cRLDistributionPoints, readDistributionPoints) ?? [],
    freshestCrlPoints: read(OID.freshestCRL, readDistributionPoints) ?? [],
    ocspUrls: urls(OID.ocsp),
    issuerUrls: urls(OID.caIssuers),
    ...readPolicyValues(lookup),
  };
}

type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** The object without its undefined members. */
function defined<T extends object>(object: T): Defined<T> {
  // Only members that are undefined were dropped, which the mapped type says and Object.fromEntries cannot.
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as Defined<T>;
}
