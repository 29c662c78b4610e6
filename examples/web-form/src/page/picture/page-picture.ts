import {
  type Letter,
  layoutLetter,
  type Page,
  type PagedDocument,
  type PaperOptions,
  type PlacedParagraph,
  type PlacedTable,
  paginate,
} from '@kcc/gongwen';
import { svg } from '../dom.ts';
import { furniture } from './furniture.ts';
import { textLine } from './runs.ts';

/** Part of the line pitch above the baseline, as every output places it. */
const BASELINE = 0.8;

/** Pictures of a letter's sheets, drawn from the same lines and pages as the PDF. */
export function letterPictures(letter: Letter, options: PaperOptions = {}): SVGElement[] {
  const paged = paginate(layoutLetter(letter, options));
  return paged.pages.map((page) => pagePicture(paged, page));
}

function pagePicture({ document, pages }: PagedDocument, page: Page): SVGElement {
  const { widthPt, heightPt, leftPt, topPt } = document.page;
  const items = page.items.flatMap((item) => {
    if (item.type === 'paragraph') return paragraph(item, leftPt, topPt);
    return item.type === 'table' ? table(item, leftPt, topPt) : [];
  });
  return svg(
    'svg',
    {
      class: 'sheet',
      viewBox: `0 0 ${widthPt} ${heightPt}`,
      role: 'img',
      'aria-label': `第 ${page.number} 頁，共 ${pages.length} 頁的紙本樣子；文字版在下方`,
    },
    svg('rect', { width: widthPt, height: heightPt, class: 'paper' }),
    ...furniture(document, page.number, pages.length),
    ...items,
  );
}

/** @param left x of the place from which lines count, @param top y likewise, in points. */
function paragraph(
  { block, lines, topPt, begins }: PlacedParagraph,
  left: number,
  top: number,
): SVGElement[] {
  const { sizePt, linePt, bold, label } = block;
  const baseline = (index: number): number => top + topPt + index * linePt + linePt * BASELINE;
  const begin = left + block.leftPt - block.hangingPt;
  const named =
    begins && label !== '' && block.align === 'left' ? textLine(label, begin, baseline(0), sizePt, bold) : [];
  return [
    ...named,
    ...lines.flatMap((line, index) => textLine(line.text, left + line.xPt, baseline(index), sizePt, bold)),
  ];
}

function table({ rows, topPt }: PlacedTable, left: number, top: number): SVGElement[] {
  const parts: SVGElement[] = [];
  let y = top + topPt;
  for (const { cells, heightPt } of rows) {
    for (const { xPt, widthPt, paragraphs } of cells) {
      parts.push(svg('rect', { x: left + xPt, y, width: widthPt, height: heightPt, class: 'cell' }));
      // Lines count from the margin, labels from the padding of their cell.
      for (const placed of paragraphs) parts.push(...cellParagraph(placed, left, left + xPt + 4, y));
    }
    y += heightPt;
  }
  return parts;
}

function cellParagraph(placed: PlacedParagraph, left: number, inner: number, top: number): SVGElement[] {
  const { block, begins } = placed;
  const lines = paragraph({ ...placed, begins: false }, left, top);
  if (!begins || block.label === '') return lines;
  const y = top + placed.topPt + block.linePt * BASELINE;
  return [
    ...textLine(block.label, inner + block.leftPt - block.hangingPt, y, block.sizePt, block.bold),
    ...lines,
  ];
}
