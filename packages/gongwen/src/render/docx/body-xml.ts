import type { GapBlock, LayoutDocument, TableBlock } from '../../layout/document.ts';
import { CELL_PADDING_PT } from '../../layout/pages.ts';
import { type BodyOptions, paragraphXml } from './paragraph-xml.ts';
import { styleId } from './styles.ts';
import { twips } from './units.ts';

function gapXml(block: GapBlock): string {
  const spacing = `<w:spacing w:before="0" w:after="0" w:line="${twips(block.heightPt)}" w:lineRule="exact"/>`;
  return `<w:p><w:pPr><w:pStyle w:val="${styleId(block.role)}"/>${spacing}</w:pPr></w:p>`;
}

const BORDERS = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
  .map((side) => `<w:${side} w:val="single" w:sz="5" w:space="0" w:color="000000"/>`)
  .join('');

const CELL_MARGINS = `<w:tblCellMar><w:top w:w="${twips(CELL_PADDING_PT.y)}" w:type="dxa"/><w:left w:w="${twips(CELL_PADDING_PT.x)}" w:type="dxa"/><w:bottom w:w="${twips(CELL_PADDING_PT.y)}" w:type="dxa"/><w:right w:w="${twips(CELL_PADDING_PT.x)}" w:type="dxa"/></w:tblCellMar>`;

function rowXml(block: TableBlock, index: number, options: BodyOptions): string {
  const row = block.rows[index];
  if (row === undefined) return '';
  let column = 0;
  const cells = row.cells.map((cell) => {
    const width = block.columnsPt
      .slice(column, column + cell.span)
      .reduce((sum, part) => sum + twips(part), 0);
    column += cell.span;
    const span = cell.span > 1 ? `<w:gridSpan w:val="${cell.span}"/>` : '';
    const content = cell.blocks.map((entry) => paragraphXml(entry, options)).join('');
    return `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${span}</w:tcPr>${content === '' ? '<w:p/>' : content}</w:tc>`;
  });
  const height = `<w:trHeight w:val="${twips(row.minHeightPt)}" w:hRule="atLeast"/>`;
  const header = row.header ? '<w:tblHeader/>' : '';
  return `<w:tr><w:trPr><w:cantSplit/>${height}${header}</w:trPr>${cells.join('')}</w:tr>`;
}

function tableXml(block: TableBlock, options: BodyOptions): string {
  const widths = block.columnsPt.map(twips);
  const total = widths.reduce((sum, width) => sum + width, 0);
  const grid = widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('');
  const properties = `<w:tblPr><w:tblW w:w="${total}" w:type="dxa"/><w:tblBorders>${BORDERS}</w:tblBorders><w:tblLayout w:type="fixed"/>${CELL_MARGINS}</w:tblPr>`;
  const rows = block.rows.map((_, index) => rowXml(block, index, options)).join('');
  return `<w:tbl>${properties}<w:tblGrid>${grid}</w:tblGrid>${rows}</w:tbl>`;
}

/** Word wants a paragraph behind a table; this one takes no room. */
const AFTER_TABLE =
  '<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/></w:pPr></w:p>';

/** The body of the document in paper order, without its section properties. */
export function bodyXml(document: LayoutDocument, options: BodyOptions): string {
  const parts: string[] = [];
  let breakBefore = false;
  for (const block of document.blocks) {
    if (block.type === 'pageBreak') breakBefore = parts.length > 0;
    else if (block.type === 'paragraph') {
      parts.push(paragraphXml(block, options, breakBefore));
      breakBefore = false;
    } else parts.push(block.type === 'gap' ? gapXml(block) : tableXml(block, options));
  }
  if (document.blocks.at(-1)?.type === 'table') parts.push(AFTER_TABLE);
  return parts.join('');
}
