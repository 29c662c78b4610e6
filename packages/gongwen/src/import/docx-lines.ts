import type { XmlElement } from '../xml/tree.ts';
import { createCounters, type ListLevel, printedMarker } from './list-markers.ts';
import { importIssue } from './messages.ts';
import type { OfficeFile } from './office-file.ts';
import { attribute, children, countBelow, descend, type OfficeLines, rootOf } from './office-lines.ts';

type Levels = ReadonlyMap<number, ListLevel>;

function levelOf(element: XmlElement): ListLevel {
  const text = attribute(descend(element, 'w:lvlText'), 'w:val') ?? '';
  const [before = '', after = ''] = text.split(/%\d/);
  return { format: attribute(descend(element, 'w:numFmt'), 'w:val') ?? 'decimal', before, after };
}

/** The levels of every list number of the document. */
function readNumbering(xml: string | undefined): ReadonlyMap<string, Levels> {
  const root = rootOf(xml);
  const abstracts = new Map<string, Levels>();
  for (const definition of children(root, 'w:abstractNum')) {
    const levels = children(definition, 'w:lvl').map(
      (level) => [Number(attribute(level, 'w:ilvl') ?? 0), levelOf(level)] as const,
    );
    abstracts.set(attribute(definition, 'w:abstractNumId') ?? '', new Map(levels));
  }
  const numbers = new Map<string, Levels>();
  for (const number of children(root, 'w:num')) {
    const abstract = abstracts.get(attribute(descend(number, 'w:abstractNumId'), 'w:val') ?? '');
    if (abstract !== undefined) numbers.set(attribute(number, 'w:numId') ?? '', abstract);
  }
  return numbers;
}

/** Text of a paragraph: runs, breaks and tabs; what was deleted under tracked changes is left out. */
function paragraphText(element: XmlElement): string {
  return children(element)
    .map((child) => {
      if (child.name === 'w:t')
        return child.children.map((node) => (node.type === 'text' ? node.value : '')).join('');
      if (child.name === 'w:br' || child.name === 'w:cr') return '\n';
      if (child.name === 'w:tab') return '\t';
      if (/^(w:pPr|w:del|w:moveFrom|mc:AlternateContent|w:drawing|w:pict|w:object)$/.test(child.name))
        return '';
      return paragraphText(child);
    })
    .join('');
}

const PICTURES = new Set(['w:drawing', 'w:pict', 'w:object']);

/** The lines of a docx. */
export function docxLines(file: OfficeFile): OfficeLines | string {
  const body = descend(rootOf(file.part('word/document.xml')), 'w:body');
  if (body === undefined) return 'word/document.xml is not well formed';
  const numbering = readNumbering(file.part('word/numbering.xml'));
  const count = createCounters();
  const lines: string[] = [];
  const issues =
    countBelow(body, PICTURES) > 0
      ? [importIssue('IMPORT_PICTURE', '', { count: countBelow(body, PICTURES) })]
      : [];
  const visit = (element: XmlElement): void => {
    if (element.name === 'w:tbl') issues.push(importIssue('IMPORT_TABLE', '', { row: lines.length + 1 }));
    else if (element.name === 'w:p') {
      const number = descend(element, 'w:pPr', 'w:numPr');
      const list = attribute(descend(number, 'w:numId'), 'w:val');
      const level = Number(attribute(descend(number, 'w:ilvl'), 'w:val') ?? 0);
      const style = list === undefined ? undefined : numbering.get(list)?.get(level);
      const marker =
        style === undefined || list === undefined ? '' : printedMarker(style, count(list, level));
      lines.push(`${marker}${paragraphText(element)}`);
    } else if (element.name === 'w:sdt' || element.name === 'w:sdtContent')
      for (const child of children(element)) visit(child);
  };
  for (const child of children(body)) visit(child);
  return { lines, issues };
}
