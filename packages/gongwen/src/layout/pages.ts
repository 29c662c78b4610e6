import type { GapBlock, LayoutDocument, ParagraphBlock, TableBlock } from './document.ts';

/** One line of text on a page. */
export interface Line {
  readonly text: string;
  /** Where the text starts, from the left margin, in points. */
  readonly xPt: number;
  readonly widthPt: number;
}

/** The lines of a paragraph that stand on one page. */
export interface PlacedParagraph {
  readonly type: 'paragraph';
  readonly block: ParagraphBlock;
  /** Top of the first line, from the top margin, in points. */
  readonly topPt: number;
  readonly lines: readonly Line[];
  /** False for the part that continues from the page before. */
  readonly begins: boolean;
}

/** The rows of a table that stand on one page; each with its cells' paragraphs. */
export interface PlacedTable {
  readonly type: 'table';
  readonly block: TableBlock;
  readonly topPt: number;
  readonly rows: readonly PlacedRow[];
}

export interface PlacedRow {
  readonly heightPt: number;
  readonly header: boolean;
  readonly cells: readonly PlacedCell[];
}

export interface PlacedCell {
  /** From the left margin, in points. */
  readonly xPt: number;
  readonly widthPt: number;
  /** Number of columns that the cell covers. */
  readonly span: number;
  /** Tops count from the top of the row; lines' x from the left margin. */
  readonly paragraphs: readonly PlacedParagraph[];
}

export interface PlacedGap {
  readonly type: 'gap';
  readonly block: GapBlock;
  readonly topPt: number;
}

export type PlacedItem = PlacedParagraph | PlacedTable | PlacedGap;

/** One sheet. */
export interface Page {
  /** From 1. */
  readonly number: number;
  readonly items: readonly PlacedItem[];
}

/** A letter divided into lines and pages. */
export interface PagedDocument {
  readonly document: LayoutDocument;
  readonly pages: readonly Page[];
}

/** Padding of a table cell, in points. */
export const CELL_PADDING_PT = { x: 4, y: 3 } as const;

/** Part of the line pitch above the baseline; Writer places text on fixed pitch the same way. */
export const BASELINE = 0.8;
