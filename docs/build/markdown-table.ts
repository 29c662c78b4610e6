/** Text that may stand in a table or a line: no mark-up of its own, no line break. */
export function cell(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[<>|{}]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** A Markdown table; cells that begin with a back-tick are taken as they stand. */
export function tableOf(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const body = rows.map((row) => line(row.map((text) => (text.startsWith('`') ? text : cell(text)))));
  return [line(head), line(head.map(() => '---')), ...body, ''].join('\n');
}
