import type { LayoutBlock, LayoutDocument, ParagraphBlock, TableBlock } from './document.ts';
import { type TextMetrics, TIMES_AND_SQUARE } from './metrics.ts';
import { textHeight, textWidth } from './page.ts';
import type { Line, Page, PagedDocument, PlacedItem, PlacedRow } from './pages.ts';
import { paragraphLines } from './paragraph-lines.ts';
import { placeRows } from './table-rows.ts';

/** What cannot be divided between pages: one line, one row, one gap. */
interface Strip {
  readonly block: LayoutBlock;
  readonly heightPt: number;
  readonly spaceBeforePt: number;
  /** True when a page may begin here. */
  readonly mayBegin: boolean;
  readonly forced: boolean;
  readonly line?: Line;
  readonly first: boolean;
  readonly row?: PlacedRow;
}

/** Fewest lines of a paragraph at the foot and at the head of a page. */
const FEWEST_LINES = 2;

function paragraphStrips(
  block: ParagraphBlock,
  widthPt: number,
  kept: boolean,
  metrics: TextMetrics,
): Strip[] {
  const lines = paragraphLines(block, widthPt, metrics);
  return lines.map((line, index) => ({
    block,
    line,
    heightPt: block.linePt,
    spaceBeforePt: index === 0 ? block.spaceBeforePt : 0,
    mayBegin: index === 0 ? !kept : index >= FEWEST_LINES && lines.length - index >= FEWEST_LINES,
    forced: false,
    first: index === 0,
  }));
}

function tableStrips(block: TableBlock, metrics: TextMetrics): Strip[] {
  return placeRows(block, metrics).map((row, index) => ({
    block,
    row,
    heightPt: row.heightPt,
    spaceBeforePt: 0,
    mayBegin: block.rows[index - 1]?.header !== true,
    forced: false,
    first: index === 0,
  }));
}

function toStrips(document: LayoutDocument, metrics: TextMetrics): Strip[] {
  const widthPt = textWidth(document.page);
  const strips: Strip[] = [];
  let kept = false;
  let forced = false;
  for (const block of document.blocks) {
    if (block.type === 'pageBreak') {
      forced = strips.length > 0;
      continue;
    }
    const own: Strip[] =
      block.type === 'paragraph'
        ? paragraphStrips(block, widthPt, kept, metrics)
        : block.type === 'table'
          ? tableStrips(block, metrics)
          : [
              {
                block,
                heightPt: block.heightPt,
                spaceBeforePt: 0,
                mayBegin: true,
                forced: false,
                first: true,
              },
            ];
    const [head, ...rest] = own;
    if (head !== undefined) strips.push(forced ? { ...head, forced } : head, ...rest);
    forced = false;
    kept = block.type === 'paragraph' && block.keepWithNext;
  }
  return strips;
}

/** The head rows of a table that a page continues; they stand on every page of the table. */
function repeatedRows(strips: readonly Strip[], start: number): readonly PlacedRow[] {
  const strip = strips[start];
  if (strip === undefined || strip.first || strip.block.type !== 'table') return [];
  const { block } = strip;
  const begin = strips.findIndex((candidate) => candidate.block === block);
  const heads = block.rows.flatMap((row, index) => (row.header ? [strips[begin + index]?.row] : []));
  const later = new Set(strips.slice(start).map((candidate) => candidate.row));
  return heads.flatMap((row) => (row === undefined || later.has(row) ? [] : [row]));
}

const repeatedHeight = (strips: readonly Strip[], start: number): number =>
  repeatedRows(strips, start).reduce((sum, row) => sum + row.heightPt, 0);

/** Where the page that begins at `start` ends: the index of the first strip of the next page. */
function endOfPage(strips: readonly Strip[], start: number, heightPt: number): number {
  let used = 0;
  for (let index = start; index < strips.length; index++) {
    const strip = strips[index];
    if (strip === undefined) break;
    if (index > start && strip.forced) return index;
    used += strip.heightPt + (index === start ? repeatedHeight(strips, start) : strip.spaceBeforePt);
    if (used <= heightPt + 0.01 || index === start) continue;
    let end = index;
    while (end > start && strips[end]?.mayBegin === false) end--;
    return end > start ? end : index;
  }
  return strips.length;
}

function collect(all: readonly Strip[], start: number, end: number): PlacedItem[] {
  const items: PlacedItem[] = [];
  const repeated = repeatedRows(all, start);
  const continued = all[start]?.block;
  if (repeated.length > 0 && continued?.type === 'table') {
    items.push({ type: 'table', block: continued, topPt: 0, rows: repeated });
  }
  let topPt = repeated.reduce((sum, row) => sum + row.heightPt, 0);
  for (const [index, strip] of all.slice(start, end).entries()) {
    if (index > 0 || start === 0) topPt += strip.spaceBeforePt;
    const last = items.at(-1);
    const { block, line, row } = strip;
    if (block.type === 'paragraph' && line !== undefined) {
      if (last?.type === 'paragraph' && !strip.first && last.block === block) {
        items[items.length - 1] = { ...last, lines: [...last.lines, line] };
      } else items.push({ type: 'paragraph', block, topPt, lines: [line], begins: strip.first });
    } else if (block.type === 'table' && row !== undefined) {
      if (last?.type === 'table' && last.block === block) {
        items[items.length - 1] = { ...last, rows: [...last.rows, row] };
      } else items.push({ type: 'table', block, topPt, rows: [row] });
    } else if (block.type === 'gap') items.push({ type: 'gap', block, topPt });
    topPt += strip.heightPt;
  }
  return items;
}

/**
 * Divides a letter into lines and pages: no page ends with a lone name of a section, no paragraph leaves a single line
 * behind, rows stay whole.
 *
 * @param metrics widths of the characters; the default needs no font file and runs anywhere.
 */
export function paginate(document: LayoutDocument, metrics: TextMetrics = TIMES_AND_SQUARE): PagedDocument {
  const strips = toStrips(document, metrics);
  const height = textHeight(document.page);
  const pages: Page[] = [];
  let start = 0;
  do {
    const end = endOfPage(strips, start, height);
    pages.push({ number: pages.length + 1, items: collect(strips, start, end) });
    start = end;
  } while (start < strips.length);
  return { document, pages };
}
