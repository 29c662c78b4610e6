import {
  type LayoutDocument,
  measureText,
  type PageGeometry,
  pageNumberText,
  TIMES_AND_SQUARE,
} from '@kcc/gongwen';
import { svg } from '../dom.ts';
import { textLine } from './runs.ts';

/** x of the binding line from the left edge of the sheet: 1.5 cm. */
const BINDING_X = 42.52;
const BINDING_SIZE = 12;
/** The line of the page number ends 1.5 cm above the lower edge. */
const NUMBER_ABOVE_EDGE = 42.52;
const NUMBER_SIZE = 10;

/** Half of a 騎縫標識: no clause gives a size; these are the ones of the other outputs. */
const EDGE = { halfPt: 22, heightPt: 26, sizePt: 14 } as const;

/** What stands on the sheet around the text: 裝訂線, 騎縫標識, page number, mark of the copy. */
export function furniture(document: LayoutDocument, page: number, total: number): SVGElement[] {
  const sheet = document.page;
  const parts: SVGElement[] = document.bindingLine ? binding(sheet) : [];
  if (document.pageNumbers) {
    const text = pageNumberText(page, total);
    const width = measureText(text, TIMES_AND_SQUARE) * NUMBER_SIZE;
    const room = sheet.widthPt - sheet.leftPt - sheet.rightPt;
    parts.push(
      ...textLine(
        text,
        sheet.leftPt + (room - width) / 2,
        sheet.heightPt - NUMBER_ABOVE_EDGE - 2,
        NUMBER_SIZE,
      ),
    );
  }
  if (document.edgeMarks && page > 1) parts.push(...edgeMark(sheet, 'left', '縫'));
  if (document.edgeMarks && page < total) parts.push(...edgeMark(sheet, 'right', '騎'));
  if (document.mark !== '' && page === 1) {
    parts.push(...textLine(document.mark, sheet.leftPt, sheet.topPt - 15, 12));
  }
  return parts;
}

function binding(sheet: PageGeometry): SVGElement[] {
  const from = sheet.topPt;
  const to = sheet.heightPt - sheet.bottomPt;
  const step = (to - from) / 4;
  const parts: SVGElement[] = [];
  let start = from;
  for (const [index, character] of [...'裝訂線'].entries()) {
    const centre = from + step * (index + 1);
    parts.push(dotted(start, centre - BINDING_SIZE));
    parts.push(
      ...textLine(character, BINDING_X - BINDING_SIZE / 2, centre + BINDING_SIZE * 0.38, BINDING_SIZE),
    );
    start = centre + BINDING_SIZE;
  }
  parts.push(dotted(start, to));
  return parts;
}

const dotted = (from: number, to: number): SVGElement =>
  svg('path', { d: `M${BINDING_X} ${from}V${to}`, class: 'dotted' });

/** Half a frame at an edge of the sheet with one of the two characters. */
function edgeMark(
  { widthPt, heightPt }: PageGeometry,
  side: 'left' | 'right',
  character: string,
): SVGElement[] {
  const centre = heightPt * 0.4;
  const top = centre - EDGE.heightPt / 2;
  const edge = side === 'left' ? 0 : widthPt;
  const inner = side === 'left' ? EDGE.halfPt : widthPt - EDGE.halfPt;
  const x = (edge + inner) / 2 - EDGE.sizePt / 2;
  return [
    svg('path', { d: `M${edge} ${top}H${inner}V${top + EDGE.heightPt}H${edge}`, class: 'cell' }),
    ...textLine(character, x, centre + EDGE.sizePt * 0.38, EDGE.sizePt),
  ];
}
