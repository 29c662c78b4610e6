import { equalBytes, toHex } from '../der/bytes.ts';
import { Cursor } from '../der/cursor.ts';
import {
  childrenOf,
  contentOf,
  DerError,
  type Element,
  expectTag,
  rawOf,
  readWhole,
} from '../der/element.ts';
import { TAG } from '../der/tags.ts';
import { TEXT_TAGS, textOf } from '../der/text.ts';
import { oidOf } from '../der/values.ts';
import { sequence, tlv } from '../der/write.ts';

/** One attribute of a distinguished name. */
export interface NameAttribute {
  readonly oid: string;
  /** Short name such as `O`; the OID where there is none. */
  readonly type: string;
  /** The text; `#` and the hex of the whole value where it is no text. */
  readonly value: string;
  readonly isText: boolean;
}

/** A distinguished name: a list of RDNs, each a set of attributes. */
export interface DistinguishedName {
  readonly der: Uint8Array;
  readonly rdns: readonly (readonly NameAttribute[])[];
  /** RFC 4514-like text in the order of the certificate, such as `C=TW, L=新竹縣, O=…`. */
  readonly text: string;
}

const SHORT_NAMES: Readonly<Record<string, string>> = {
  '2.5.4.3': 'CN',
  '2.5.4.4': 'SN',
  '2.5.4.5': 'serialNumber',
  '2.5.4.6': 'C',
  '2.5.4.7': 'L',
  '2.5.4.8': 'ST',
  '2.5.4.9': 'street',
  '2.5.4.10': 'O',
  '2.5.4.11': 'OU',
  '2.5.4.12': 'title',
  '2.5.4.42': 'GN',
  '0.9.2342.19200300.100.1.25': 'DC',
  '1.2.840.113549.1.9.1': 'emailAddress',
};

/** Reads a Name; two L, no CN and the like are all right. */
export function readName(element: Element): DistinguishedName {
  const rdns = childrenOf(expectTag(element, TAG.sequence)).map((rdn) => {
    const attributes = childrenOf(expectTag(rdn, TAG.set)).map(readAttribute);
    if (attributes.length === 0) throw new DerError('an empty RDN');
    return attributes;
  });
  const text = rdns
    .map((rdn) => rdn.map(({ type, value }) => `${type}=${escapeValue(value)}`).join('+'))
    .join(', ');
  return { der: rawOf(element), rdns, text };
}

/** Values of one attribute type (short name or OID), in order. */
export function nameValues(name: DistinguishedName, type: string): string[] {
  return name.rdns
    .flatMap((rdn) => rdn.filter((item) => item.type === type || item.oid === type))
    .map(({ value }) => value);
}

/** True when both names mean the same: RFC 5280 §7.1, without regard to case, surrounding and repeated spaces. */
export function sameName(left: DistinguishedName, right: DistinguishedName): boolean {
  if (equalBytes(left.der, right.der)) return true;
  return left.rdns.length === right.rdns.length && startsWithName(left, right);
}

/** True when `name` lies in the subtree `base`: its first RDNs equal those of `base`. */
export function startsWithName(name: DistinguishedName, base: DistinguishedName): boolean {
  if (base.rdns.length > name.rdns.length) return false;
  return base.rdns.every((rdn, index) => sameRdn(rdn, name.rdns[index] ?? []));
}

/** True when subject and issuer are the same name: such certificates carry a change of key or of policy, RFC 5280 §3.2. */
export function isSelfIssued(certificate: {
  readonly subject: DistinguishedName;
  readonly issuer: DistinguishedName;
}): boolean {
  return sameName(certificate.subject, certificate.issuer);
}

/** A name one RDN below another; `members` are the attributes of that RDN as they stand. */
export function nameBelow(name: DistinguishedName, members: Uint8Array): DistinguishedName {
  return readName(readWhole(sequence(contentOf(readWhole(name.der)), tlv(TAG.set, members))));
}

function readAttribute(element: Element): NameAttribute {
  const cursor = Cursor.of(element);
  const oid = oidOf(cursor.next());
  const valueElement = cursor.next();
  cursor.done();
  const isText = TEXT_TAGS.has(valueElement.tag);
  const value = isText ? textOf(valueElement) : `#${toHex(rawOf(valueElement))}`;
  return { oid, type: SHORT_NAMES[oid] ?? oid, value, isText };
}

function sameRdn(left: readonly NameAttribute[], right: readonly NameAttribute[]): boolean {
  if (left.length !== right.length) return false;
  const others = right.map(attributeKey).sort();
  return left
    .map(attributeKey)
    .sort()
    .every((key, index) => key === others[index]);
}

/** Values of other types than text are compared octet by octet. */
function attributeKey({ oid, value, isText }: NameAttribute): string {
  return isText ? `${oid}=${prepare(value)}` : `${oid}${value}`;
}

/** The part of RFC 4518 string preparation that matters in practice. */
function prepare(value: string): string {
  return value.normalize('NFKC').toLowerCase().trim().replace(/\s+/g, ' ');
}

function escapeValue(value: string): string {
  return value.replace(/[,+"\\<>;]/g, (character) => `\\${character}`);
}
