import { concatBytes } from '../der/bytes.ts';
import { Cursor } from '../der/cursor.ts';
import { childrenOf, DerError, type Element, expectTag, rawOf } from '../der/element.ts';
import { contextTag, TAG } from '../der/tags.ts';
import { oidOf } from '../der/values.ts';
import { oid, sequence, setOf } from '../der/write.ts';

/** Attributes of a signer by type; each type once, as RFC 5652 §5.3 asks. */
export interface Attributes {
  readonly values: ReadonlyMap<string, readonly Element[]>;
  /** DER as a SET OF, the form that is signed (RFC 5652 §5.4). */
  readonly setDer: Uint8Array;
}

/** Reads `[n] IMPLICIT SET OF Attribute`. */
export function readAttributes(element: Element): Attributes {
  const values = new Map<string, readonly Element[]>();
  for (const child of childrenOf(element)) {
    const cursor = Cursor.of(child);
    const type = oidOf(cursor.next());
    const members = childrenOf(expectTag(cursor.next(), TAG.set));
    cursor.done();
    if (values.has(type) || members.length === 0) throw new DerError(`attribute ${type} twice or empty`);
    values.set(type, members);
  }
  if (values.size === 0) throw new DerError('an empty list of attributes');
  const raw = rawOf(element);
  return { values, setDer: concatBytes([Uint8Array.of(TAG.set), raw.subarray(1)]) };
}

/** The only value of an attribute; undefined when the attribute is absent. */
export function singleValue(attributes: Attributes, type: string): Element | undefined {
  const members = attributes.values.get(type);
  if (members && members.length !== 1) throw new DerError(`attribute ${type} with several values`);
  return members?.[0];
}

/** One attribute with one value, as DER. */
export function attribute(type: string, value: Uint8Array): Uint8Array<ArrayBuffer> {
  return sequence(oid(type), setOf(value));
}

/** The same SET OF under a context tag, as it stands in a SignerInfo. */
export function tagged(number: number, set: Uint8Array): Uint8Array<ArrayBuffer> {
  return concatBytes([Uint8Array.of(contextTag(number)), set.subarray(1)]);
}
