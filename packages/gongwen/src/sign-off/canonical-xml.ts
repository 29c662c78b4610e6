import type { XmlAttribute, XmlElement, XmlNode } from '../xml/tree.ts';

/** Which canonical form: Canonical XML 1.0 (or 1.1, the same here), or Exclusive XML Canonicalization. */
export interface CanonicalOptions {
  readonly exclusive?: boolean;
  readonly comments?: boolean;
  /** Elements above the apex, root first; their namespaces and, inclusively, xml:* attributes reach down. */
  readonly ancestors?: readonly XmlElement[];
  /** An element to leave out with everything in it: the enveloped signature. */
  readonly without?: XmlElement | undefined;
}

type Namespaces = ReadonlyMap<string, string>;

const XML_NAMESPACE = 'http://www.w3.org/XML/1998/namespace';

/** The canonical text of an element and all it holds (W3C Canonical XML 1.0, 3; Exclusive C14N, 3). */
export function canonicalXml(apex: XmlElement, options: CanonicalOptions = {}): string {
  const { ancestors = [] } = options;
  const inherited = ancestors.reduce<Namespaces>(
    (scope, element) => withDeclarations(scope, element),
    new Map(),
  );
  const parts: string[] = [];
  const xml = options.exclusive ? [] : inheritedXmlAttributes(apex, ancestors);
  const attributes = [...apex.attributes, ...xml];
  const top: XmlElement = { type: 'element', name: apex.name, attributes, children: apex.children };
  writeElement(top, inherited, new Map(), parts, options, apex);
  return parts.join('');
}

function inheritedXmlAttributes(apex: XmlElement, ancestors: readonly XmlElement[]): XmlAttribute[] {
  const found = new Map<string, XmlAttribute>();
  for (const { attributes } of ancestors) {
    for (const attribute of attributes) {
      if (attribute.name.startsWith('xml:') && attribute.name !== 'xml:id')
        found.set(attribute.name, attribute);
    }
  }
  return [...found.values()].filter(({ name }) => !apex.attributes.some((own) => own.name === name));
}

const declaredPrefix = (name: string): string | undefined =>
  name === 'xmlns' ? '' : name.startsWith('xmlns:') ? name.slice(6) : undefined;

function withDeclarations(scope: Namespaces, element: XmlElement): Namespaces {
  const own = new Map(scope);
  for (const { name, value } of element.attributes) {
    const prefix = declaredPrefix(name);
    if (prefix !== undefined) own.set(prefix, value);
  }
  return own;
}

const prefixOf = (name: string) => (name.includes(':') ? name.slice(0, name.indexOf(':')) : '');

/** Code point order, which UTF-16 order is not. */
function compare(a: string, b: string): number {
  const [left, right] = [[...a], [...b]];
  const at = left.findIndex((char, index) => char !== right[index]);
  if (at < 0) return left.length - right.length;
  return (left[at]?.codePointAt(0) ?? 0) - (right[at]?.codePointAt(0) ?? -1);
}

function writeElement(
  element: XmlElement,
  outer: Namespaces,
  rendered: Namespaces,
  parts: string[],
  options: CanonicalOptions,
  original: XmlElement,
): void {
  if (original === options.without) return;
  const scope = withDeclarations(outer, element);
  const attributes = element.attributes.filter(({ name }) => declaredPrefix(name) === undefined);
  const wanted = options.exclusive ? visiblePrefixes(element.name, attributes) : [...scope.keys()];
  const shown = new Map(rendered);
  parts.push(`<${element.name}`);
  for (const prefix of wanted.toSorted(compare)) {
    const uri = scope.get(prefix) ?? '';
    if (prefix === 'xml' || (rendered.get(prefix) ?? '') === uri) continue;
    shown.set(prefix, uri);
    parts.push(` ${prefix === '' ? 'xmlns' : `xmlns:${prefix}`}="${escapeAttribute(uri)}"`);
  }
  for (const { name, value } of sortAttributes(attributes, scope))
    parts.push(` ${name}="${escapeAttribute(value)}"`);
  parts.push('>');
  for (const child of element.children) writeNode(child, scope, shown, parts, options);
  parts.push(`</${element.name}>`);
}

function visiblePrefixes(name: string, attributes: readonly XmlAttribute[]): string[] {
  const used = attributes.map((attribute) => prefixOf(attribute.name)).filter((prefix) => prefix !== '');
  return [...new Set([prefixOf(name), ...used])];
}

function sortAttributes(attributes: readonly XmlAttribute[], scope: Namespaces): readonly XmlAttribute[] {
  const uriOf = (name: string) => {
    const prefix = prefixOf(name);
    return prefix === '' ? '' : prefix === 'xml' ? XML_NAMESPACE : (scope.get(prefix) ?? '');
  };
  const local = (name: string) => name.slice(name.indexOf(':') + 1);
  return attributes.toSorted(
    (a, b) => compare(uriOf(a.name), uriOf(b.name)) || compare(local(a.name), local(b.name)),
  );
}

function writeNode(
  node: XmlNode,
  scope: Namespaces,
  rendered: Namespaces,
  parts: string[],
  options: CanonicalOptions,
): void {
  if (node.type === 'element') writeElement(node, scope, rendered, parts, options, node);
  else if (node.type === 'text') parts.push(escapeText(node.value));
  else if (node.type === 'instruction') parts.push(`<?${node.value}?>`);
  else if (options.comments) parts.push(`<!--${node.value}-->`);
}

const escapeText = (text: string) => text.replace(/[&<>\r]/g, (char) => TEXT_ESCAPES[char] ?? char);
const escapeAttribute = (text: string) =>
  text.replace(/[&<"\t\n\r]/g, (char) => ATTRIBUTE_ESCAPES[char] ?? char);

const TEXT_ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '\r': '&#xD;',
};
const ATTRIBUTE_ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '"': '&quot;',
  '\t': '&#x9;',
  '\n': '&#xA;',
  '\r': '&#xD;',
};
