import type { Block, Cell, Paragraph, Row, Sheet, Table } from '../../sheet/sheet.ts';

const SHADES: Partial<Record<Cell['role'], string>> = {
  label: '#f2f2f2',
  heading: '#d9d9d9',
  office: '#ededed',
};

/** Writes a sheet as typst source; fonts and language are set by `renderTypst` of `@kcc/gongwen/pdf`. */
export function sheetToTypst(sheet: Sheet): string {
  return [
    `#set document(title: ${quote(sheet.title)})`,
    '#set page(paper: "a4", margin: 20mm)',
    '#set text(size: 12pt, top-edge: 0.88em, bottom-edge: -0.12em)',
    '#set par(leading: 0.22em, spacing: 0pt)',
    '#show heading: it => block(above: 0pt, below: 0pt, it.body)',
    ...sheet.blocks.map(block),
    '',
  ].join('\n');
}

/** A typst string literal: no markup in it is read as markup. */
function quote(text: string): string {
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}

/** Text as content; lines are separated by line breaks. */
function content(text: string): string {
  return text
    .split('\n')
    .map((line) => `#${quote(line)}`)
    .join(' #linebreak() ');
}

function block(part: Block): string {
  if (part.type === 'paragraph') return paragraph(part);
  if (part.type === 'table') return table(part);
  return '#pagebreak()';
}

/** A paragraph in a block of its own, so that its spaces add up and never fall together with those of its neighbours. */
function paragraph(part: Paragraph): string {
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
  // The Han faces have one weight: a thin outline makes the bold.
  const words = `#text(size: ${size}pt${bold ? ', stroke: 0.025em' : ''})[${content(text)}]`;
  const body =
    part.heading === undefined
      ? `#par(hanging-indent: ${hanging}mm)[${words}]`
      : `#heading(level: ${part.heading}, outlined: false)[${words}]`;
  const inset = `(left: ${indent}mm, top: ${before}pt + 0.1em, bottom: ${after}pt + 0.1em)`;
  return `#block(width: 100%, spacing: 0pt, inset: ${inset})[#set align(${align})\n${body}]`;
}

function table({ columns, rows }: Table): string {
  const widths = columns.map((width) => `${width}mm,`).join(' ');
  const heights = rows.map(({ height }) => (height === undefined ? 'auto,' : `${height}mm,`)).join(' ');
  const cells = rows.map(row).join('\n');
  const options = `columns: (${widths}), rows: (${heights}), stroke: 0.5pt, inset: (x: 1.5mm, y: 2.2mm)`;
  return `#block(spacing: 0pt)[#table(${options},\n${cells}\n)]`;
}

function row({ cells }: Row): string {
  return cells.map(cell).join(' ');
}

function cell({ role, text, columns = 1, rows = 1, align, size }: Cell): string {
  const fill = SHADES[role];
  const place = align ?? (role === 'label' ? 'center' : 'left');
  const options = [
    `align: ${place} + horizon`,
    ...(columns > 1 ? [`colspan: ${columns}`] : []),
    ...(rows > 1 ? [`rowspan: ${rows}`] : []),
    ...(fill ? [`fill: rgb("${fill}")`] : []),
  ];
  const words = text === '' ? '' : `#text(size: ${size ?? 12}pt)[${content(text)}]`;
  return `table.cell(${options.join(', ')})[${words}],`;
}
