import type { LayoutBlock, LayoutDocument, ParagraphBlock, TableBlock } from '../../layout/document.ts';
import { LIST_STYLE } from './list-style.ts';
import { pt, styleName } from './names.ts';
import { type BodyWriter, paragraphXml } from './paragraph-xml.ts';

/** Automatic styles of tables, which do not depend on the words of the letter. */
export function tableStylesXml(document: LayoutDocument): string {
  const tables = document.blocks.filter((block) => block.type === 'table');
  return tables
    .map((block, index) => {
      const total = block.columnsPt.reduce((sum, width) => sum + width, 0);
      const table = `<style:style style:name="Table${index + 1}" style:family="table"><style:table-properties style:width="${pt(total)}" table:align="left" table:border-model="collapsing"/></style:style>`;
      const columns = block.columnsPt.map(
        (width, column) =>
          `<style:style style:name="Table${index + 1}.C${column + 1}" style:family="table-column"><style:table-column-properties style:column-width="${pt(width)}"/></style:style>`,
      );
      const heights = [...new Set(block.rows.map((row) => row.minHeightPt))].map(
        (height) =>
          `<style:style style:name="Table${index + 1}.R${height}" style:family="table-row"><style:table-row-properties style:min-row-height="${pt(height)}" fo:keep-together="always"/></style:style>`,
      );
      const cell = `<style:style style:name="Table${index + 1}.Cell" style:family="table-cell"><style:table-cell-properties fo:border="0.6pt solid #000000" fo:padding-left="4pt" fo:padding-right="4pt" fo:padding-top="3pt" fo:padding-bottom="3pt"/></style:style>`;
      return [table, ...columns, ...heights, cell].join('');
    })
    .join('');
}

function tableXml(block: TableBlock, number: number, writer: BodyWriter): string {
  const name = `Table${number}`;
  const columns = block.columnsPt
    .map((_, column) => `<table:table-column table:style-name="${name}.C${column + 1}"/>`)
    .join('');
  const rows = block.rows.map((row) => {
    const cells = row.cells.map((cell) => {
      const span = cell.span > 1 ? ` table:number-columns-spanned="${cell.span}"` : '';
      const content = cell.blocks.map((entry) => paragraphXml(entry, writer)).join('');
      const covered = '<table:covered-table-cell/>'.repeat(cell.span - 1);
      return `<table:table-cell table:style-name="${name}.Cell" office:value-type="string"${span}>${content}</table:table-cell>${covered}`;
    });
    return {
      header: row.header,
      xml: `<table:table-row table:style-name="${name}.R${row.minHeightPt}">${cells.join('')}</table:table-row>`,
    };
  });
  const xml = rows.map((row) =>
    row.header ? `<table:table-header-rows>${row.xml}</table:table-header-rows>` : row.xml,
  );
  return `<table:table table:name="${name}" table:style-name="${name}">${columns}${xml.join('')}</table:table>`;
}

const listOf = (block: LayoutBlock | undefined): ParagraphBlock['list'] =>
  block?.type === 'paragraph' ? block.list : undefined;

/** A list from `from` on: the items of one level with the lists below them. */
function listXml(
  blocks: readonly LayoutBlock[],
  from: number,
  level: number,
  writer: BodyWriter,
): { xml: string; next: number } {
  const first = listOf(blocks[from]);
  const items: string[] = [];
  let next = from;
  for (;;) {
    const block = blocks[next];
    const list = listOf(block);
    if (block?.type !== 'paragraph' || list === undefined || list.id !== first?.id || list.level < level)
      break;
    next += 1;
    const inner =
      (listOf(blocks[next])?.level ?? 0) > level ? listXml(blocks, next, level + 1, writer) : undefined;
    next = inner?.next ?? next;
    items.push(`<text:list-item>${paragraphXml(block, writer, false)}${inner?.xml ?? ''}</text:list-item>`);
  }
  const style = level === 1 ? ` text:style-name="${LIST_STYLE}"` : '';
  return { xml: `<text:list${style}>${items.join('')}</text:list>`, next };
}

/** The body of the document in paper order. @param native false writes the markers as text. */
export function bodyXml(document: LayoutDocument, writer: BodyWriter, native: boolean): string {
  const { blocks } = document;
  const parts: string[] = [];
  let tables = 0;
  let breakBefore = false;
  for (let index = 0; index < blocks.length; index++) {
    const block = blocks[index];
    if (block === undefined) continue;
    if (block.type === 'pageBreak') breakBefore = parts.length > 0;
    else if (block.type === 'table') parts.push(tableXml(block, ++tables, writer));
    else if (block.type === 'gap') parts.push(`<text:p text:style-name="${styleName(block.role)}_gap"/>`);
    else if (native && block.list !== undefined) {
      const list = listXml(blocks, index, 1, writer);
      parts.push(list.xml);
      index = list.next - 1;
    } else {
      parts.push(paragraphXml(block, writer, true, breakBefore));
      breakBefore = false;
    }
  }
  return parts.join('\n');
}

/** The style of the room for a seal. */
export function gapStylesXml(document: LayoutDocument): string {
  const gap = document.blocks.find((block) => block.type === 'gap');
  if (gap === undefined) return '';
  return `<style:style style:name="${styleName(gap.role)}_gap" style:family="paragraph" style:parent-style-name="${styleName(gap.role)}"><style:paragraph-properties fo:line-height="${pt(gap.heightPt)}" fo:margin-left="0pt"/></style:style>`;
}
