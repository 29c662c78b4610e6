import { isName } from '../characters.ts';
import { type Child, element } from '../element.ts';
import { decodeText, type EntityExpansions } from '../entity-expansion.ts';
import { serializeNode } from '../serialize.ts';
import { type Fault, type Repaired, salvageIssue } from './repair.ts';

/** A node as fast-xml-parser gives it with `preserveOrder`. */
type LooseNode = Readonly<Record<string, unknown>>;

/** What of fast-xml-parser is used. */
export interface LooseParser {
  parse(text: string): unknown;
}

const LONGEST = 4_000_000;

/** Loads fast-xml-parser, set up to change nothing but the structure. */
export async function loadLooseParser(): Promise<LooseParser> {
  const { XMLParser } = await import('fast-xml-parser');
  return new XMLParser({
    preserveOrder: true,
    ignoreAttributes: false,
    attributeNamePrefix: '',
    parseTagValue: false,
    parseAttributeValue: false,
    trimValues: false,
    processEntities: false,
    cdataPropName: '#cdata',
    commentPropName: '#comment',
  });
}

/** Rebuilds a document whose tags do not come in pairs. The prolog is kept as it stands. */
export function rebuildStructure(text: string, fault: Fault, parser: LooseParser): Repaired | undefined {
  const body = text.search(/<[^!?\s]/);
  if (body < 0 || text.length > LONGEST) return undefined;
  const root = firstElement(parseLoosely(parser, text.slice(body)));
  if (root === undefined) return undefined;
  return {
    text: `${text.slice(0, body)}${serializeNode(root)}\n`,
    issues: [salvageIssue('SALVAGE_STRUCTURE', fault)],
  };
}

function parseLoosely(parser: LooseParser, text: string): readonly LooseNode[] {
  try {
    const nodes = parser.parse(text);
    return Array.isArray(nodes) ? nodes : [];
  } catch {
    // Too broken even for the tolerant parser: the strict reader's verdict stays the only answer.
    return [];
  }
}

function firstElement(nodes: readonly LooseNode[]) {
  for (const node of nodes) {
    const child = toChild(node);
    if (typeof child === 'object' && child.type === 'element') return child;
  }
  return undefined;
}

const NO_ENTITIES: EntityExpansions = /* @__PURE__ */ new Map();

function toChild(node: LooseNode): Child {
  const { ':@': attributes, ...rest } = node;
  const [entry] = Object.entries(rest);
  if (entry === undefined) return undefined;
  const [name, value] = entry;
  if (name === '#text') return decodeText(String(value), NO_ENTITIES);
  if (name === '#cdata') return textOf(value);
  if (name === '#comment' || !isName(name)) return undefined;
  return element(name, toAttributes(attributes), Array.isArray(value) ? value.map(toChild) : []);
}

function textOf(value: unknown): string {
  return Array.isArray(value) ? value.map((part: LooseNode) => String(part['#text'] ?? '')).join('') : '';
}

function toAttributes(attributes: unknown): Record<string, string> {
  const result: Record<string, string> = {};
  if (typeof attributes !== 'object' || attributes === null) return result;
  for (const [name, value] of Object.entries(attributes)) {
    if (isName(name)) result[name] = decodeText(String(value), NO_ENTITIES);
  }
  return result;
}
