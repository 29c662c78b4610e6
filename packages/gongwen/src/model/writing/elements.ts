import type { XmlElement, XmlNode } from '../../xml/tree.ts';

const LINE_BREAK: XmlNode = { type: 'text', value: '\n' };

type Part = XmlElement | false | undefined;

function build(
  name: string,
  attributes: Readonly<Record<string, string>>,
  children: readonly XmlNode[],
): XmlElement {
  const list = Object.entries(attributes).map(([key, value]) => ({ name: key, value }));
  return { type: 'element', name, attributes: list, children };
}

/** An element that holds text only. */
export function leaf(name: string, text = '', attributes: Readonly<Record<string, string>> = {}): XmlElement {
  return build(name, attributes, text === '' ? [] : [{ type: 'text', value: text }]);
}

/** An element without content, such as 速別 with its code. */
export function empty(name: string, attributes: Readonly<Record<string, string>> = {}): XmlElement {
  return build(name, attributes, []);
}

/** An element that holds elements, one a line; parts that are absent are left out. */
export function parent(
  name: string,
  parts: readonly Part[],
  attributes: Readonly<Record<string, string>> = {},
): XmlElement {
  const children = parts.filter((part) => part !== undefined && part !== false);
  if (children.length === 0) return empty(name, attributes);
  return build(name, attributes, [LINE_BREAK, ...children.flatMap((child) => [child, LINE_BREAK])]);
}
