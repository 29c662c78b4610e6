import { type Algorithm, readAlgorithm } from '../certificate/algorithm.ts';
import { concatBytes } from '../der/bytes.ts';
import { Cursor } from '../der/cursor.ts';
import { childrenOf, contentOf, DerError, type Element, rawOf } from '../der/element.ts';
import { contextPrimitiveTag, contextTag, TAG } from '../der/tags.ts';
import { octetsOf, oidOf, smallIntegerOf } from '../der/values.ts';
import { CardError } from '../errors/card-error.ts';
import { envelopedVersion } from './enveloped-version.ts';
import { CMS_OID } from './oids.ts';
import { type CertificateReference, readReference } from './signed-data.ts';

/** KeyTransRecipientInfo, RFC 5652 §6.2.1. */
export interface KeyTransport {
  readonly recipient: CertificateReference;
  readonly algorithm: Algorithm;
  readonly encryptedKey: Uint8Array;
}

/** EnvelopedData (RFC 5652 §6.1) or AuthEnvelopedData (RFC 5083 §2.1). */
export interface EnvelopedData {
  readonly recipients: readonly KeyTransport[];
  readonly contentType: string;
  readonly cipher: Algorithm;
  /** Ciphertext; of an AuthEnvelopedData with the tag behind it. */
  readonly encrypted: Uint8Array;
  /** DER of the authenticated attributes as a SET, where there are some. */
  readonly authenticated?: Uint8Array;
}

export function readEnvelopedData(type: string, element: Element): EnvelopedData {
  if (type === CMS_OID.envelopedData) return readEnveloped(element);
  if (type === CMS_OID.authEnvelopedData) return readAuthEnveloped(element);
  throw new CardError('CMS_MALFORMED', { details: { reason: '不是加密訊息' } });
}

function readEnveloped(element: Element): EnvelopedData {
  const cursor = Cursor.of(element);
  const version = cursor.next(TAG.integer);
  const originator = cursor.optional(contextTag(0));
  const infos = cursor.next(TAG.set);
  const content = readEncryptedContent(cursor.next(TAG.sequence));
  const unprotected = cursor.optional(contextTag(1));
  cursor.done();
  requireVersion(version, [envelopedVersion(originator, infos, unprotected !== undefined)]);
  return { recipients: readRecipients(infos), ...content };
}

function readAuthEnveloped(element: Element): EnvelopedData {
  const cursor = Cursor.of(element);
  requireVersion(cursor.next(TAG.integer), [0]);
  cursor.optional(contextTag(0));
  const recipients = readRecipients(cursor.next(TAG.set));
  const content = readEncryptedContent(cursor.next(TAG.sequence));
  const attributes = cursor.optional(contextTag(1));
  const tag = contentOf(cursor.next(TAG.octetString));
  cursor.optional(contextTag(2));
  cursor.done();
  // RFC 5083 §2.1: only plain data may go without attributes that say, under the tag, what it is.
  if (!attributes && content.contentType !== CMS_OID.data)
    throw new DerError('a content type that is not authenticated');
  return {
    recipients,
    ...content,
    encrypted: concatBytes([content.encrypted, tag]),
    ...(attributes && {
      authenticated: concatBytes([Uint8Array.of(TAG.set), rawOf(attributes).subarray(1)]),
    }),
  };
}

/** The recipients of the key transport kind; others (agreement, passwords) cannot be opened with a card. */
function readRecipients(element: Element): KeyTransport[] {
  return childrenOf(element)
    .filter(({ tag }) => tag === TAG.sequence)
    .map((child) => {
      const cursor = Cursor.of(child);
      const version = cursor.next(TAG.integer);
      const recipient = readReference(cursor.next());
      requireVersion(version, [recipient.kind === 'issuer-serial' ? 0 : 2]);
      const algorithm = readAlgorithm(cursor.next());
      const encryptedKey = octetsOf(cursor.next());
      cursor.done();
      return { recipient, algorithm, encryptedKey };
    });
}

function readEncryptedContent(element: Element) {
  const cursor = Cursor.of(element);
  const contentType = oidOf(cursor.next());
  const cipher = readAlgorithm(cursor.next());
  const encrypted = octetsOf(cursor.next(), contextPrimitiveTag(0));
  cursor.done();
  return { contentType, cipher, encrypted };
}

function requireVersion(element: Element, versions: readonly number[]): void {
  if (!versions.includes(smallIntegerOf(element))) throw new DerError('an unknown version');
}
