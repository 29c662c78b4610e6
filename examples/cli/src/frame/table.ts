/** Columns that a character takes on a terminal: 2 for East Asian wide ones. */
function widthOf(text: string): number {
  let width = 0;
  for (const character of text) {
    width +=
      /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|[\u{20000}-\u{3fffd}]/u.test(
        character,
      )
        ? 2
        : 1;
  }
  return width;
}

/** Rows in columns, aligned for Chinese text; the first row is the heading when `heading` is true. */
export function table(rows: readonly (readonly string[])[], { heading = true } = {}): string {
  const widths: number[] = [];
  for (const row of rows) {
    row.forEach((cell, column) => {
      widths[column] = Math.max(widths[column] ?? 0, widthOf(cell));
    });
  }
  const lines = rows.map((row) =>
    row
      .map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - widthOf(cell)))
      .join('  ')
      .trimEnd(),
  );
  if (heading && lines.length > 1) lines.splice(1, 0, '─'.repeat(Math.max(...lines.map(widthOf))));
  return lines.join('\n');
}
