import type { XmlElement } from '../xml/tree.ts';
import { elementsOf } from './inner-nodes.ts';

interface Level {
  readonly children: readonly XmlElement[];
  at: number;
}

/**
 * Paths such as `/函/段落[2]/條列[1]` of some elements of a tree, found in one walk. A number stands where a parent has
 * several children of that name.
 */
export function nodePaths(
  root: XmlElement,
  wanted: ReadonlySet<XmlElement>,
): ReadonlyMap<XmlElement, string> {
  const paths = new Map<XmlElement, string>();
  const levels: Level[] = [{ children: [root], at: -1 }];
  for (let level = levels.at(-1); level !== undefined && paths.size < wanted.size; level = levels.at(-1)) {
    level.at += 1;
    const node = level.children[level.at];
    if (node === undefined) {
      levels.pop();
      continue;
    }
    if (wanted.has(node)) paths.set(node, pathOf(levels));
    const children = elementsOf(node);
    if (children.length > 0) levels.push({ children, at: -1 });
  }
  return paths;
}

function pathOf(levels: readonly Level[]): string {
  return levels.map(({ children, at }) => `/${step(children, at)}`).join('');
}

function step(children: readonly XmlElement[], at: number): string {
  const name = children[at]?.name ?? '';
  let before = 0;
  let others = 0;
  for (let index = 0; index < children.length; index += 1) {
    if (children[index]?.name !== name) continue;
    if (index < at) before += 1;
    if (index !== at) others += 1;
  }
  return others === 0 ? name : `${name}[${before + 1}]`;
}
