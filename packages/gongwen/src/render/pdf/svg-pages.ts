/** Background of a page, which the engine draws before the page's group; it tells the page's height and width. */
const BACKGROUND = /^ {4}<path class="typst-shape" [^>]*d="M 0 0v ([\d.]+) h ([\d.]+) v -[\d.]+ Z ?"\/>$/;
const GROUP = /^ {4}<g(?: transform="[^"]*")?>$/;
const OPENING = /viewBox="[^"]*" width="[^"]*" height="[^"]*"/;

interface Sheet {
  readonly height: string;
  readonly width: string;
  readonly lines: string[];
}

/**
 * The pages of the engine's drawing, which has them one below the other with all backgrounds at the top.
 *
 * @returns one SVG a page; the drawing itself where it is not built as expected.
 */
export function svgPages(drawing: string): string[] {
  const lines = drawing.split('\n');
  const [opening = ''] = lines;
  const shared: string[] = [];
  const sheets: Sheet[] = [];
  for (const line of lines.slice(1)) {
    const [background, height, width] = BACKGROUND.exec(line) ?? [];
    if (background !== undefined && height !== undefined && width !== undefined)
      sheets.push({ height, width, lines: [background] });
    else if (GROUP.test(line)) sheets.at(-1)?.lines.push('    <g>');
    else if (/^ {4}<(?!\/)/.test(line) || shared.length > 0) shared.push(line);
    else sheets.at(-1)?.lines.push(line);
  }
  if (sheets.length === 0 || shared.length === 0) return [drawing];
  return sheets.map(({ height, width, lines: own }) => {
    const size = `viewBox="0 0 ${width} ${height}" width="${width}pt" height="${height}pt"`;
    return [opening.replace(OPENING, size), ...own, ...shared].join('\n');
  });
}
