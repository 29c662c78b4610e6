import {
  AlignmentType,
  Document,
  type FileChild,
  HeadingLevel,
  HeightRule,
  type IRunOptions,
  Packer,
  PageBreak,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx';
import type {
  Align,
  Block,
  Cell,
  Row,
  Sheet,
  Paragraph as SheetParagraph,
  Table as SheetTable,
} from '../../sheet/sheet.ts';

/** 1 mm in twentieths of a point. */
const TWIPS_PER_MM = 56.6929;
const MARGIN = 20;
const FONT = {
  ascii: 'Times New Roman',
  hAnsi: 'Times New Roman',
  cs: 'Times New Roman',
  eastAsia: '標楷體',
};
const ALIGN = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT } as const;
const SHADES: Partial<Record<Cell['role'], string>> = {
  label: 'F2F2F2',
  heading: 'D9D9D9',
  office: 'EDEDED',
};

const twips = (millimetres: number): number => Math.round(millimetres * TWIPS_PER_MM);
const halfPoints = (points: number): number => Math.round(points * 2);

/** Writes a sheet as docx. */
export async function sheetToDocx(sheet: Sheet): Promise<Uint8Array> {
  const document = new Document({
    title: sheet.title,
    subject: sheet.subject ?? sheet.title,
    creator: '',
    styles: {
      default: { document: { run: { font: FONT, size: halfPoints(12), language: { eastAsia: 'zh-TW' } } } },
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: twips(210), height: twips(297) },
            margin: { top: twips(MARGIN), bottom: twips(MARGIN), left: twips(MARGIN), right: twips(MARGIN) },
          },
        },
        children: sheet.blocks.map(block),
      },
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
}

function block(part: Block): FileChild {
  if (part.type === 'paragraph') return paragraph(part);
  if (part.type === 'table') return table(part);
  return new Paragraph({ children: [new PageBreak()] });
}

function paragraph(part: SheetParagraph): Paragraph {
  const {
    text,
    size = 12,
    bold = false,
    align = 'left',
    before = 0,
    after = 0,
    indent = 0,
    hanging = 0,
  } = part;
  return new Paragraph({
    ...(part.heading && { heading: part.heading === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2 }),
    alignment: ALIGN[align],
    spacing: { before: before * 20, after: after * 20 },
    indent: { left: twips(indent + hanging), hanging: twips(hanging) },
    children: textRuns(text, { size: halfPoints(size), bold }),
  });
}

/** A line break within a text is a line break on paper; the colour keeps headings black. */
function textRuns(text: string, style: IRunOptions): TextRun[] {
  return text
    .split('\n')
    .map(
      (line, place) =>
        new TextRun({ ...style, text: line, font: FONT, color: '000000', break: place > 0 ? 1 : 0 }),
    );
}

function table(part: SheetTable): Table {
  const widths = part.columns.map(twips);
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: widths,
    rows: part.rows.map((row) => tableRow(row, widths)),
  });
}

function tableRow(row: Row, widths: readonly number[]): TableRow {
  let column = 0;
  const children = row.cells.map((cell) => {
    const span = cell.columns ?? 1;
    const width = widths.slice(column, column + span).reduce((sum, each) => sum + each, 0);
    column += span;
    return tableCell(cell, width);
  });
  return new TableRow({
    cantSplit: true,
    height: { value: twips(row.height ?? 9), rule: HeightRule.ATLEAST },
    children,
  });
}

function tableCell(cell: Cell, width: number): TableCell {
  const fill = SHADES[cell.role];
  const align: Align = cell.align ?? (cell.role === 'label' ? 'center' : 'left');
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlign.CENTER,
    margins: { left: 80, right: 80, top: 20, bottom: 20 },
    ...(cell.columns && { columnSpan: cell.columns }),
    ...(cell.rows && { rowSpan: cell.rows }),
    ...(fill && { shading: { type: ShadingType.CLEAR, fill, color: 'auto' } }),
    children: [
      new Paragraph({
        alignment: ALIGN[align],
        children: textRuns(cell.text, { size: halfPoints(cell.size ?? 12) }),
      }),
    ],
  });
}
