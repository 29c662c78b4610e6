import { toDefinite } from '../der/ber.ts';
import { Cursor } from '../der/cursor.ts';
import { DerError, type Element, onlyChild, readWhole } from '../der/element.ts';
import { derFrom } from '../der/pem.ts';
import { contextTag } from '../der/tags.ts';
import { oidOf } from '../der/values.ts';
import { explicit, oid, sequence } from '../der/write.ts';
import { CardError } from '../errors/card-error.ts';
import { CMS_OID } from './oids.ts';

/** The outermost shell of every CMS message, RFC 5652 §3. */
export interface ContentInfo {
  readonly type: string;
  readonly content: Element;
}

/** Reads DER, BER or PEM. */
export function readContentInfo(message: Uint8Array | string): ContentInfo {
  const bytes = derFrom(message, ['CMS', 'PKCS7', 'PKCS #7 SIGNED DATA']);
  const cursor = Cursor.of(readWhole(toDefinite(bytes)));
  const type = oidOf(cursor.next());
  const content = onlyChild(cursor.next(contextTag(0)));
  cursor.done();
  return { type, content };
}

export function writeContentInfo(type: string, content: Uint8Array): Uint8Array<ArrayBuffer> {
  return sequence(oid(type), explicit(0, content));
}

/** Runs a reader; bytes that it cannot read become `CMS_MALFORMED`. */
export function reading<T>(run: () => T): T {
  try {
    return run();
  } catch (cause) {
    if (!(cause instanceof DerError)) throw cause;
    throw new CardError('CMS_MALFORMED', { details: { reason: cause.message }, cause });
  }
}

/** True when the bytes begin as a CMS SignedData does; says nothing about its worth. */
export function isSignedMessage(bytes: Uint8Array): boolean {
  try {
    return readContentInfo(bytes).type === CMS_OID.signedData;
  } catch (error) {
    if (error instanceof DerError) return false;
    throw error;
  }
}
