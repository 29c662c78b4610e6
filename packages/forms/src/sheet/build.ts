import type { Block, Cell, CellRole, Paragraph, Row, Table } from './sheet.ts';

/** Width between the margins of A4: 210 mm − 2 × 20 mm. */
export const TEXT_WIDTH = 170;

type ParagraphStyle = Omit<Paragraph, 'type' | 'text'>;

export function paragraph(text: string, style: ParagraphStyle = {}): Paragraph {
  return { type: 'paragraph', text, ...style };
}

/** The form's title. */
export function title(text: string, size = 18): Paragraph {
  return paragraph(text, { heading: 1, size, bold: true, align: 'center', after: 8 });
}

export function cell(role: CellRole, text: string, style: Omit<Cell, 'role' | 'text'> = {}): Cell {
  return { role, text, ...style };
}

export function row(...cells: readonly Cell[]): Row {
  return { cells };
}

/** A row of a section's name over the whole width. */
export function headingRow(text: string, columns: number): Row {
  return row(cell('heading', text, { columns, align: 'center' }));
}

/** A label and its value; the value takes what is left of the row. */
export function labelRow(label: string, value: string, columns: number): Row {
  return row(cell('label', label), cell('value', value, columns > 2 ? { columns: columns - 1 } : {}));
}

/** Two labels and two values side by side, for a table of four columns. */
export function pairRow(first: readonly [string, string], second: readonly [string, string]): Row {
  return row(
    cell('label', first[0]),
    cell('value', first[1]),
    cell('label', second[0]),
    cell('value', second[1]),
  );
}

export function table(caption: string, columns: readonly number[], rows: readonly Row[]): Table {
  return { type: 'table', caption, columns, rows };
}

/** One box a character, as codes are written on official forms; empty boxes for what is missing. */
export function characterBoxes(
  value: string,
  length: number,
  boxWidth = 8,
): Pick<Table, 'columns'> & { cells: Cell[] } {
  const characters = [...value];
  return {
    columns: Array.from({ length }, () => boxWidth),
    cells: Array.from({ length }, (_, place) => cell('value', characters[place] ?? '', { align: 'center' })),
  };
}

/** An empty box for a seal with its hint below, outside the box. */
export function sealBoxes(labels: readonly string[], hint: string, height = 38): Block[] {
  const width = TEXT_WIDTH / labels.length;
  return [
    table(
      labels.join('、'),
      labels.map(() => width),
      [
        row(...labels.map((label) => cell('label', label, { align: 'center' }))),
        { cells: labels.map(() => cell('seal', '')), height },
      ],
    ),
    paragraph(hint, { size: 9, align: 'right', before: 2 }),
  ];
}
