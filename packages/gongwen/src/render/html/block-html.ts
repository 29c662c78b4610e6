import type { LayoutBlock, ParagraphBlock, TableBlock } from '../../layout/document.ts';
import type { ROLE_STYLES } from '../../layout/role.ts';
import { escapeMarkup } from '../markup.ts';

const classes = (block: ParagraphBlock): string => {
  const names = [`gw-${block.role}`];
  if (block.bold) names.push('gw-bold');
  if (block.keepWithNext) names.push('gw-keep');
  return names.join(' ');
};

/** A field's name and text side by side, the text wrapping under itself. */
function row(block: ParagraphBlock, label: string, element: string): string {
  const count = [...block.label].length;
  const name = `<${label} class="gw-label gw-label-${count}">${escapeMarkup(block.label)}</${label}>`;
  return `<${element} class="gw-row ${classes(block)}">${name}<span class="gw-text">${escapeMarkup(block.text)}</span></${element}>`;
}

function paragraphHtml(block: ParagraphBlock): string {
  if (block.role === 'title' || block.role === 'memoTitle') {
    return `<h1 class="${classes(block)} gw-text">${escapeMarkup(block.text)}</h1>`;
  }
  if (block.role === 'listTitle') return `<h2 class="${classes(block)}">${escapeMarkup(block.text)}</h2>`;
  if (block.labelKind === 'none')
    return `<p class="${classes(block)} gw-text">${escapeMarkup(block.text)}</p>`;
  if (block.role === 'subject' || block.role === 'section') return row(block, 'h2', 'div');
  return row(block, 'span', 'p');
}

/** Items from `from` on that are at `level` or deeper, as nested lists; their markers stay text, as they are in the letter. */
function itemsHtml(
  blocks: readonly LayoutBlock[],
  from: number,
  depth: number,
): { html: string; next: number } {
  const parts: string[] = [];
  let next = from;
  for (;;) {
    const block = blocks[next];
    if (block?.type !== 'paragraph' || block.role !== 'item' || depthOf(block) < depth) break;
    next += 1;
    const inner = itemsHtml(blocks, next, depth + 1);
    next = inner.next;
    parts.push(`<li>${row(block, 'span', 'div')}${inner.html}</li>`);
  }
  return { html: parts.length === 0 ? '' : `<ol class="gw-items">${parts.join('')}</ol>`, next };
}

/** Depth of an item, from the path of its place: each level adds an `items` step. */
const depthOf = (block: ParagraphBlock): number => block.path.split('/items/').length - 1;

function tableHtml(block: TableBlock): string {
  const columns = block.columnsPt.map((width) => `<col style="width:${width}pt">`).join('');
  const rows = block.rows.map((tableRow) => {
    const tag = tableRow.header ? 'th scope="col"' : 'td';
    const cells = tableRow.cells.map((cell) => {
      const span = cell.span > 1 ? ` colspan="${cell.span}"` : '';
      const content = cell.blocks.map((entry) =>
        entry.labelKind === 'none' ? paragraphHtml(entry) : row(entry, 'span', 'p'),
      );
      return `<${tag}${span}>${content.join('')}</${tag.slice(0, 2)}>`;
    });
    return `<tr>${cells.join('')}</tr>`;
  });
  return `<table class="gw-table"><colgroup>${columns}</colgroup>${rows.join('')}</table>`;
}

const HEAD_ROLES: ReadonlySet<string> = new Set<keyof typeof ROLE_STYLES>([
  'archiveNumber',
  'retention',
  'title',
  'memoTitle',
  'address',
  'contact',
  'window',
  'addressee',
  'issueDate',
  'documentNumber',
  'urgency',
  'classification',
  'attachment',
]);

const isHead = (block: LayoutBlock | undefined): boolean =>
  block?.type === 'paragraph' && HEAD_ROLES.has(block.role);

/** The blocks of a letter as HTML: a header with its fields, sections with nested lists, tables. */
export function blocksHtml(blocks: readonly LayoutBlock[]): string {
  const parts: string[] = [];
  let inHeader = false;
  let newPage = false;
  for (let index = 0; index < blocks.length; index++) {
    const block = blocks[index];
    if (block === undefined) continue;
    if (isHead(block) !== inHeader) {
      parts.push(inHeader ? '</header>' : '<header>');
      inHeader = !inHeader;
    }
    if (block.type === 'pageBreak') newPage = true;
    else if (block.type === 'gap')
      parts.push(`<div class="gw-gap" style="height:${block.heightPt}pt"></div>`);
    else if (block.type === 'table') parts.push(tableHtml(block));
    else if (block.role === 'item') {
      const { html, next } = itemsHtml(blocks, index, depthOf(block));
      parts.push(`<div>${html}</div>`);
      index = next - 1;
    } else {
      parts.push(newPage ? `<div class="gw-new-page">${paragraphHtml(block)}</div>` : paragraphHtml(block));
      newPage = false;
    }
  }
  if (inHeader) parts.push('</header>');
  return parts.join('\n');
}
