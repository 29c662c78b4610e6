import type { Issue } from '@kcc/validators';
import { parseXml } from '../xml/parse.ts';
import type { XmlElement } from '../xml/tree.ts';

/** The paragraphs of a document as lines, list markers included. */
export interface OfficeLines {
  readonly lines: readonly string[];
  readonly issues: readonly Issue[];
}

/** The root of a part; undefined when there is none or it is not well formed. */
export function rootOf(xml: string | undefined): XmlElement | undefined {
  return xml === undefined ? undefined : parseXml(xml.replace(/^\ufeff/, '')).document?.root;
}

/** Child elements, optionally of one name. */
export function children(element: XmlElement | undefined, name?: string): XmlElement[] {
  return (element?.children ?? []).filter(
    (child): child is XmlElement => child.type === 'element' && (name === undefined || child.name === name),
  );
}

/** The first child of a name, followed down a path of names. */
export function descend(
  element: XmlElement | undefined,
  ...names: readonly string[]
): XmlElement | undefined {
  return names.reduce<XmlElement | undefined>((at, name) => children(at, name)[0], element);
}

export function attribute(element: XmlElement | undefined, name: string): string | undefined {
  return element?.attributes.find((candidate) => candidate.name === name)?.value;
}

/** How many elements of these names stand anywhere below. */
export function countBelow(element: XmlElement, names: ReadonlySet<string>): number {
  return children(element).reduce(
    (sum, child) => sum + (names.has(child.name) ? 1 : countBelow(child, names)),
    0,
  );
}
