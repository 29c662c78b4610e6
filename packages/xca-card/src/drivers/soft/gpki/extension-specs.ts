import type { KeyUsageName } from '../../../certificate/extensions.ts';
import { GPKI } from '../../../certificate/gpki.ts';
import { OID } from '../../../certificate/oids.ts';
import { concatBytes } from '../../../der/bytes.ts';
import { TAG } from '../../../der/tags.ts';
import {
  booleanTrue,
  explicit,
  implicitPrimitive,
  octetString,
  oid,
  sequence,
  setOf,
  smallInteger,
  textValue,
  tlv,
} from '../../../der/write.ts';
import type { ExtensionSpec } from './authority.ts';

const KEY_USAGE_BITS: Readonly<Record<KeyUsageName, number>> = {
  digitalSignature: 0,
  nonRepudiation: 1,
  keyEncipherment: 2,
  dataEncipherment: 3,
  keyAgreement: 4,
  keyCertSign: 5,
  cRLSign: 6,
  encipherOnly: 7,
  decipherOnly: 8,
};

export function keyUsage(...names: readonly KeyUsageName[]): ExtensionSpec {
  const bits = names.map((name) => KEY_USAGE_BITS[name]);
  const length = Math.max(...bits) < 8 ? 1 : 2;
  const bytes = new Uint8Array(length);
  for (const bit of bits) bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) | (0x80 >> (bit & 7));
  const unused = 7 - (Math.max(...bits) & 7);
  return { oid: OID.keyUsage, critical: true, value: tlv(TAG.bitString, Uint8Array.of(unused), bytes) };
}

export function basicConstraints(ca: boolean, pathLength?: number, critical = true): ExtensionSpec {
  const members = [
    ...(ca ? [booleanTrue()] : []),
    ...(pathLength === undefined ? [] : [smallInteger(pathLength)]),
  ];
  return { oid: OID.basicConstraints, critical, value: sequence(...members) };
}

export function subjectKeyIdentifier(id: Uint8Array): ExtensionSpec {
  return { oid: OID.subjectKeyIdentifier, value: octetString(id) };
}

export function authorityKeyIdentifier(id: Uint8Array): ExtensionSpec {
  return { oid: OID.authorityKeyIdentifier, value: sequence(implicitPrimitive(0, id)) };
}

export function certificatePolicies(...policies: readonly string[]): ExtensionSpec {
  return {
    oid: OID.certificatePolicies,
    value: sequence(...policies.map((policy) => sequence(oid(policy)))),
  };
}

export function extendedKeyUsage(critical: boolean, ...purposes: readonly string[]): ExtensionSpec {
  return { oid: OID.extKeyUsage, critical, value: sequence(...purposes.map((purpose) => oid(purpose))) };
}

/** CRL distribution points, one per address. */
export function crlDistributionPoints(urls: readonly string[]): ExtensionSpec {
  const points = urls.map((url) => sequence(explicit(0, explicit(0, uri(url)))));
  return { oid: OID.cRLDistributionPoints, value: sequence(...points) };
}

/** Addresses of the OCSP responder and of the issuer's certificates. */
export function authorityInfoAccess(ocsp: string, issuers: string): ExtensionSpec {
  const value = sequence(sequence(oid(OID.caIssuers), uri(issuers)), sequence(oid(OID.ocsp), uri(ocsp)));
  return { oid: OID.authorityInfoAccess, value };
}

export function emailAltName(address: string): ExtensionSpec {
  return {
    oid: OID.subjectAltName,
    value: sequence(implicitPrimitive(1, new TextEncoder().encode(address))),
  };
}

export interface GpkiAttributes {
  readonly subjectType?: string;
  readonly rank?: 'primary' | 'secondary' | 'mobile';
  readonly uniformNumber?: string;
  readonly organisationOid?: string;
  readonly idTail?: string;
}

/** subjectDirectoryAttributes as GPKI fills it. */
export function subjectDirectoryAttributes(attributes: GpkiAttributes): ExtensionSpec {
  const { subjectType, rank, uniformNumber, organisationOid, idTail } = attributes;
  const entries: readonly (readonly [string, Uint8Array | undefined])[] = [
    [GPKI.subjectType, subjectType === undefined ? undefined : oid(subjectType)],
    [GPKI.rank, rank && textValue(TAG.printableString, rank)],
    [GPKI.uniformNumber, uniformNumber === undefined ? undefined : textValue(TAG.utf8String, uniformNumber)],
    [GPKI.organisationOid, organisationOid === undefined ? undefined : oid(organisationOid)],
    [GPKI.idTail, idTail === undefined ? undefined : textValue(TAG.utf8String, idTail)],
  ];
  const encoded = entries.flatMap(([type, value]) => (value ? [sequence(oid(type), setOf(value))] : []));
  return { oid: OID.subjectDirectoryAttributes, value: sequence(concatBytes(encoded)) };
}

function uri(url: string): Uint8Array {
  return implicitPrimitive(6, new TextEncoder().encode(url));
}
