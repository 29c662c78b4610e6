import { type Inner, ReadElement } from '../xml/read-nodes.ts';
import type { XmlElement, XmlNode } from '../xml/tree.ts';

/** What stands between an element's tags, as far as it has been made: text of a read tree is passed over. */
export function innerNodes(node: XmlElement): readonly (Inner | XmlNode)[] {
  return node instanceof ReadElement ? node.inner : node.children;
}

/** Calls back for each child element, those that entities brought in included. */
export function eachElement(node: XmlElement, visit: (child: XmlElement) => void): void {
  for (const item of innerNodes(node)) {
    if (item.type === 'element') visit(item);
    else if (item.type === 'inclusion')
      for (const child of item.nodes) if (child.type === 'element') visit(child);
  }
}

/** Child elements as a list. */
export function elementsOf(node: XmlElement): readonly XmlElement[] {
  const elements: XmlElement[] = [];
  eachElement(node, (child) => elements.push(child));
  return elements;
}
