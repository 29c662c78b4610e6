import type { LayoutDocument } from '../../layout/document.ts';
import { pageNumberText } from '../../layout/document.ts';
import { placeLabel } from '../../layout/label.ts';
import { textWidth } from '../../layout/page.ts';
import { pageNumberTop } from '../../layout/page-furniture.ts';
import {
  BASELINE,
  CELL_PADDING_PT,
  type Page,
  type PagedDocument,
  type PlacedParagraph,
  type PlacedTable,
} from '../../layout/pages.ts';
import { ROLE_STYLES } from '../../layout/role.ts';
import type { PdfEngine } from './engine.ts';
import { typstLength as pt, type TextWriter, typstDate, typstString } from './typst-text.ts';

/** Wide enough for any line: lines are broken before, the engine must not break them again. */
const UNBROKEN = '3000pt';

const font = (sizePt: number, linePt: number): string =>
  `size:${pt(sizePt)},top-edge:${pt(linePt * BASELINE)},bottom-edge:${pt(-linePt * (1 - BASELINE))}`;

/** The label, the gap behind it, and the lines. */
function paragraphContent(placed: PlacedParagraph, engine: PdfEngine, writer: TextWriter): string {
  const { block, lines, begins } = placed;
  const texts = lines.map((line) => writer.writeLine(line.text));
  if (!begins || block.label === '') return texts.join('#linebreak();');
  const place = placeLabel(block, engine.chain);
  const gapPt = place.textXPt - (block.leftPt - block.hangingPt) - place.widthPt;
  const gap = Math.abs(gapPt) < 0.01 ? '' : `#h(${pt(gapPt)});`;
  return `${writer.writeLine(block.label)}${gap}${texts.join('#linebreak();')}`;
}

function setParagraph(
  placed: PlacedParagraph,
  widthPt: number,
  engine: PdfEngine,
  writer: TextWriter,
): string {
  const { block, begins } = placed;
  const content = paragraphContent(placed, engine, writer);
  const hanging = begins && block.align === 'left' ? `hanging-indent:${pt(block.hangingPt)},` : '';
  const element =
    block.role === 'title' || block.role === 'memoTitle' ? 'heading(level:1,' : `par(${hanging}`;
  const stroke = block.bold ? `,stroke:${pt(block.sizePt * 0.025)}` : '';
  // Set inside: the engine makes headings larger than the text around them.
  const body = `#${element}[#set text(${font(block.sizePt, block.linePt)}${stroke});${content}])`;
  return block.align === 'center'
    ? `block(width:${pt(widthPt)},align(center)[${body}])`
    : `block(width:${UNBROKEN})[${body}]`;
}

function placedParagraph(
  placed: PlacedParagraph,
  left: number,
  top: number,
  width: number,
  engine: PdfEngine,
  writer: TextWriter,
): string {
  const { block, begins } = placed;
  const dx = block.align === 'center' ? 0 : begins ? block.leftPt - block.hangingPt : block.leftPt;
  const content = setParagraph(placed, width, engine, writer);
  return `#place(top+left,dx:${pt(left + dx)},dy:${pt(top + placed.topPt)},${content})`;
}

function placedTable(
  placed: PlacedTable,
  left: number,
  top: number,
  engine: PdfEngine,
  writer: TextWriter,
): string {
  const columns = placed.block.columnsPt.map(pt).join(',');
  const rows = placed.rows.map((row) => pt(row.heightPt)).join(',');
  const cells = placed.rows.map((row) => {
    const own = row.cells.map((cell) => {
      const content = cell.paragraphs.map((paragraph) => {
        return placedParagraph(
          paragraph,
          CELL_PADDING_PT.x,
          0,
          cell.widthPt - 2 * CELL_PADDING_PT.x,
          engine,
          writer,
        );
      });
      return `table.cell(colspan:${cell.span})[${content.join('')}]`;
    });
    return row.header ? `table.header(repeat:false,${own.join(',')})` : own.join(',');
  });
  const body = `table(columns:(${columns},),rows:(${rows},),inset:0pt,stroke:0.6pt,${cells.join(',')})`;
  return `#place(top+left,dx:${pt(left)},dy:${pt(top + placed.topPt)},${body})`;
}

function furniture(
  document: LayoutDocument,
  page: Page,
  total: number,
  writer: TextWriter,
  drawings: string,
): string {
  const { page: sheet } = document;
  const parts = [drawings];
  const small = ROLE_STYLES.pageNumber;
  if (document.pageNumbers) {
    const text = writer.write(pageNumberText(page.number, total));
    const line = `block(width:${pt(textWidth(sheet))},align(center)[#set text(${font(small.sizePt, small.linePt)});${text}])`;
    parts.push(`#place(top+left,dx:${pt(sheet.leftPt)},dy:${pt(pageNumberTop(sheet))},${line})`);
  }
  if (document.mark !== '' && page.number === 1) {
    const line = `block(width:${UNBROKEN})[#set text(${font(12, 15)});${writer.write(document.mark)}]`;
    parts.push(`#place(top+left,dx:${pt(sheet.leftPt)},dy:${pt(sheet.topPt - 27)},${line})`);
  }
  return parts.join('\n');
}

/** One page of a document, given its pictures (binding line, edge marks) as typst markup. */
export function typstPage(
  paged: PagedDocument,
  page: Page,
  engine: PdfEngine,
  writer: TextWriter,
  drawings: string,
): string {
  const { document, pages } = paged;
  const { leftPt, topPt } = document.page;
  const width = textWidth(document.page);
  const items = page.items.map((item) => {
    if (item.type === 'gap') return '';
    if (item.type === 'table') return placedTable(item, leftPt, topPt, engine, writer);
    return placedParagraph(item, leftPt, topPt, width, engine, writer);
  });
  const background = furniture(document, page, pages.length, writer, drawings);
  return `#page(background:place(top+left,block(width:100%,height:100%)[${background}]))[${items.join('\n')}]`;
}

/** The settings before the first page. @param created date of the document's properties, UTC. */
export function typstPreamble(document: LayoutDocument, engine: PdfEngine, created: Date): string {
  const { page } = document;
  const [base] = engine.chain.han;
  const family = base === undefined ? '' : engine.familyOf(base);
  return [
    `#set document(title:${typstString(document.title)},author:${typstString(document.issuer)},date:${typstDate(created)})`,
    `#set page(width:${pt(page.widthPt)},height:${pt(page.heightPt)},margin:0pt)`,
    `#set text(lang:"zh",region:"TW",font:${typstString(family)},fallback:false,kerning:false,ligatures:false,cjk-latin-spacing:none,overhang:false)`,
    '#set par(leading:0pt,spacing:0pt,justify:false,linebreaks:"simple")',
    '#show heading: set text(weight:"regular")',
    '#show heading: set block(spacing:0pt,above:0pt,below:0pt)',
  ].join('\n');
}
