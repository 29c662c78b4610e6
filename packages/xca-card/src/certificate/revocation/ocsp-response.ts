import { equalBytes, toHex } from '../../der/bytes.ts';
import { Cursor } from '../../der/cursor.ts';
import {
  childrenOf,
  contentOf,
  DerError,
  type Element,
  onlyChild,
  rawOf,
  readWhole,
} from '../../der/element.ts';
import { contextPrimitiveTag, contextTag, TAG } from '../../der/tags.ts';
import { timeOf } from '../../der/time.ts';
import { bitStringBytes, octetsOf, oidOf, smallIntegerOf } from '../../der/values.ts';
import { CardError } from '../../errors/card-error.ts';
import { type Algorithm, readAlgorithm } from '../algorithm.ts';
import { readExtensions } from '../extensions.ts';
import { type DistinguishedName, readName } from '../name.ts';
import { CRL_REASONS, type CrlReason } from './crl-scan.ts';
import { OCSP_BASIC, OCSP_NONCE } from './ocsp-request.ts';

/** What an answer says about one certificate. */
export interface OcspStatement {
  /** DER of the CertID. */
  readonly certId: Uint8Array;
  readonly status:
    | { readonly kind: 'good' }
    | { readonly kind: 'unknown' }
    | { readonly kind: 'revoked'; readonly revokedAt: Date; readonly reason: CrlReason };
  readonly thisUpdate: Date;
  readonly nextUpdate?: Date;
}

/** A successful OCSP answer, read but not verified. */
export interface OcspResponse {
  readonly responder:
    | { readonly kind: 'name'; readonly name: DistinguishedName }
    /** SHA-1 of the responder's key, lower-case hex. */
    | { readonly kind: 'key'; readonly keyHash: string };
  readonly producedAt: Date;
  readonly statements: readonly OcspStatement[];
  readonly nonce?: Uint8Array;
  readonly tbs: Uint8Array;
  readonly signatureAlgorithm: Algorithm;
  readonly signature: Uint8Array;
  /** DER of the certificates that came along. */
  readonly certificates: readonly Uint8Array[];
}

const STATUSES: Readonly<Record<number, string>> = {
  1: 'malformedRequest',
  2: 'internalError',
  3: 'tryLater',
  5: 'sigRequired',
  6: 'unauthorized',
};

/**
 * Reads an OCSP answer, RFC 6960 §4.2.
 *
 * @throws CardError `OCSP_MALFORMED`, also when the responder answers that it cannot answer
 */
export function parseOcspResponse(bytes: Uint8Array): OcspResponse {
  try {
    const outer = Cursor.of(readWhole(bytes));
    const status = smallIntegerOf(outer.next(TAG.enumerated));
    if (status !== 0) throw new DerError(STATUSES[status] ?? `status ${status}`);
    const body = Cursor.of(onlyChild(outer.next(contextTag(0))));
    outer.done();
    if (oidOf(body.next()) !== OCSP_BASIC) throw new DerError('an unknown kind of answer');
    const basic = readWhole(octetsOf(body.next()));
    body.done();
    return readBasic(basic);
  } catch (cause) {
    if (!(cause instanceof DerError)) throw cause;
    throw new CardError('OCSP_MALFORMED', { details: { reason: cause.message }, cause });
  }
}

function readBasic(element: Element): OcspResponse {
  const cursor = Cursor.of(element);
  const tbs = cursor.next(TAG.sequence);
  const signatureAlgorithm = readAlgorithm(cursor.next());
  const signature = bitStringBytes(cursor.next());
  const certificates = cursor.optional(contextTag(0));
  cursor.done();
  const data = Cursor.of(tbs);
  data.optional(contextTag(0));
  const responder = readResponder(data.next());
  const producedAt = timeOf(data.next(TAG.generalizedTime), { fraction: true });
  const statements = childrenOf(data.next(TAG.sequence)).map(readStatement);
  const extensions = data.optional(contextTag(1));
  data.done();
  const nonce = extensions && nonceOf(onlyChild(extensions));
  return {
    responder,
    producedAt,
    statements,
    ...(nonce && { nonce }),
    tbs: rawOf(tbs),
    signatureAlgorithm,
    signature,
    certificates: certificates ? childrenOf(onlyChild(certificates)).map(rawOf) : [],
  };
}

function readResponder(element: Element): OcspResponse['responder'] {
  if (element.tag === contextTag(1)) return { kind: 'name', name: readName(onlyChild(element)) };
  if (element.tag === contextTag(2)) return { kind: 'key', keyHash: toHex(octetsOf(onlyChild(element))) };
  throw new DerError('a bad responder id');
}

function readStatement(element: Element): OcspStatement {
  const cursor = Cursor.of(element);
  const certId = rawOf(cursor.next(TAG.sequence));
  const status = readStatus(cursor.next());
  const thisUpdate = timeOf(cursor.next(TAG.generalizedTime), { fraction: true });
  const nextUpdate = cursor.optional(contextTag(0));
  const extensions = cursor.optional(contextTag(1));
  cursor.done();
  if (extensions && readExtensions(onlyChild(extensions)).some(({ critical }) => critical)) {
    throw new DerError('an unknown critical extension');
  }
  return {
    certId,
    status,
    thisUpdate,
    ...(nextUpdate && { nextUpdate: timeOf(onlyChild(nextUpdate), { fraction: true }) }),
  };
}

function readStatus(element: Element): OcspStatement['status'] {
  if (element.tag === contextPrimitiveTag(0)) return { kind: 'good' };
  if (element.tag === contextPrimitiveTag(2)) return { kind: 'unknown' };
  if (element.tag !== contextTag(1)) throw new DerError('a bad status');
  const cursor = new Cursor(element);
  const revokedAt = timeOf(cursor.next(TAG.generalizedTime), { fraction: true });
  const reason = cursor.optional(contextTag(0));
  cursor.done();
  const number = reason ? smallIntegerOf(onlyChild(reason)) : 0;
  return { kind: 'revoked', revokedAt, reason: CRL_REASONS[number] ?? 'unspecified' };
}

function nonceOf(element: Element): Uint8Array | undefined {
  const extensions = readExtensions(element);
  if (extensions.some(({ oid, critical }) => critical && oid !== OCSP_NONCE)) {
    throw new DerError('an unknown critical extension');
  }
  const value = extensions.find(({ oid }) => oid === OCSP_NONCE)?.value;
  return value && contentOf(readWhole(value, TAG.octetString));
}

/** The statement about a certificate. */
export function statementFor(response: OcspResponse, certId: Uint8Array): OcspStatement | undefined {
  return response.statements.find((statement) => equalBytes(statement.certId, certId));
}
