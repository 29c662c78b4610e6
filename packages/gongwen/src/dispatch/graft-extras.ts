import type { Extra } from '../model/extra.ts';
import type { Writing } from '../model/writing/writing.ts';
import { element } from '../xml/element.ts';
import type { XmlElement, XmlNode } from '../xml/tree.ts';

/** Puts what the grammar does not know back where it stood, or says that it is left out. */
export function graftExtras(
  root: XmlElement,
  extras: readonly Extra[],
  how: 'drop' | 'keep',
  writing: Writing,
): XmlElement {
  for (const { name, text, parent } of extras) {
    const shown = name === '#text' ? (text ?? '') : name;
    const path = parent ?? `/${root.name}`;
    writing.report(how === 'keep' ? 'WRITE_EXTRA_KEPT' : 'WRITE_EXTRA_DROPPED', path, { name: shown });
  }
  if (how === 'drop') return root;
  const rootPath = `/${root.name}`;
  return graft(root, rootPath, (path) => extras.filter(({ parent }) => (parent ?? rootPath) === path));
}

function graft(node: XmlElement, path: string, at: (path: string) => readonly Extra[]): XmlElement {
  const counts = countNames(node);
  const seen = new Map<string, number>();
  const children: XmlNode[] = node.children.map((child) => {
    if (child.type !== 'element') return child;
    const place = (seen.get(child.name) ?? 0) + 1;
    seen.set(child.name, place);
    const index = (counts.get(child.name) ?? 0) > 1 ? `[${place}]` : '';
    return graft(child, `${path}/${child.name}${index}`, at);
  });
  return insert({ ...node, children }, at(path));
}

function countNames(node: XmlElement): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const child of node.children) {
    if (child.type === 'element') counts.set(child.name, (counts.get(child.name) ?? 0) + 1);
  }
  return counts;
}

function insert(node: XmlElement, extras: readonly Extra[]): XmlElement {
  let { attributes, children } = node;
  for (const extra of extras) {
    if (extra.name.startsWith('@')) {
      const name = extra.name.slice(1);
      attributes = [...attributes.filter((own) => own.name !== name), { name, value: extra.text ?? '' }];
    } else if (extra.name === '#text') {
      children = [...children, { type: 'text', value: extra.text ?? '' }];
    } else {
      const at = placeAfter(children, extra.after);
      children = [
        ...children.slice(0, at),
        toElement(extra),
        { type: 'text', value: '\n' },
        ...children.slice(at),
      ];
    }
  }
  return { ...node, attributes, children };
}

/** Right after the last element of the name (and its line break); at the start where there was none before. */
function placeAfter(children: readonly XmlNode[], name: string | undefined): number {
  const last =
    name === undefined ? -1 : children.findLastIndex((node) => node.type === 'element' && node.name === name);
  if (name !== undefined && last < 0) return children.length;
  return children[last + 1]?.type === 'text' ? last + 2 : last + 1;
}

function toElement(extra: Extra): XmlElement {
  return element(extra.name, extra.attributes, [extra.text, ...(extra.children ?? []).map(toElement)]);
}
