import { isName } from './characters.ts';
import type { XmlElement, XmlNode, XmlText } from './tree.ts';

/** A child given to {@link element}: a node, or a string that becomes text. */
export type Child = XmlNode | string | undefined;

/**
 * Builds an element.
 *
 * @param name Element name.
 * @param attributes Values by name; an undefined value leaves the attribute out.
 * @param children Nodes and strings; undefined ones are left out.
 * @throws TypeError when a name is no XML name.
 */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | undefined>> = {},
  children: readonly Child[] = [],
): XmlElement {
  requireName('element', name);
  const list = [];
  for (const [attribute, value] of Object.entries(attributes)) {
    requireName('attribute', attribute);
    if (value !== undefined) list.push({ name: attribute, value });
  }
  const nodes: XmlNode[] = [];
  for (const child of children) {
    if (child !== undefined) nodes.push(typeof child === 'string' ? text(child) : child);
  }
  return { type: 'element', name, attributes: list, children: nodes };
}

function requireName(what: string, name: string): void {
  if (!isName(name)) throw new TypeError(`${what} name must be an XML name: ${JSON.stringify(name)}`);
}

/** Builds character data. */
export function text(value: string): XmlText {
  return { type: 'text', value };
}

/** Value of an attribute; undefined when it is not written. */
export function attributeOf(node: XmlElement, name: string): string | undefined {
  return node.attributes.find((attribute) => attribute.name === name)?.value;
}

/** Child elements, in order, of one name or of all. */
export function childElements(node: XmlElement, name?: string): readonly XmlElement[] {
  return node.children.filter(
    (child): child is XmlElement => child.type === 'element' && (name === undefined || child.name === name),
  );
}

/** All character data inside an element, its descendants' included. */
export function textOf(node: XmlElement): string {
  let result = '';
  for (const child of node.children) {
    if (child.type === 'text') result += child.value;
    else if (child.type === 'element') result += textOf(child);
  }
  return result;
}
