import type { Issue } from '@kcc/validators';
import { foldText } from '../../model/fold-text.ts';
import { childElements, textOf } from '../../xml/element.ts';
import type { XmlElement } from '../../xml/tree.ts';
import { change } from './report.ts';

/** Names that only changed between generations, or that a reader takes for another. */
const RENAMED: Readonly<Record<string, string>> = {
  密等及解密條件: '密等及解密條件或保密期限',
  解密條件: '解密條件或保密期限',
  機關: '發文機關',
};

interface Pair {
  readonly before: XmlElement;
  readonly after: XmlElement;
  readonly path: string;
}

/**
 * Lists every difference between two trees of one letter: names, texts, attributes, what came, went or moved.
 * White space that a reader folds is none.
 */
export function compareTrees(before: XmlElement, after: XmlElement): readonly Issue[] {
  const issues: Issue[] = [];
  comparePair({ before, after, path: `/${before.name}` }, issues);
  return issues;
}

function comparePair({ before, after, path }: Pair, issues: Issue[]): void {
  if (before.name !== after.name) {
    issues.push(change('CONVERT_RENAMED', path, before.start, { from: before.name, to: after.name }));
  }
  compareAttributes(before, after, path, issues);
  const [olds, news] = [childElements(before), childElements(after)];
  if (olds.length === 0 && news.length === 0) {
    const [from, to] = [foldText(textOf(before)), foldText(textOf(after))];
    if (from !== to) issues.push(change('CONVERT_TEXT', path, before.start, { from, to }));
    return;
  }
  const stray = foldText(before.children.map((node) => (node.type === 'text' ? node.value : '')).join(''));
  if (stray !== '' && !textOf(after).includes(stray)) {
    issues.push(change('CONVERT_TEXT_REMOVED', path, before.start, { text: stray.slice(0, 40) }));
  }
  compareChildren(olds, news, path, before, issues);
}

function compareAttributes(before: XmlElement, after: XmlElement, path: string, issues: Issue[]): void {
  const names = new Set([...before.attributes, ...after.attributes].map(({ name }) => name));
  const value = (element: XmlElement, name: string) =>
    element.attributes.find((attribute) => attribute.name === name)?.value.trim() ?? '';
  for (const name of names) {
    const [from, to] = [value(before, name), value(after, name)];
    if (from !== to) issues.push(change('CONVERT_CODE', path, before.start, { name, from, to }));
  }
}

/** The name under which the new tree has the element; notices may have used each other's words. */
function currentName({ name }: XmlElement, parent: XmlElement): string {
  const word = /^(開會|會勘)通知單$/.exec(parent.name)?.[1];
  if (word !== undefined) return name.replace(/^(?:開會|會勘)(?=事由|時間|地點)/, word);
  return RENAMED[name] ?? name;
}

/** Pairs children of one name in their order; what has no partner came or went. */
function compareChildren(
  olds: readonly XmlElement[],
  news: readonly XmlElement[],
  path: string,
  parent: XmlElement,
  issues: Issue[],
): void {
  const names = [
    ...new Set([...olds.map((child) => currentName(child, parent)), ...news.map((child) => child.name)]),
  ];
  const partners: (readonly [XmlElement, XmlElement])[] = [];
  for (const name of names) {
    const mine = olds.filter((child) => currentName(child, parent) === name);
    const theirs = news.filter((child) => child.name === name);
    mine.forEach((child, index) => {
      const own = `${path}/${child.name}${mine.length > 1 ? `[${index + 1}]` : ''}`;
      const partner = theirs[index];
      if (partner) {
        partners.push([child, partner]);
        comparePair({ before: child, after: partner, path: own }, issues);
      } else issues.push(gone(child, own));
    });
    for (const child of theirs.slice(mine.length)) issues.push(come(child, path, parent));
  }
  issues.push(...moved(partners, olds, news, path));
}

function gone(element: XmlElement, path: string): Issue {
  const values = element.attributes.map(({ value }) => value).filter((value) => value !== '');
  const text = [foldText(textOf(element)), ...values].filter((part) => part !== '').join(' ');
  const { name, start } = element;
  if (text === '') return change('CONVERT_REMOVED', path, start, { name });
  return change('CONVERT_DROPPED', path, start, { name, text: text.slice(0, 80) });
}

function come(element: XmlElement, path: string, parent: XmlElement): Issue {
  const text = foldText(textOf(element));
  const params = { name: element.name, text: text === '' ? '' : `：${text.slice(0, 80)}` };
  return change('CONVERT_ADDED', path, parent.start, params);
}

/** The partners that stand behind one they stood before: all but a longest run that kept its order. */
function moved(
  partners: readonly (readonly [XmlElement, XmlElement])[],
  olds: readonly XmlElement[],
  news: readonly XmlElement[],
  path: string,
): Issue[] {
  const placeOf = (elements: readonly XmlElement[]) =>
    new Map(elements.map((element, place) => [element, place]));
  const [oldPlaces, newPlaces] = [placeOf(olds), placeOf(news)];
  const ordered = [...partners].sort(([a], [b]) => (oldPlaces.get(a) ?? 0) - (oldPlaces.get(b) ?? 0));
  const places = ordered.map(([, after]) => newPlaces.get(after) ?? 0);
  const kept = longestRise(places);
  return ordered.flatMap(([before], index) =>
    kept.has(index)
      ? []
      : [change('CONVERT_MOVED', `${path}/${before.name}`, before.start, { name: before.name })],
  );
}

/** Indices of a longest increasing run of the places: the smallest end of a run of each length, found by halving. */
function longestRise(places: readonly number[]): ReadonlySet<number> {
  const ends: number[] = [];
  const before: number[] = [];
  places.forEach((place, index) => {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((places[ends[middle] ?? 0] ?? 0) < place) low = middle + 1;
      else high = middle;
    }
    before[index] = low > 0 ? (ends[low - 1] ?? -1) : -1;
    ends[low] = index;
  });
  const run = new Set<number>();
  for (let index = ends.at(-1) ?? -1; index >= 0; index = before[index] ?? -1) run.add(index);
  return run;
}
