import { attributeOf, childElements } from '../xml/element.ts';
import type { XmlElement } from '../xml/tree.ts';

/** An element with its ancestors, root first. */
export interface Placed {
  readonly element: XmlElement;
  readonly ancestors: readonly XmlElement[];
}

/** Every element of a tree with those above it, in document order. */
export function* placedElements(root: XmlElement): Generator<Placed> {
  const waiting: Placed[] = [{ element: root, ancestors: [] }];
  for (let placed = waiting.pop(); placed !== undefined; placed = waiting.pop()) {
    yield placed;
    const ancestors = [...placed.ancestors, placed.element];
    for (const child of childElements(placed.element).toReversed())
      waiting.push({ element: child, ancestors });
  }
}

/** Elements by their Id; an Id that stands twice leads nowhere, so that no signature can be moved to a copy. */
export function byId(root: XmlElement): ReadonlyMap<string, Placed> {
  const found = new Map<string, Placed>();
  const repeated = new Set<string>();
  for (const placed of placedElements(root)) {
    const id = attributeOf(placed.element, 'Id');
    if (id === undefined) continue;
    if (found.has(id)) repeated.add(id);
    found.set(id, placed);
  }
  for (const id of repeated) found.delete(id);
  return found;
}
