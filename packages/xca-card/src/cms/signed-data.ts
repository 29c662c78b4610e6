import { type Algorithm, readAlgorithm } from '../certificate/algorithm.ts';
import { type DistinguishedName, readName } from '../certificate/name.ts';
import { toHex } from '../der/bytes.ts';
import { Cursor } from '../der/cursor.ts';
import {
  childrenOf,
  contentOf,
  DerError,
  type Element,
  expectTag,
  onlyChild,
  rawOf,
} from '../der/element.ts';
import { contextPrimitiveTag, contextTag, TAG } from '../der/tags.ts';
import { integerHex, octetsOf, oidOf, smallIntegerOf } from '../der/values.ts';
import { type Attributes, readAttributes } from './attributes.ts';
import { CMS_OID } from './oids.ts';

/** How a message names a certificate. */
export type CertificateReference =
  | { readonly kind: 'issuer-serial'; readonly issuer: DistinguishedName; readonly serial: string }
  | { readonly kind: 'key-id'; readonly keyId: string };

/** SignerInfo, RFC 5652 §5.3. */
export interface SignerInfo {
  readonly version: number;
  readonly signer: CertificateReference;
  readonly digestAlgorithm: Algorithm;
  readonly signedAttributes?: Attributes;
  readonly signatureAlgorithm: Algorithm;
  readonly signature: Uint8Array;
  readonly unsignedAttributes?: Attributes;
}

/** SignedData, RFC 5652 §5.1. */
export interface SignedData {
  readonly version: number;
  readonly digestAlgorithms: readonly Algorithm[];
  readonly contentType: string;
  /** Absent when the signature is detached. */
  readonly content?: Uint8Array;
  /** DER of the certificates that came along. */
  readonly certificates: readonly Uint8Array[];
  readonly crls: readonly Uint8Array[];
  /** The version that RFC 5652 §5.1 asks of what is inside. */
  readonly expectedVersion: 1 | 3 | 4 | 5;
  readonly signers: readonly SignerInfo[];
}

export function readSignedData(element: Element): SignedData {
  const cursor = Cursor.of(element);
  const version = smallIntegerOf(cursor.next(TAG.integer));
  const digestAlgorithms = childrenOf(cursor.next(TAG.set)).map(readAlgorithm);
  const encapsulated = Cursor.of(cursor.next());
  const contentType = oidOf(encapsulated.next());
  const contentField = encapsulated.optional(contextTag(0));
  encapsulated.done();
  const certificates = membersOf(cursor.optional(contextTag(0)), CERTIFICATE_KINDS);
  const crls = membersOf(cursor.optional(contextTag(1)), CRL_KINDS);
  const signers = childrenOf(cursor.next(TAG.set)).map(readSignerInfo);
  cursor.done();
  return {
    version,
    digestAlgorithms,
    contentType,
    ...(contentField && { content: readContent(onlyChild(contentField), contentType) }),
    certificates: plain(certificates),
    crls: plain(crls),
    expectedVersion: versionFor(contentType, signers, certificates, crls),
    signers,
  };
}

/** The OCTET STRING's octets; PKCS#7 (RFC 2315) put other types there bare. */
function readContent(element: Element, contentType: string): Uint8Array {
  if ((element.tag & ~0x20) === TAG.octetString) return octetsOf(element);
  if (contentType === CMS_OID.data) throw new DerError('content that is no OCTET STRING');
  return contentOf(element);
}

/** CertificateChoices, RFC 5652 §10.2.2: a certificate, or one of the other kinds under tags 0 to 3. */
const CERTIFICATE_KINDS: readonly number[] = [TAG.sequence, ...[0, 1, 2, 3].map(contextTag)];
/** RevocationInfoChoice, RFC 5652 §10.2.1: a CRL, or something else under tag 1. */
const CRL_KINDS: readonly number[] = [TAG.sequence, contextTag(1)];

/** Members of a set of choices; a tag that is none of them is not passed over, or a changed byte would be. */
function membersOf(field: Element | undefined, kinds: readonly number[]): readonly Element[] {
  const members = field ? childrenOf(field) : [];
  if (members.some(({ tag }) => !kinds.includes(tag)))
    throw new DerError('an unknown kind of certificate or CRL');
  return members;
}

/** The certificates or CRLs themselves; the other kinds are not used here. */
function plain(members: readonly Element[]): Uint8Array[] {
  return members.filter(({ tag }) => tag === TAG.sequence).map(rawOf);
}

/** RFC 5652 §5.1: what is inside decides the version. */
function versionFor(
  contentType: string,
  signers: readonly SignerInfo[],
  certificates: readonly Element[],
  crls: readonly Element[],
): SignedData['expectedVersion'] {
  const has = (number: number) => certificates.some(({ tag }) => tag === contextTag(number));
  if (has(3) || crls.some(({ tag }) => tag !== TAG.sequence)) return 5;
  if (has(2)) return 4;
  if (has(1) || contentType !== CMS_OID.data || signers.some(({ version }) => version === 3)) return 3;
  return 1;
}

function readSignerInfo(element: Element): SignerInfo {
  const cursor = Cursor.of(element);
  const version = smallIntegerOf(cursor.next(TAG.integer));
  const signer = readReference(cursor.next());
  const digestAlgorithm = readAlgorithm(cursor.next());
  const signed = cursor.optional(contextTag(0));
  const signatureAlgorithm = readAlgorithm(cursor.next());
  const signature = octetsOf(cursor.next());
  const unsigned = cursor.optional(contextTag(1));
  cursor.done();
  return {
    version,
    signer,
    digestAlgorithm,
    ...(signed && { signedAttributes: readAttributes(signed) }),
    signatureAlgorithm,
    signature,
    ...(unsigned && { unsignedAttributes: readAttributes(unsigned) }),
  };
}

/** SignerIdentifier and RecipientIdentifier: issuer and serial, or `[0]` subject key identifier. */
export function readReference(element: Element): CertificateReference {
  if (element.tag === contextPrimitiveTag(0)) return { kind: 'key-id', keyId: toHex(contentOf(element)) };
  if (element.tag === contextTag(0)) {
    return { kind: 'key-id', keyId: toHex(octetsOf(element, contextPrimitiveTag(0))) };
  }
  const cursor = Cursor.of(expectTag(element, TAG.sequence));
  const issuer = readName(cursor.next());
  const serial = integerHex(cursor.next(TAG.integer));
  cursor.done();
  return { kind: 'issuer-serial', issuer, serial };
}
