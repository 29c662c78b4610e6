import type { XmlElement } from '../xml/tree.ts';
import { elementsOf } from './inner-nodes.ts';

interface Level {
  readonly children: readonly XmlElement[];
  at: number;
  /** Steps of all children; made when a path leads through this level. */
  steps: readonly string[] | undefined;
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
  const levels: Level[] = [{ children: [root], at: -1, steps: undefined }];
  for (let level = levels.at(-1); level !== undefined && paths.size < wanted.size; level = levels.at(-1)) {
    level.at += 1;
    const node = level.children[level.at];
    if (node === undefined) {
      levels.pop();
      continue;
    }
    if (wanted.has(node)) paths.set(node, pathOf(levels));
    const children = elementsOf(node);
    if (children.length > 0) levels.push({ children, at: -1, steps: undefined });
  }
  return paths;
}

function pathOf(levels: readonly Level[]): string {
  let path = '';
  for (const level of levels) {
    level.steps ??= stepsOf(level.children);
    path += `/${level.steps[level.at] ?? ''}`;
  }
  return path;
}

function stepsOf(children: readonly XmlElement[]): readonly string[] {
  const totals = new Map<string, number>();
  for (const { name } of children) totals.set(name, (totals.get(name) ?? 0) + 1);
  const passed = new Map<string, number>();
  return children.map(({ name }) => {
    const number = (passed.get(name) ?? 0) + 1;
    passed.set(name, number);
    return totals.get(name) === 1 ? name : `${name}[${number}]`;
  });
}
