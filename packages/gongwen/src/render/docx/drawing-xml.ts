import { type Figure, filledOutline } from '../drawing.ts';
import type { Contour } from '../fonts/outline.ts';

const EMU_PER_POINT = 12700;
const MAIN = 'http://schemas.openxmlformats.org/drawingml/2006/main';
const SHAPE = 'http://schemas.microsoft.com/office/word/2010/wordprocessingShape';
const DECORATIVE = 'http://schemas.microsoft.com/office/drawing/2017/decorative';

const emu = (points: number): number => Math.round(points * EMU_PER_POINT);

interface Box {
  readonly xPt: number;
  readonly yPt: number;
  readonly widthPt: number;
  readonly heightPt: number;
}

/** An anchored shape behind the text, placed from the corner of the sheet and marked as decoration. */
function anchored(box: Box, id: number, geometry: string, look: string): string {
  const size = `cx="${emu(box.widthPt)}" cy="${emu(box.heightPt)}"`;
  const extension = `<a:extLst xmlns:a="${MAIN}"><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative xmlns:adec="${DECORATIVE}" val="1"/></a:ext></a:extLst>`;
  const anchor = [
    `<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="${id}" behindDoc="1" locked="0" layoutInCell="1" allowOverlap="1">`,
    '<wp:simplePos x="0" y="0"/>',
    `<wp:positionH relativeFrom="page"><wp:posOffset>${emu(box.xPt)}</wp:posOffset></wp:positionH>`,
    `<wp:positionV relativeFrom="page"><wp:posOffset>${emu(box.yPt)}</wp:posOffset></wp:positionV>`,
    `<wp:extent ${size}/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>`,
    `<wp:docPr id="${id}" name="sheet-${id}" descr="">${extension}</wp:docPr><wp:cNvGraphicFramePr/>`,
    `<a:graphic xmlns:a="${MAIN}"><a:graphicData uri="${SHAPE}"><wps:wsp><wps:cNvSpPr/>`,
    `<wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext ${size}/></a:xfrm>${geometry}${look}</wps:spPr><wps:bodyPr/></wps:wsp>`,
    '</a:graphicData></a:graphic></wp:anchor>',
  ].join('');
  return `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>${anchor}</w:drawing></mc:Choice></mc:AlternateContent></w:r>`;
}

function lineXml(figure: Extract<Figure, { type: 'line' }>, id: number): string {
  const [[x1, y1], [x2, y2]] = [figure.from, figure.to];
  const box = {
    xPt: Math.min(x1, x2),
    yPt: Math.min(y1, y2),
    widthPt: Math.abs(x2 - x1),
    heightPt: Math.abs(y2 - y1),
  };
  const dash = figure.dotted ? '<a:prstDash val="dot"/>' : '';
  const look = `<a:ln w="${emu(0.75)}"><a:solidFill><a:srgbClr val="000000"/></a:solidFill>${dash}</a:ln>`;
  return anchored(box, id, '<a:prstGeom prst="line"><a:avLst/></a:prstGeom>', look);
}

function contourXml({ from, segments }: Contour, { xPt, yPt }: Box): string {
  const point = ({ x, y }: { readonly x: number; readonly y: number }) =>
    `<a:pt x="${emu(x - xPt)}" y="${emu(y - yPt)}"/>`;
  const steps = segments.map(({ control, to }) =>
    control === undefined
      ? `<a:lnTo>${point(to)}</a:lnTo>`
      : `<a:quadBezTo>${point(control)}${point(to)}</a:quadBezTo>`,
  );
  return `<a:moveTo>${point(from)}</a:moveTo>${steps.join('')}<a:close/>`;
}

function outlineXml(figures: readonly Figure[], id: number): string {
  const box = filledOutline(figures);
  if (box === undefined) return '';
  const path = box.contours.map((contour) => contourXml(contour, box)).join('');
  const size = `w="${emu(box.widthPt)}" h="${emu(box.heightPt)}"`;
  const geometry = `<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/><a:pathLst><a:path ${size}>${path}</a:path></a:pathLst></a:custGeom>`;
  const look = '<a:solidFill><a:srgbClr val="000000"/></a:solidFill><a:ln><a:noFill/></a:ln>';
  return anchored(box, id, geometry, look);
}

/** The pictures of a sheet as runs of a header: they hold no text, and screen readers pass them over. */
export function drawingsXml(figures: readonly Figure[]): string {
  const lines = figures.filter((figure) => figure.type === 'line');
  return `${lines.map((figure, index) => lineXml(figure, index + 1)).join('')}${outlineXml(figures, lines.length + 1)}`;
}
