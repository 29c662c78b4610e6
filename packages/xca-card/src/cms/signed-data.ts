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
  const certificates = cursor.optional(contextTag(0));
  const crls = cursor.optional(contextTag(1));
  const signers = childrenOf(cursor.next(TAG.set)).map(readSignerInfo);
  cursor.done();
  return {
    version,
    digestAlgorithms,
    contentType,
    ...(contentField && { content: readContent(onlyChild(contentField), contentType) }),
    certificates: certificates ? plainCertificates(certificates) : [],
    crls: crls
      ? childrenOf(crls)
          .filter(({ tag }) => tag === TAG.sequence)
          .map(rawOf)
      : [],
    signers,
  };
}

/** The OCTET STRING's octets; PKCS#7 (RFC 2315) put other types there bare. */
function readContent(element: Element, contentType: string): Uint8Array {
  if ((element.tag & ~0x20) === TAG.octetString) return octetsOf(element);
  if (contentType === CMS_OID.data) throw new DerError('content that is no OCTET STRING');
  return contentOf(element);
}

/** Certificates of the plain kind; attribute certificates are left out. */
function plainCertificates(element: Element): Uint8Array[] {
  return childrenOf(element)
    .filter(({ tag }) => tag === TAG.sequence)
    .map(rawOf);
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
