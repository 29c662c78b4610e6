import { equalBytes } from '../der/bytes.ts';
import { Cursor } from '../der/cursor.ts';
import { DerError, type Element, onlyChild, rawOf, readWhole } from '../der/element.ts';
import { derFrom } from '../der/pem.ts';
import { contextPrimitiveTag, contextTag, TAG } from '../der/tags.ts';
import { timeOf } from '../der/time.ts';
import { bitStringBytes, integerBytes, integerHex, smallIntegerOf } from '../der/values.ts';
import { CardError } from '../errors/card-error.ts';
import { type Algorithm, readAlgorithm } from './algorithm.ts';
import { type ExtensionValues, readExtensionValues } from './extension-values.ts';
import { type Extension, readExtensions } from './extensions.ts';
import { type GpkiIdentity, readIdentity } from './identity.ts';
import { type DistinguishedName, readName } from './name.ts';
import { type PublicKey, readPublicKey } from './public-key.ts';

/** An X.509 certificate (憑證), read completely. */
export interface Certificate extends ExtensionValues {
  readonly der: Uint8Array;
  readonly version: 1 | 2 | 3;
  /** Upper-case hex. */
  readonly serial: string;
  /** Content octets of the serial number as they stand; RFC 5280 allows at most 20. */
  readonly serialBytes: Uint8Array;
  readonly issuer: DistinguishedName;
  readonly subject: DistinguishedName;
  readonly notBefore: Date;
  readonly notAfter: Date;
  readonly publicKey: PublicKey;
  /** The bytes that the issuer signed. */
  readonly tbs: Uint8Array;
  readonly signatureAlgorithm: Algorithm;
  readonly signature: Uint8Array;
  readonly extensions: readonly Extension[];
  /** True when basicConstraints says so. */
  readonly isCa: boolean;
  /** What GPKI says about the holder. */
  readonly identity: GpkiIdentity;
}

/**
 * Reads a certificate. The result says what stands in it, not whether it may be trusted: see `validatePath`.
 *
 * @param input DER, PEM bytes or PEM text (the first CERTIFICATE block)
 * @throws CardError `CERTIFICATE_MALFORMED`
 * @example
 * const { identity } = parseCertificate(der);
 * identity.organisationOid; // '2.16.886.111.90005.90003.100004'
 */
export function parseCertificate(input: Uint8Array | string): Certificate {
  try {
    return readCertificate(
      readWhole(derFrom(input, ['CERTIFICATE', 'X509 CERTIFICATE', 'TRUSTED CERTIFICATE'])),
    );
  } catch (cause) {
    if (!(cause instanceof DerError)) throw cause;
    throw new CardError('CERTIFICATE_MALFORMED', { details: { reason: cause.message }, cause });
  }
}

function readCertificate(element: Element): Certificate {
  const outer = Cursor.of(element);
  const tbs = outer.next(TAG.sequence);
  const signatureAlgorithm = readAlgorithm(outer.next());
  const signature = bitStringBytes(outer.next());
  outer.done();
  const cursor = Cursor.of(tbs);
  const version = readVersion(cursor.optional(contextTag(0)));
  const serial = cursor.next(TAG.integer);
  const innerAlgorithm = rawOf(cursor.next());
  if (!equalBytes(innerAlgorithm, signatureAlgorithm.der))
    throw new DerError('the two signature algorithms differ');
  const issuer = readName(cursor.next());
  const validity = Cursor.of(cursor.next());
  const notBefore = timeOf(validity.next());
  const notAfter = timeOf(validity.next());
  validity.done();
  const subject = readName(cursor.next());
  const publicKey = readPublicKey(cursor.next());
  const uniqueIds = [cursor.optional(contextPrimitiveTag(1)), cursor.optional(contextPrimitiveTag(2))];
  if (version === 1 && uniqueIds.some((field) => field !== undefined))
    throw new DerError('unique identifiers in a certificate of version 1');
  const extensionField = cursor.optional(contextTag(3));
  cursor.done();
  if (extensionField && version !== 3)
    throw new DerError('extensions in a certificate that is not version 3');
  const extensions = extensionField ? readExtensions(onlyChild(extensionField)) : [];
  const values = readExtensionValues(extensions);
  return {
    der: rawOf(element),
    version,
    serial: integerHex(serial),
    serialBytes: integerBytes(serial),
    issuer,
    subject,
    notBefore,
    notAfter,
    publicKey,
    tbs: rawOf(tbs),
    signatureAlgorithm,
    signature,
    extensions,
    ...values,
    isCa: values.basicConstraints?.ca === true,
    identity: readIdentity({ issuer, subject, extensions, policies: values.policies }),
  };
}

function readVersion(field: Element | undefined): 1 | 2 | 3 {
  if (!field) return 1;
  const version = smallIntegerOf(onlyChild(field)) + 1;
  if (version !== 2 && version !== 3) throw new DerError('an unknown version');
  return version;
}
