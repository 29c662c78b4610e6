import { type Child, element } from '../../xml/element.ts';
import type { XmlElement } from '../../xml/tree.ts';
import { foldText } from '../fold-text.ts';

type Part = XmlElement | false | undefined;
type Attributes = Readonly<Record<string, string>>;

/** An element that holds text only; what a reader would fold is folded before. */
export function leaf(name: string, text = ''): XmlElement {
  const folded = foldText(text);
  return element(name, {}, folded === '' ? [] : [folded]);
}

/** 交換表 and the like: text with an attribute. */
export function labelled(name: string, attributes: Attributes, text: string): XmlElement {
  const folded = foldText(text);
  return element(name, attributes, folded === '' ? [] : [folded]);
}

/** An element without content, such as 速別 with its code. */
export function empty(name: string, attributes: Attributes = {}): XmlElement {
  return element(name, attributes);
}

/** An element that holds elements, one a line; parts that are absent are left out. */
export function parent(name: string, parts: readonly Part[], attributes: Attributes = {}): XmlElement {
  const children = parts.filter((part) => part !== undefined && part !== false);
  if (children.length === 0) return empty(name, attributes);
  return element(name, attributes, ['\n', ...children.flatMap((child): Child[] => [child, '\n'])]);
}
