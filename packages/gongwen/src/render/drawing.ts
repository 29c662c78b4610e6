import type { PageGeometry } from '../layout/page.ts';
import { bindingLine, EDGE_MARK_SIZE, edgeMarks } from '../layout/page-furniture.ts';
import type { Contour } from './fonts/outline.ts';

/** One figure of a page's pictures: a filled outline or a dotted or plain line. Points from the sheet's upper left corner. */
export type Figure =
  | { readonly type: 'fill'; readonly contours: readonly Contour[] }
  | {
      readonly type: 'line';
      readonly from: readonly [x: number, y: number];
      readonly to: readonly [x: number, y: number];
      readonly dotted: boolean;
    };

/** Gives the outline of a character, scaled to 1 em; undefined where there is none. */
export type OutlineSource = (character: string) => readonly Contour[] | undefined;

/** The characters that the pictures of a sheet need. */
export const DRAWN_CHARACTERS = '裝訂線騎縫';

/** The character's outline with its cell centred on a point. */
function character(
  outlines: OutlineSource,
  text: string,
  centreX: number,
  centreY: number,
  sizePt: number,
): Figure[] {
  const place = ({ x, y }: { readonly x: number; readonly y: number }) => ({
    x: centreX + (x - 0.5) * sizePt,
    y: centreY + (0.38 - y) * sizePt,
  });
  const contours = outlines(text)?.map(({ from, segments }) => ({
    from: place(from),
    segments: segments.map(({ control, to }) =>
      control === undefined ? { to: place(to) } : { control: place(control), to: place(to) },
    ),
  }));
  return contours === undefined ? [] : [{ type: 'fill', contours }];
}

/** 裝訂線 as figures. The characters are outlines, not text: nobody copies or reads them aloud. */
export function bindingFigures(page: PageGeometry, outlines: OutlineSource): readonly Figure[] {
  const { xPt, sizePt, stretches, characters } = bindingLine(page);
  return [
    ...stretches.map(
      ({ fromPt, toPt }): Figure => ({ type: 'line', from: [xPt, fromPt], to: [xPt, toPt], dotted: true }),
    ),
    ...characters.flatMap((entry) => character(outlines, entry.character, xPt, entry.centrePt, sizePt)),
  ];
}

/** 騎縫標識 of one sheet as figures: half a frame at the edge with half of the words. */
export function edgeFigures(
  page: PageGeometry,
  outlines: OutlineSource,
  number: number,
  total: number,
): readonly Figure[] {
  const { widthPt, heightPt, textPt } = EDGE_MARK_SIZE;
  return edgeMarks(page, number, total).flatMap(({ side, centrePt, character: text }): Figure[] => {
    const edge = side === 'left' ? 0 : page.widthPt;
    const inner = side === 'left' ? widthPt / 2 : page.widthPt - widthPt / 2;
    const [top, bottom] = [centrePt - heightPt / 2, centrePt + heightPt / 2];
    const line = (from: [number, number], to: [number, number]): Figure => ({
      type: 'line',
      from,
      to,
      dotted: false,
    });
    return [
      line([edge, top], [inner, top]),
      line([inner, top], [inner, bottom]),
      line([inner, bottom], [edge, bottom]),
      ...character(outlines, text, (edge + inner) / 2, centrePt, textPt),
    ];
  });
}

const number = (value: number): string => String(Math.round(value * 100) / 100);

/** A closed contour as SVG path data. */
export function contourPath({ from, segments }: Contour): string {
  const steps = segments.map(({ control, to }) =>
    control === undefined
      ? `L${number(to.x)} ${number(to.y)}`
      : `Q${number(control.x)} ${number(control.y)} ${number(to.x)} ${number(to.y)}`,
  );
  return `M${number(from.x)} ${number(from.y)}${steps.join('')}Z`;
}

/** The filled figures of a picture as one outline, for outputs that place drawings one by one. */
export interface FilledOutline {
  readonly contours: readonly Contour[];
  /** The box around it, in points from the sheet's upper left corner. */
  readonly xPt: number;
  readonly yPt: number;
  readonly widthPt: number;
  readonly heightPt: number;
}

/** The filled figures as one outline; undefined when there are none. */
export function filledOutline(figures: readonly Figure[]): FilledOutline | undefined {
  const contours = figures.flatMap((figure) => (figure.type === 'fill' ? figure.contours : []));
  if (contours.length === 0) return undefined;
  const points = contours.flatMap(({ from, segments }) => [from, ...segments.map((segment) => segment.to)]);
  const xs = points.map(({ x }) => x);
  const ys = points.map(({ y }) => y);
  const [xPt, yPt] = [Math.min(...xs), Math.min(...ys)];
  return { contours, xPt, yPt, widthPt: Math.max(...xs) - xPt, heightPt: Math.max(...ys) - yPt };
}

/** Figures as an SVG picture of the whole sheet. */
export function figuresToSvg(figures: readonly Figure[], page: PageGeometry): string {
  const parts = figures.map((figure) => {
    if (figure.type === 'fill') return `<path d="${figure.contours.map(contourPath).join('')}"/>`;
    const [[x1, y1], [x2, y2]] = [figure.from, figure.to];
    const dash = figure.dotted ? ' stroke-dasharray="0.1 4" stroke-linecap="round"' : '';
    return `<path d="M${number(x1)} ${number(y1)}L${number(x2)} ${number(y2)}" fill="none" stroke="black" stroke-width="${figure.dotted ? 1 : 0.8}"${dash}/>`;
  });
  const size = `width="${page.widthPt}" height="${page.heightPt}" viewBox="0 0 ${page.widthPt} ${page.heightPt}"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size}>${parts.join('')}</svg>`;
}
