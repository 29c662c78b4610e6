import { Cursor } from '../der/cursor.ts';
import { childrenOf, DerError, type Element, readWhole } from '../der/element.ts';
import { contextTag } from '../der/tags.ts';
import { type GeneralName, readGeneralName } from './general-name.ts';

/** nameConstraints of RFC 5280 §4.2.1.10. */
export interface NameConstraints {
  readonly permitted: readonly GeneralName[];
  readonly excluded: readonly GeneralName[];
}

export function readNameConstraints(value: Uint8Array): NameConstraints {
  const cursor = Cursor.of(readWhole(value));
  const permitted = cursor.optional(contextTag(0));
  const excluded = cursor.optional(contextTag(1));
  cursor.done();
  if (!permitted && !excluded) throw new DerError('empty nameConstraints');
  return { permitted: readSubtrees(permitted), excluded: readSubtrees(excluded) };
}

function readSubtrees(element: Element | undefined): GeneralName[] {
  if (!element) return [];
  const subtrees = childrenOf(element).map((child) => {
    const cursor = Cursor.of(child);
    const base = readGeneralName(cursor.next());
    // RFC 5280 §4.2.1.10: minimum is zero and absent, maximum absent.
    cursor.done();
    return base;
  });
  if (subtrees.length === 0) throw new DerError('an empty list of subtrees');
  return subtrees;
}
