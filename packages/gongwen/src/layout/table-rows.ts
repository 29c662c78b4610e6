import type { TableBlock, TableRow } from './document.ts';
import type { TextMetrics } from './metrics.ts';
import { CELL_PADDING_PT, type PlacedCell, type PlacedParagraph, type PlacedRow } from './pages.ts';
import { paragraphLines } from './paragraph-lines.ts';

function placeCell(
  row: TableRow,
  index: number,
  xPt: number,
  widthPt: number,
  metrics: TextMetrics,
): PlacedCell {
  const paragraphs: PlacedParagraph[] = [];
  let topPt: number = CELL_PADDING_PT.y;
  for (const block of row.cells[index]?.blocks ?? []) {
    topPt += block.spaceBeforePt;
    const inner = paragraphLines(block, widthPt - 2 * CELL_PADDING_PT.x, metrics);
    const lines = inner.map((line) => ({ ...line, xPt: line.xPt + xPt + CELL_PADDING_PT.x }));
    paragraphs.push({ type: 'paragraph', block, topPt, lines, begins: true });
    topPt += lines.length * block.linePt;
  }
  return { xPt, widthPt, span: row.cells[index]?.span ?? 1, paragraphs };
}

const bottomOf = (cell: PlacedCell): number => {
  const last = cell.paragraphs.at(-1);
  return (last === undefined ? 0 : last.topPt + last.lines.length * last.block.linePt) + CELL_PADDING_PT.y;
};

/** Breaks the text of a table's rows and gives each its height. */
export function placeRows(block: TableBlock, metrics: TextMetrics): PlacedRow[] {
  return block.rows.map((row) => {
    const cells: PlacedCell[] = [];
    let column = 0;
    let xPt = 0;
    for (const [index, cell] of row.cells.entries()) {
      const widthPt = block.columnsPt
        .slice(column, column + cell.span)
        .reduce((sum, width) => sum + width, 0);
      cells.push(placeCell(row, index, xPt, widthPt, metrics));
      column += cell.span;
      xPt += widthPt;
    }
    return { heightPt: Math.max(row.minHeightPt, ...cells.map(bottomOf)), header: row.header, cells };
  });
}
