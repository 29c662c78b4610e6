import type { PageGeometry } from './page.ts';
import type { Role } from './role.ts';

/** One paragraph of the paper, with everything an output needs to place it. Lengths in points. */
export interface ParagraphBlock {
  readonly type: 'paragraph';
  readonly role: Role;
  /** Where the text stands in the letter, as a JSON pointer such as `/sections/0/items/1`. */
  readonly path: string;
  /** Printed before the text: a field's name with its colon, or an item's marker; empty when there is none. */
  readonly label: string;
  readonly labelKind: 'name' | 'marker' | 'none';
  /** The text; a line break in it stays a line break. */
  readonly text: string;
  readonly sizePt: number;
  readonly linePt: number;
  /** Where wrapped lines start, from the left margin. */
  readonly leftPt: number;
  /** How far left of `leftPt` the first line starts. */
  readonly hangingPt: number;
  readonly spaceBeforePt: number;
  readonly align: 'left' | 'center';
  readonly bold: boolean;
  /** True when the next block must begin on the same page as this one ends. */
  readonly keepWithNext: boolean;
  /** Place in a numbered list, where the marker is the derived one. */
  readonly list?: ListPlace;
}

/** Where an item stands in its list; outputs with real lists count from it. */
export interface ListPlace {
  /** Numbers the lists of the document from 0; each list counts anew. */
  readonly id: number;
  /** 1 for the outermost level. */
  readonly level: number;
  /** 1 for the first item of its parent. */
  readonly index: number;
}

/** Room kept free, such as the place of the seal (印信位置). */
export interface GapBlock {
  readonly type: 'gap';
  readonly role: Role;
  readonly path: string;
  readonly heightPt: number;
}

/** The next block begins a new page. */
export interface PageBreakBlock {
  readonly type: 'pageBreak';
}

/** One cell; several paragraphs stand one below the other. */
export interface TableCell {
  readonly blocks: readonly ParagraphBlock[];
  /** Number of columns that the cell covers. */
  readonly span: number;
}

/** One row; it is never divided between pages unless it is taller than a page. */
export interface TableRow {
  readonly cells: readonly TableCell[];
  /** True for a row that is repeated on every page of the table. */
  readonly header: boolean;
  /** The least height, in points. */
  readonly minHeightPt: number;
}

/** A ruled table. */
export interface TableBlock {
  readonly type: 'table';
  readonly role: 'tableText';
  readonly path: string;
  /** Column widths in points. */
  readonly columnsPt: readonly number[];
  readonly rows: readonly TableRow[];
}

export type LayoutBlock = ParagraphBlock | GapBlock | PageBreakBlock | TableBlock;

/** A letter as it stands on paper, before lines and pages are made; every output is written from it. */
export interface LayoutDocument {
  readonly kind: string;
  /** 文別 — the word after 全銜. */
  readonly heading: string;
  /** Title of the document for its properties and bookmarks: kind and 主旨. */
  readonly title: string;
  readonly issuer: string;
  readonly language: 'zh-TW';
  readonly page: PageGeometry;
  /** In paper order, which is not the order of the exchange XML. */
  readonly blocks: readonly LayoutBlock[];
  /** 裝訂線. */
  readonly bindingLine: boolean;
  /** 「第N頁，共M頁」 at the foot. */
  readonly pageNumbers: boolean;
  /** 騎縫標識 across the sheets of a letter of two or more pages. */
  readonly edgeMarks: boolean;
  /** 已電子交換 or 電子公文, printed above the text of page 1; empty when there is none. */
  readonly mark: string;
}

/** The text of a page number, as writers in use print it. */
export function pageNumberText(page: number, total: number): string {
  return `第${page}頁，共${total}頁`;
}
