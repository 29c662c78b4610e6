import type { XmlElement, XmlNode } from '../../xml/tree.ts';
import type { TemplateFields } from './template-fields.ts';

/** How paragraphs and texts are written in a format. */
export interface TemplateFormat {
  readonly paragraphs: ReadonlySet<string>;
  /** Elements whose character data is text of the paragraph; undefined where all character data is. */
  readonly textElement?: string;
  /** A line of text inside a paragraph as nodes that may stand where the text stood. */
  lineBreak(text: XmlElement | undefined, lines: readonly string[]): readonly XmlNode[];
}

const FIELD = /\{\{\s*([^{}]+?)\s*\}\}/g;

/** A piece of the paragraph's text and where it begins in the whole. */
interface Leaf {
  readonly node: XmlNode;
  readonly text: string;
  readonly start: number;
}

const textIn = (node: XmlElement): string =>
  node.children.map((child) => (child.type === 'text' ? child.value : '')).join('');

function leavesOf(paragraph: XmlElement, format: TemplateFormat): Leaf[] {
  const leaves: Leaf[] = [];
  let start = 0;
  const add = (node: XmlNode, text: string) => {
    leaves.push({ node, text, start });
    start += text.length;
  };
  const visit = (element: XmlElement): void => {
    for (const child of element.children) {
      if (child.type === 'text' && format.textElement === undefined) add(child, child.value);
      else if (child.type === 'element' && child.name === format.textElement) add(child, textIn(child));
      else if (child.type === 'element' && !format.paragraphs.has(child.name)) visit(child);
    }
  };
  visit(paragraph);
  return leaves;
}

/** What takes the place of a part of the text; `lines` of a field's value. */
interface Change {
  readonly from: number;
  readonly to: number;
  readonly lines: readonly string[];
}

/** The lines of a leaf after the changes: a value stands where its field began, the rest of the field goes. */
function changedLines({ text, start }: Leaf, changes: readonly Change[]): string[] {
  const lines = [''];
  const append = (more: string) => {
    lines[lines.length - 1] += more;
  };
  let at = start;
  const end = start + text.length;
  for (const { from, to, lines: value } of changes) {
    if (to <= start || from >= end) continue;
    append(text.slice(at - start, Math.max(from, at) - start));
    if (from >= start) {
      const [first = '', ...rest] = value;
      append(first);
      lines.push(...rest);
    }
    at = Math.min(to, end);
  }
  append(text.slice(at - start));
  return lines;
}

function rebuild(element: XmlElement, replaced: ReadonlyMap<XmlNode, readonly XmlNode[]>): XmlElement {
  const children = element.children.flatMap((child): readonly XmlNode[] => {
    const found = replaced.get(child);
    if (found !== undefined) return found;
    return child.type === 'element' ? [rebuild(child, replaced)] : [child];
  });
  return { type: 'element', name: element.name, attributes: element.attributes, children };
}

/**
 * Fills the fields of a paragraph, also those that an editor has split over several runs.
 *
 * @param found told of each field's name.
 * @returns one paragraph, or one a line where the paragraph is nothing but a field of several lines.
 */
export function fillParagraph(
  paragraph: XmlElement,
  fields: TemplateFields,
  format: TemplateFormat,
  found: (name: string) => void,
): readonly XmlElement[] {
  const leaves = leavesOf(paragraph, format);
  const whole = leaves.map(({ text }) => text).join('');
  const matches = [...whole.matchAll(FIELD)];
  if (matches.length === 0) return [paragraph];
  for (const match of matches) found(match[1] ?? '');
  const known = matches.filter((match) => fields.has(match[1] ?? ''));
  const alone = known.length === 1 && known[0]?.[0] === whole.trim();
  const linesOf = (match: RegExpExecArray) => fields.get(match[1] ?? '') ?? [];
  const fill = (lines: (match: RegExpExecArray) => readonly string[]): XmlElement => {
    const changes = known.map((match) => ({
      from: match.index,
      to: match.index + match[0].length,
      lines: lines(match),
    }));
    const replaced = new Map(
      leaves.map((leaf) => {
        const text = leaf.node.type === 'element' ? leaf.node : undefined;
        return [leaf.node, format.lineBreak(text, changedLines(leaf, changes))] as const;
      }),
    );
    return rebuild(paragraph, replaced);
  };
  if (!alone || known[0] === undefined) return [fill(linesOf)];
  const value = linesOf(known[0]);
  return value.length === 0 ? [fill(() => [])] : value.map((line) => fill(() => [line]));
}
