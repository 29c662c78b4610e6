import { ReadElement, TEXT_CDATA, TEXT_SOLID } from '../xml/read-nodes.ts';
import type { Position, XmlElement } from '../xml/tree.ts';
import { type State, wayTo } from './automaton.ts';
import { type CheckRun, LIST_SEPARATOR } from './check-run.ts';
import type { CompiledElement } from './compiled-grammar.ts';
import { eachElement, elementsOf, innerNodes } from './inner-nodes.ts';

/** Checks what stands directly inside an element; its children are checked by themselves. */
export function checkContent(run: CheckRun, node: XmlElement, element: CompiledElement): void {
  switch (element.type) {
    case 'children':
      checkModel(run, node, element);
      checkNoText(run, node, element);
      break;
    case 'empty':
      checkEmpty(run, node, element);
      break;
    case 'text':
    case 'mixed':
      checkMixed(run, node, element);
      break;
    default:
      break;
  }
}

/** A content model being walked along. */
interface Walk {
  state: State;
  /** Something did not fit: later gaps may be its consequence. */
  broken: boolean;
  passed: number;
  /** All children, once something did not fit. */
  children: readonly XmlElement[] | undefined;
}

function checkModel(run: CheckRun, node: XmlElement, element: CompiledElement): void {
  const walk: Walk = {
    state: element.start,
    broken: false,
    passed: 0,
    children: undefined,
  };
  const inner = innerNodes(node);
  for (let at = 0; at < inner.length; at += 1) {
    const item = inner[at];
    if (item?.type === 'element') step(run, node, walk, item);
    else if (item?.type === 'inclusion') {
      for (const child of item.nodes) if (child.type === 'element') step(run, node, walk, child);
    }
  }
  if (walk.state.accepts || walk.broken) return;
  run.report('GRAMMAR_INCOMPLETE', node, { parent: node.name, allowed: allowedAt(walk.state, node.name) });
}

function step(run: CheckRun, parent: XmlElement, walk: Walk, child: XmlElement): void {
  const next = walk.state.next.get(child.name);
  walk.passed += 1;
  if (next === undefined) recover(run, parent, walk, child);
  else walk.state = next;
}

/** How many of the next siblings are looked through for a part that seems to be missing. */
const LOOK_AHEAD = 50;

/** How far behind the current child the first element of some names comes; far away when there is none. */
function distanceTo(names: readonly string[], parent: XmlElement, walk: Walk): number {
  walk.children ??= elementsOf(parent);
  for (let distance = 1; distance <= LOOK_AHEAD; distance += 1) {
    const name = walk.children[walk.passed - 1 + distance]?.name;
    if (name === undefined) return Number.POSITIVE_INFINITY;
    if (names.includes(name)) return distance;
  }
  return Number.POSITIVE_INFINITY;
}

/** Says what is wrong with a child and finds a state from which reading on makes sense. */
function recover(run: CheckRun, parent: XmlElement, walk: Walk, child: XmlElement): void {
  if (run.isFull) {
    walk.broken = true;
    run.report('GRAMMAR_ELEMENT_UNEXPECTED', child);
    return;
  }
  const way = wayTo(walk.state, child.name);
  // Where a missing part comes soon after, it is this child that stands in the wrong place.
  if (way !== undefined && way.missing.length < distanceTo(way.missing, parent, walk)) {
    reportMisfit(run, 'GRAMMAR_ELEMENT_MISSING', parent, walk, child, way.missing);
    walk.state = way.state;
    return;
  }
  const known = run.grammar.get(child.name) !== undefined;
  if (known) walk.broken = true;
  reportMisfit(run, known ? 'GRAMMAR_ELEMENT_UNEXPECTED' : 'GRAMMAR_ELEMENT_UNKNOWN', parent, walk, child);
}

function reportMisfit(
  run: CheckRun,
  code: 'GRAMMAR_ELEMENT_MISSING' | 'GRAMMAR_ELEMENT_UNEXPECTED' | 'GRAMMAR_ELEMENT_UNKNOWN',
  parent: XmlElement,
  walk: Walk,
  child: XmlElement,
  missing: readonly string[] = [],
): void {
  const params = { found: child.name, parent: parent.name, allowed: allowedAt(walk.state, parent.name) };
  run.report(
    code,
    child,
    missing.length === 0 ? params : { ...params, missing: missing.join(LIST_SEPARATOR) },
  );
}

function allowedAt(state: State, parent: string): string {
  const names = [...state.next.keys()].map((name) => `<${name}>`);
  return [...names, ...(state.accepts ? [`</${parent}>`] : [])].join(LIST_SEPARATOR);
}

function checkNoText(run: CheckRun, node: XmlElement, element: CompiledElement): void {
  const flags = node instanceof ReadElement ? node.textFlags : flagsOf(node);
  if ((flags & TEXT_CDATA) !== 0) run.report('GRAMMAR_CDATA', node, { parent: node.name });
  else if ((flags & TEXT_SOLID) !== 0) {
    const { found, place } = firstText(node);
    const params = { parent: node.name, found, allowed: allowedAt(element.start, node.name) };
    run.report('GRAMMAR_TEXT', node, params, place && { place });
  }
  // Blanks between elements mean nothing only to who has read the external DTD (VC: Standalone Document Declaration).
  if (run.standalone && node.children.some(({ type }) => type === 'text')) {
    run.report('GRAMMAR_STANDALONE', node, { parent: node.name });
  }
}

function flagsOf(node: XmlElement): number {
  return node.children.some((child) => child.type === 'text' && /[^\t\n\r ]/.test(child.value))
    ? TEXT_SOLID
    : 0;
}

function firstText(node: XmlElement): { readonly found: string; readonly place: Position | undefined } {
  for (const child of node.children) {
    if (child.type !== 'text' || !/[^\t\n\r ]/.test(child.value)) continue;
    return { found: shorten(child.value), place: child.start };
  }
  return { found: '', place: undefined };
}

function shorten(text: string): string {
  const words = text.replace(/[\t\n\r ]+/g, ' ').trim();
  return words.length > 30 ? `${words.slice(0, 30)}…` : words;
}

function checkEmpty(run: CheckRun, node: XmlElement, element: CompiledElement): void {
  if (node instanceof ReadElement ? node.isEmpty : node.children.length === 0) return;
  const { found, place } = firstText(node);
  const code = element.rule.attributes?.代碼;
  const coded = found !== '' && code !== undefined && !node.attributes.some(({ name }) => name === '代碼');
  const fits = coded && typeof code.type !== 'string' && code.type.includes(found);
  const replacement = `<${node.name} 代碼="${found}"/>`;
  const params = { parent: node.name, found: found === '' ? '…' : found };
  run.report(coded ? 'GRAMMAR_CODE_AS_TEXT' : 'GRAMMAR_NOT_EMPTY', node, params, {
    ...(place && { place }),
    ...(fits && { fix: { label: '改寫為屬性', replacement, safe: true } }),
  });
}

function checkMixed(run: CheckRun, node: XmlElement, element: CompiledElement): void {
  if (innerNodes(node).length > 0) eachElement(node, (child) => checkInText(run, node, element, child));
}

function checkInText(run: CheckRun, parent: XmlElement, element: CompiledElement, child: XmlElement): void {
  if (!element.mixed.has(child.name)) {
    run.report('GRAMMAR_ELEMENT_IN_TEXT', child, { parent: parent.name, found: child.name });
  }
}
