import { readAlgorithm } from '../../certificate/algorithm.ts';
import { type DigestName, digestOf } from '../../certificate/signature-algorithm.ts';
import { Cursor } from '../../der/cursor.ts';
import { DerError, readWhole } from '../../der/element.ts';
import { contextTag, TAG } from '../../der/tags.ts';
import { timeOf } from '../../der/time.ts';
import { integerHex, octetsOf, oidOf, smallIntegerOf } from '../../der/values.ts';

/** TSTInfo, RFC 3161 §2.4.2. */
export interface TstInfo {
  readonly policy: string;
  /** Digest of what was stamped; undefined when the hash is not supported. */
  readonly hash: DigestName | undefined;
  readonly imprint: Uint8Array;
  /** Upper-case hex. */
  readonly serial: string;
  readonly time: Date;
  /** Upper-case hex. */
  readonly nonce?: string;
}

export function readTstInfo(content: Uint8Array): TstInfo {
  const cursor = Cursor.of(readWhole(content));
  if (smallIntegerOf(cursor.next(TAG.integer)) !== 1) throw new DerError('an unknown version of TSTInfo');
  const policy = oidOf(cursor.next());
  const imprintField = Cursor.of(cursor.next());
  const hash = digestOf(readAlgorithm(imprintField.next()));
  const imprint = octetsOf(imprintField.next());
  imprintField.done();
  const serial = integerHex(cursor.next(TAG.integer));
  const time = timeOf(cursor.next(TAG.generalizedTime), { fraction: true });
  cursor.optional(TAG.sequence);
  cursor.optional(TAG.boolean);
  const nonce = cursor.optional(TAG.integer);
  cursor.optional(contextTag(0));
  cursor.optional(contextTag(1));
  cursor.done();
  return { policy, hash, imprint, serial, time, ...(nonce && { nonce: integerHex(nonce) }) };
}
