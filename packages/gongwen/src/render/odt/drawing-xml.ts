import { contourPath, type Figure, filledOutline } from '../drawing.ts';
import { pt } from './names.ts';

/** Graphic styles of the pictures of a sheet. */
export const DRAWING_STYLES = [
  '<draw:stroke-dash draw:name="Gongwen_dots" draw:style="rect" draw:dots1="1" draw:dots1-length="0.75pt" draw:distance="3pt"/>',
].join('');

const behind =
  'style:run-through="background" style:wrap="run-through" style:number-wrapped-paragraphs="no-limit" style:vertical-pos="from-top" style:vertical-rel="page" style:horizontal-pos="from-left" style:horizontal-rel="page" draw:wrap-influence-on-position="once-concurrent"';

const graphicStyle = (name: string, properties: string): string =>
  `<style:style style:name="${name}" style:family="graphic"><style:graphic-properties ${properties} ${behind}/></style:style>`;

/** Automatic styles of the pictures. */
export const DRAWING_AUTOMATIC_STYLES = [
  graphicStyle(
    'Gongwen_dotted',
    'draw:stroke="dash" draw:stroke-dash="Gongwen_dots" svg:stroke-width="0.75pt" svg:stroke-color="#000000" draw:fill="none"',
  ),
  graphicStyle(
    'Gongwen_line',
    'draw:stroke="solid" svg:stroke-width="0.75pt" svg:stroke-color="#000000" draw:fill="none"',
  ),
  graphicStyle('Gongwen_outline', 'draw:stroke="none" draw:fill="solid" draw:fill-color="#000000"'),
].join('');

function lineXml(figure: Extract<Figure, { type: 'line' }>): string {
  const [[x1, y1], [x2, y2]] = [figure.from, figure.to];
  const style = figure.dotted ? 'Gongwen_dotted' : 'Gongwen_line';
  return `<draw:line text:anchor-type="char" draw:z-index="0" draw:style-name="${style}" svg:x1="${pt(x1)}" svg:y1="${pt(y1)}" svg:x2="${pt(x2)}" svg:y2="${pt(y2)}"/>`;
}

/** Hundredths of a point: a viewBox holds whole numbers. */
const UNITS_PER_POINT = 100;

function outlineXml(figures: readonly Figure[]): string {
  const box = filledOutline(figures);
  if (box === undefined) return '';
  const place = ({ x, y }: { readonly x: number; readonly y: number }) => ({
    x: Math.round((x - box.xPt) * UNITS_PER_POINT),
    y: Math.round((y - box.yPt) * UNITS_PER_POINT),
  });
  const path = box.contours
    .map(({ from, segments }) =>
      contourPath({
        from: place(from),
        segments: segments.map(({ control, to }) =>
          control === undefined ? { to: place(to) } : { control: place(control), to: place(to) },
        ),
      }),
    )
    .join('');
  const view = `0 0 ${Math.round(box.widthPt * UNITS_PER_POINT)} ${Math.round(box.heightPt * UNITS_PER_POINT)}`;
  return `<draw:path text:anchor-type="char" draw:z-index="0" draw:style-name="Gongwen_outline" svg:x="${pt(box.xPt)}" svg:y="${pt(box.yPt)}" svg:width="${pt(box.widthPt)}" svg:height="${pt(box.heightPt)}" svg:viewBox="${view}" svg:d="${path}"/>`;
}

/** The pictures of a sheet for a header: they hold no text. */
export function drawingsXml(figures: readonly Figure[]): string {
  const lines = figures.flatMap((figure) => (figure.type === 'line' ? [lineXml(figure)] : []));
  return `${lines.join('')}${outlineXml(figures)}`;
}
