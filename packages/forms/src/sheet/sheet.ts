/** A printed form as plain data, the same for docx, odt, pdf and html. Lengths in millimetres, sizes in points. */
export interface Sheet {
  readonly title: string;
  /** Words for document properties. */
  readonly subject?: string;
  readonly blocks: readonly Block[];
}

export type Align = 'left' | 'center' | 'right';

export interface Paragraph {
  readonly type: 'paragraph';
  readonly text: string;
  /** Points; 12 by default. */
  readonly size?: number;
  readonly bold?: boolean;
  readonly align?: Align;
  /** Hanging indent of the first line's marker. */
  readonly hanging?: number;
  readonly indent?: number;
  /** Space before and after, points. */
  readonly before?: number;
  readonly after?: number;
  /** 1 for the form's title, 2 for a part; absent for running text. */
  readonly heading?: 1 | 2;
}

/** What a cell is for; decides shading, and that nothing is ever printed in seal and office cells. */
export type CellRole = 'label' | 'value' | 'heading' | 'seal' | 'office';

export interface Cell {
  readonly role: CellRole;
  readonly text: string;
  readonly columns?: number;
  readonly rows?: number;
  readonly align?: Align;
  readonly size?: number;
}

export interface Row {
  readonly cells: readonly Cell[];
  /** Least height. */
  readonly height?: number;
}

export interface Table {
  readonly type: 'table';
  /** Column widths. */
  readonly columns: readonly number[];
  readonly rows: readonly Row[];
  /** What the table holds, for readers who cannot see it. */
  readonly caption: string;
}

export interface PageBreak {
  readonly type: 'page-break';
}

export type Block = Paragraph | Table | PageBreak;
