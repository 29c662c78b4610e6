import type { XmlElement } from '../xml/tree.ts';
import { type ListLevel, printedMarker } from './list-markers.ts';
import { importIssue } from './messages.ts';
import type { OfficeFile } from './office-file.ts';
import { attribute, children, countBelow, descend, type OfficeLines, rootOf } from './office-lines.ts';

type ListStyles = ReadonlyMap<string, ReadonlyMap<number, ListLevel>>;

function readListStyles(...parents: readonly (XmlElement | undefined)[]): ListStyles {
  const styles = new Map<string, ReadonlyMap<number, ListLevel>>();
  for (const style of parents.flatMap((parent) => children(parent, 'text:list-style'))) {
    const levels = children(style, 'text:list-level-style-number').map((level) => {
      const form = {
        format: attribute(level, 'style:num-format') ?? '',
        before: attribute(level, 'style:num-prefix') ?? '',
        after: attribute(level, 'style:num-suffix') ?? '',
      };
      return [Number(attribute(level, 'text:level') ?? 1), form] as const;
    });
    styles.set(attribute(style, 'style:name') ?? '', new Map(levels));
  }
  return styles;
}

function paragraphText(element: XmlElement): string {
  return element.children
    .map((child) => {
      if (child.type === 'text') return child.value;
      if (child.type !== 'element') return '';
      if (child.name === 'text:s') return ' '.repeat(Number(attribute(child, 'text:c') ?? 1));
      if (child.name === 'text:tab') return '\t';
      if (child.name === 'text:line-break') return '\n';
      if (/^(draw:|office:annotation|text:note|text:tracked)/.test(child.name)) return '';
      return paragraphText(child);
    })
    .join('');
}

const PICTURES = new Set(['draw:frame', 'draw:line', 'draw:path', 'draw:custom-shape']);

/** The lines of an odt. */
export function odtLines(file: OfficeFile): OfficeLines | string {
  const root = rootOf(file.part('content.xml'));
  const body = descend(root, 'office:body', 'office:text');
  if (body === undefined) return 'content.xml is not a text document';
  const named = descend(rootOf(file.part('styles.xml')), 'office:styles');
  const styles = readListStyles(named, descend(root, 'office:automatic-styles'));
  const lines: string[] = [];
  const pictures = countBelow(body, PICTURES);
  const issues = pictures > 0 ? [importIssue('IMPORT_PICTURE', '', { count: pictures })] : [];
  const list = (element: XmlElement, level: number, inherited: string): void => {
    const style = attribute(element, 'text:style-name') ?? inherited;
    const form = styles.get(style)?.get(level);
    for (const [index, item] of children(element, 'text:list-item').entries()) {
      const start = lines.length;
      for (const child of children(item)) {
        if (child.name === 'text:list') list(child, level + 1, style);
        else visit(child);
      }
      const marker = form === undefined ? '' : printedMarker(form, index + 1);
      const own = children(item).some(({ name }) => name === 'text:p' || name === 'text:h');
      if (own && lines[start] !== undefined) lines[start] = `${marker}${lines[start]}`;
    }
  };
  const visit = (element: XmlElement): void => {
    if (element.name === 'text:p' || element.name === 'text:h') lines.push(paragraphText(element));
    else if (element.name === 'text:list') list(element, 1, '');
    else if (element.name === 'text:section') for (const child of children(element)) visit(child);
    else if (element.name === 'table:table')
      issues.push(importIssue('IMPORT_TABLE', '', { row: lines.length + 1 }));
  };
  for (const child of children(body)) visit(child);
  return { lines, issues };
}
