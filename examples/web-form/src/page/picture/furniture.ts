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

/** What stands on the sheet around the text: 裝訂線, page number, mark of the copy. */
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
