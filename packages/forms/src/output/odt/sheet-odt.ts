import { escapeMarkup } from '../../sheet/escape.ts';
import type { Block, Cell, Paragraph, Row, Sheet, Table } from '../../sheet/sheet.ts';
import { odtPackage } from './package.ts';
import { createStyleNames, type StyleNames } from './style-names.ts';
import { namespaces, stylesXml } from './styles.ts';

const SHADES: Partial<Record<Cell['role'], string>> = {
  label: '#f2f2f2',
  heading: '#d9d9d9',
  office: '#ededed',
};
const ALIGN = { left: 'start', center: 'center', right: 'end' } as const;

/** Writes a sheet as odt. */
export function sheetToOdt(sheet: Sheet): Uint8Array {
  const names = createStyleNames();
  const body = sheet.blocks.map((block, place) => blockXml(block, place, names)).join('');
  const content =
    `<?xml version="1.0" encoding="UTF-8"?><office:document-content ${namespaces} office:version="1.2">` +
    `<office:automatic-styles>${names.xml()}</office:automatic-styles>` +
    `<office:body><office:text>${body}</office:text></office:body></office:document-content>`;
  const meta =
    `<?xml version="1.0" encoding="UTF-8"?><office:document-meta ${namespaces} office:version="1.2"><office:meta>` +
    `<dc:title>${escapeMarkup(sheet.title)}</dc:title><dc:language>zh-TW</dc:language></office:meta></office:document-meta>`;
  return odtPackage({ content, styles: stylesXml, meta });
}

function blockXml(block: Block, place: number, names: StyleNames): string {
  if (block.type === 'paragraph') return paragraphXml(block, names);
  if (block.type === 'table') return tableXml(block, `Table${place + 1}`, names);
  const style = names.name('paragraph', '<style:paragraph-properties fo:break-before="page"/>');
  return `<text:p text:style-name="${style}"/>`;
}

function paragraphXml(paragraph: Paragraph, names: StyleNames): string {
  const {
    size = 12,
    bold = false,
    align = 'left',
    before = 0,
    after = 0,
    indent = 0,
    hanging = 0,
  } = paragraph;
  const style = names.name(
    'paragraph',
    `<style:paragraph-properties fo:text-align="${ALIGN[align]}" fo:margin-top="${before}pt" fo:margin-bottom="${after}pt" ` +
      `fo:margin-left="${indent + hanging}mm" fo:text-indent="${-hanging}mm"/>${textProperties(size, bold)}`,
  );
  const content = textXml(paragraph.text);
  if (paragraph.heading === undefined) return `<text:p text:style-name="${style}">${content}</text:p>`;
  return `<text:h text:style-name="${style}" text:outline-level="${paragraph.heading}">${content}</text:h>`;
}

function textProperties(size: number, bold: boolean): string {
  const weight = bold ? ' fo:font-weight="bold" style:font-weight-asian="bold"' : '';
  return `<style:text-properties fo:font-size="${size}pt" style:font-size-asian="${size}pt"${weight}/>`;
}

/** Line breaks as elements; runs of blanks survive only as counted spaces. */
function textXml(text: string): string {
  return escapeMarkup(text)
    .replace(/ {2,}/g, (blanks) => ` <text:s text:c="${blanks.length - 1}"/>`)
    .replaceAll('\n', '<text:line-break/>');
}

function tableXml(table: Table, name: string, names: StyleNames): string {
  const total = table.columns.reduce((sum, width) => sum + width, 0);
  const style = names.name(
    'table',
    `<style:table-properties style:width="${total}mm" table:align="left" table:border-model="collapsing"/>`,
  );
  const columns = table.columns.map((width) => {
    const column = names.name(
      'table-column',
      `<style:table-column-properties style:column-width="${width}mm"/>`,
    );
    return `<table:table-column table:style-name="${column}"/>`;
  });
  const rows = table.rows.map((row) => rowXml(row, names));
  return `<table:table table:name="${name}" table:style-name="${style}">${columns.join('')}${rows.join('')}</table:table>`;
}

function rowXml(row: Row, names: StyleNames): string {
  const style = names.name(
    'table-row',
    `<style:table-row-properties style:min-row-height="${row.height ?? 9}mm" fo:keep-together="always"/>`,
  );
  return `<table:table-row table:style-name="${style}">${row.cells.map((cell) => cellXml(cell, names)).join('')}</table:table-row>`;
}

function cellXml(cell: Cell, names: StyleNames): string {
  const shade = SHADES[cell.role];
  const style = names.name(
    'table-cell',
    `<style:table-cell-properties style:vertical-align="middle" fo:padding="1mm" fo:border="0.5pt solid #000000"` +
      `${shade ? ` fo:background-color="${shade}"` : ''}/>`,
  );
  const span = cell.columns && cell.columns > 1 ? ` table:number-columns-spanned="${cell.columns}"` : '';
  const rows = cell.rows && cell.rows > 1 ? ` table:number-rows-spanned="${cell.rows}"` : '';
  const covered = '<table:covered-table-cell/>'.repeat((cell.columns ?? 1) - 1);
  const align = cell.align ?? (cell.role === 'label' ? 'center' : 'left');
  const inner = paragraphXml({ type: 'paragraph', text: cell.text, size: cell.size ?? 12, align }, names);
  return `<table:table-cell table:style-name="${style}" office:value-type="string"${span}${rows}>${inner}</table:table-cell>${covered}`;
}
