import { equalBytes } from '../../der/bytes.ts';
import { Cursor } from '../../der/cursor.ts';
import { DerError, type Element, onlyChild, rawOf, readWhole } from '../../der/element.ts';
import { derFrom } from '../../der/pem.ts';
import { contextTag, TAG } from '../../der/tags.ts';
import { timeOf } from '../../der/time.ts';
import { bitStringBytes, integerHex, smallIntegerOf } from '../../der/values.ts';
import { CardError } from '../../errors/card-error.ts';
import { type Algorithm, readAlgorithm } from '../algorithm.ts';
import {
  type AuthorityKeyIdentifier,
  type Extension,
  readAuthorityKeyIdentifier,
  readExtensions,
} from '../extensions.ts';
import { type DistinguishedName, readName } from '../name.ts';
import { OID } from '../oids.ts';
import type { Phrase } from '../phrase.ts';
import { type CrlScope, readCrlScope } from './crl-scope.ts';

/** What a certificate revocation list says about itself. */
export interface CrlHead {
  readonly issuer: DistinguishedName;
  readonly thisUpdate: Date;
  readonly nextUpdate?: Date;
  readonly authorityKeyId?: AuthorityKeyIdentifier;
  /** Upper-case hex. */
  readonly number?: string;
  /** Number of the complete list that a delta list builds on, upper-case hex. */
  readonly deltaBase?: string;
  /** issuingDistributionPoint: what the list covers. */
  readonly scope: CrlScope;
  /** Critical extensions that nobody here understands: the list must not be used. */
  readonly unknownCritical: readonly string[];
  /** Where the list breaks a MUST of RFC 5280 §5 that says nothing about the entries. */
  readonly breaches: readonly Phrase[];
  readonly signatureAlgorithm: Algorithm;
  readonly signature: Uint8Array;
}

/** A certificate revocation list (憑證廢止清冊) in memory; its entries stay as they are until somebody looks for one. */
export interface Crl extends CrlHead {
  /** The bytes that the issuer signed. */
  readonly tbs: Uint8Array;
  /** The SEQUENCE of revoked certificates; absent when there are none. */
  readonly entries?: Element;
}

const KNOWN: ReadonlySet<string> = new Set([
  OID.cRLNumber,
  OID.deltaCRLIndicator,
  OID.issuingDistributionPoint,
  OID.authorityKeyIdentifier,
  OID.issuerAltName,
]);

/** Extensions of a list that must not be critical: RFC 5280 §5.2.1, 5.2.2, 5.2.3, 5.2.6. */
const NEVER_CRITICAL: readonly string[] = [
  OID.authorityKeyIdentifier,
  OID.issuerAltName,
  OID.cRLNumber,
  OID.freshestCRL,
];

/** Extensions of a list that must be critical: RFC 5280 §5.2.4, 5.2.5. */
const ALWAYS_CRITICAL: readonly string[] = [OID.deltaCRLIndicator, OID.issuingDistributionPoint];

/**
 * Reads the head and foot of a CRL without touching its entries, so that a list of hundreds of thousands costs nothing
 * until it is searched.
 *
 * @param input DER, or PEM with an X509 CRL block
 * @throws CardError `CRL_MALFORMED`
 */
export function parseCrl(input: Uint8Array | string): Crl {
  try {
    return readCrl(readWhole(derFrom(input, ['X509 CRL'])));
  } catch (cause) {
    if (!(cause instanceof DerError)) throw cause;
    throw new CardError('CRL_MALFORMED', { details: { reason: cause.message }, cause });
  }
}

function readCrl(element: Element): Crl {
  const outer = Cursor.of(element);
  const tbs = outer.next(TAG.sequence);
  const signatureAlgorithm = readAlgorithm(outer.next());
  const signature = bitStringBytes(outer.next());
  outer.done();
  const cursor = Cursor.of(tbs);
  const version = cursor.optional(TAG.integer);
  if (version && smallIntegerOf(version) !== 1) throw new DerError('an unknown version');
  if (!equalBytes(rawOf(cursor.next()), signatureAlgorithm.der))
    throw new DerError('the two algorithms differ');
  const issuer = readName(cursor.next());
  const thisUpdate = timeOf(cursor.next());
  const nextUpdate = cursor.optionalOf([TAG.utcTime, TAG.generalizedTime]);
  const entries = cursor.optional(TAG.sequence);
  const extensionField = cursor.optional(contextTag(0));
  cursor.done();
  if (extensionField && !version) throw new DerError('extensions in a list that is not version 2');
  const extensions = extensionField ? readExtensions(onlyChild(extensionField)) : [];
  return {
    issuer,
    thisUpdate,
    ...(nextUpdate && { nextUpdate: timeOf(nextUpdate) }),
    ...extensionValues(extensions, issuer),
    tbs: rawOf(tbs),
    signatureAlgorithm,
    signature,
    ...(entries && { entries }),
  };
}

function extensionValues(extensions: readonly Extension[], issuer: DistinguishedName) {
  const find = (oid: string) => extensions.find((extension) => extension.oid === oid)?.value;
  const keyId = find(OID.authorityKeyIdentifier);
  const number = find(OID.cRLNumber);
  const delta = find(OID.deltaCRLIndicator);
  const point = find(OID.issuingDistributionPoint);
  return {
    ...(keyId && { authorityKeyId: readAuthorityKeyIdentifier(keyId) }),
    ...(number && { number: integerHex(readWhole(number, TAG.integer)) }),
    ...(delta && { deltaBase: integerHex(readWhole(delta, TAG.integer)) }),
    scope: readCrlScope(point, issuer),
    unknownCritical: extensions
      .filter(({ oid, critical }) => critical && !KNOWN.has(oid))
      .map(({ oid }) => oid),
    breaches: breachesOf(extensions),
  };
}

function breachesOf(extensions: readonly Extension[]): Phrase[] {
  const breaches = extensions.flatMap(({ oid, critical }): Phrase[] => {
    if (critical && NEVER_CRITICAL.includes(oid))
      return [{ zh: `擴充欄位 ${oid} 不得為關鍵`, en: `extension ${oid} must not be critical` }];
    if (!critical && ALWAYS_CRITICAL.includes(oid))
      return [{ zh: `擴充欄位 ${oid} 須為關鍵`, en: `extension ${oid} must be critical` }];
    return [];
  });
  if (!extensions.some(({ oid }) => oid === OID.cRLNumber))
    breaches.push({ zh: 'CRL 沒有編號（§5.2.3）', en: 'a CRL without number (§5.2.3)' });
  return breaches;
}
