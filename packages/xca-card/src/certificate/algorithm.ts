import { Cursor } from '../der/cursor.ts';
import { type Element, rawOf } from '../der/element.ts';
import { oidOf } from '../der/values.ts';

/** AlgorithmIdentifier. */
export interface Algorithm {
  readonly oid: string;
  /** The parameters' whole element where there is one. */
  readonly parameters?: Element;
  readonly der: Uint8Array;
}

export function readAlgorithm(element: Element): Algorithm {
  const cursor = Cursor.of(element);
  const oid = oidOf(cursor.next());
  const parameters = cursor.atEnd ? undefined : cursor.next();
  cursor.done();
  return { oid, der: rawOf(element), ...(parameters && { parameters }) };
}
