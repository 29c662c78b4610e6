import { escapeMarkup } from '../../sheet/escape.ts';
import type { Block, Cell, Paragraph, Row, Sheet, Table } from '../../sheet/sheet.ts';

const STYLE = `
@page { size: A4; margin: 20mm }
body { font-family: "Times New Roman", "標楷體", "BiauKai", "DFKai-SB", "TW-Kai", serif; color: #000; background: #fff; max-width: 170mm; margin: 10mm auto; }
table { border-collapse: collapse; table-layout: fixed; width: 100% }
th, td { border: 0.5pt solid #000; padding: 1mm 1.5mm; font-weight: normal; vertical-align: middle; overflow-wrap: anywhere; white-space: pre-wrap }
h1, h2, p { margin: 0; white-space: pre-wrap } h1, h2 { font-weight: bold }
.label, .office { background: #f2f2f2 } .heading { background: #d9d9d9 }
caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%) }
.break { break-before: page }
@media print { body { margin: 0 } }`;

/** Writes a sheet as one self-contained HTML document that prints on A4. */
export function sheetToHtml(sheet: Sheet): string {
  const body = sheet.blocks.map(blockHtml).join('\n');
  return `<!DOCTYPE html>
<html lang="zh-Hant-TW">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeMarkup(sheet.title)}</title>
<style>${STYLE}
</style>
</head>
<body>
<main>
${body}
</main>
</body>
</html>
`;
}

function blockHtml(block: Block): string {
  if (block.type === 'paragraph') return paragraphHtml(block);
  if (block.type === 'table') return tableHtml(block);
  return '<div class="break"></div>';
}

function paragraphHtml(paragraph: Paragraph): string {
  const {
    text,
    size = 12,
    bold = false,
    align = 'left',
    before = 0,
    after = 0,
    indent = 0,
    hanging = 0,
  } = paragraph;
  const tag = paragraph.heading === undefined ? 'p' : `h${paragraph.heading}`;
  const style = [
    `font-size:${size}pt`,
    `text-align:${align}`,
    `margin:${before}pt 0 ${after}pt ${indent + hanging}mm`,
    ...(hanging > 0 ? [`text-indent:-${hanging}mm`] : []),
    ...(bold ? ['font-weight:bold'] : []),
  ];
  return `<${tag} style="${style.join(';')}">${escapeMarkup(text)}</${tag}>`;
}

function tableHtml({ columns, rows, caption }: Table): string {
  const total = columns.reduce((sum, width) => sum + width, 0);
  const widths = columns
    .map((width) => `<col style="width:${((width / total) * 100).toFixed(2)}%">`)
    .join('');
  return (
    `<table style="max-width:${total}mm"><caption>${escapeMarkup(caption)}</caption>` +
    `<colgroup>${widths}</colgroup><tbody>\n${rows.map(rowHtml).join('\n')}\n</tbody></table>`
  );
}

function rowHtml({ cells, height }: Row): string {
  return `<tr style="height:${height ?? 9}mm">${cells.map(cellHtml).join('')}</tr>`;
}

function cellHtml({ role, text, columns = 1, rows = 1, align, size }: Cell): string {
  const tag = role === 'label' || role === 'heading' ? 'th' : 'td';
  const place = align ?? (role === 'label' ? 'center' : 'left');
  const style = [`text-align:${place}`, ...(size ? [`font-size:${size}pt`] : [])].join(';');
  const spans = `${columns > 1 ? ` colspan="${columns}"` : ''}${rows > 1 ? ` rowspan="${rows}"` : ''}`;
  return `<${tag} class="${role}"${spans} style="${style}">${escapeMarkup(text)}</${tag}>`;
}
