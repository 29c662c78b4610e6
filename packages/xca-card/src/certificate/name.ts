import { equalBytes, toHex } from '../der/bytes.ts';
import { Cursor } from '../der/cursor.ts';
import { childrenOf, DerError, type Element, expectTag, rawOf } from '../der/element.ts';
import { TAG } from '../der/tags.ts';
import { textOf } from '../der/text.ts';
import { oidOf } from '../der/values.ts';

/** One attribute of a distinguished name. */
export interface NameAttribute {
  readonly oid: string;
  /** Short name such as `O`; the OID where there is none. */
  readonly type: string;
  readonly value: string;
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
  return base.rdns.every((rdn, index) => rdnKey(rdn) === rdnKey(name.rdns[index] ?? []));
}

function readAttribute(element: Element): NameAttribute {
  const cursor = Cursor.of(element);
  const oid = oidOf(cursor.next());
  const valueElement = cursor.next();
  cursor.done();
  const isText =
    valueElement.tag !== TAG.sequence && (valueElement.tag & 0x20) === 0 && valueElement.tag > TAG.oid;
  const value = isText ? textOf(valueElement) : `#${toHex(rawOf(valueElement))}`;
  return { oid, type: SHORT_NAMES[oid] ?? oid, value };
}

function rdnKey(rdn: readonly NameAttribute[]): string {
  return rdn
    .map(({ oid, value }) => `${oid}=${prepare(value)}`)
    .sort()
    .join('\u0000');
}

/** The part of RFC 4518 string preparation that matters in practice. */
function prepare(value: string): string {
  return value.normalize('NFKC').toLowerCase().trim().replace(/\s+/g, ' ');
}

function escapeValue(value: string): string {
  return value.replace(/[,+"\\<>;]/g, (character) => `\\${character}`);
}
