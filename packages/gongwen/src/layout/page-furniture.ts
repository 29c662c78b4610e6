import { type PageGeometry, POINTS_PER_CM } from './page.ts';

/** Baseline area of the page number: its line ends 1.5 cm above the lower edge of the sheet. */
export const PAGE_NUMBER_FROM_EDGE_CM = 1.5;

/** Top of the page number's line, from the upper edge of the sheet, in points. */
export function pageNumberTop(page: PageGeometry): number {
  return page.heightPt - PAGE_NUMBER_FROM_EDGE_CM * POINTS_PER_CM - 10;
}

/** A dotted stretch of the binding line, or the place of one of its characters. */
export interface BindingLine {
  /** x of the line, from the left edge of the sheet, in points. */
  readonly xPt: number;
  readonly sizePt: number;
  /** Dotted stretches, from the upper edge of the sheet. */
  readonly stretches: readonly { readonly fromPt: number; readonly toPt: number }[];
  /** Characters, each centred on a point of the line. */
  readonly characters: readonly { readonly character: string; readonly centrePt: number }[];
}

const CHARACTERS = ['裝', '訂', '線'] as const;

/** 裝┊訂┊線: 1.5 cm from the left edge of the sheet, over the height of the text. */
export function bindingLine(page: PageGeometry): BindingLine {
  const sizePt = 12;
  const fromPt = page.topPt;
  const toPt = page.heightPt - page.bottomPt;
  const step = (toPt - fromPt) / (CHARACTERS.length + 1);
  const characters = CHARACTERS.map((character, index) => ({
    character,
    centrePt: fromPt + step * (index + 1),
  }));
  const cuts = [
    fromPt,
    ...characters.flatMap(({ centrePt }) => [centrePt - sizePt, centrePt + sizePt]),
    toPt,
  ];
  const stretches: { fromPt: number; toPt: number }[] = [];
  for (let index = 0; index + 1 < cuts.length; index += 2) {
    stretches.push({ fromPt: cuts[index] ?? 0, toPt: cuts[index + 1] ?? 0 });
  }
  return { xPt: 1.5 * POINTS_PER_CM, sizePt, stretches, characters };
}

/** Half of a 騎縫標識 at an edge of a sheet; the other half is on the next or the previous sheet. */
export interface EdgeMark {
  readonly side: 'left' | 'right';
  /** Centre of the whole mark, from the upper edge of the sheet, in points. */
  readonly centrePt: number;
  readonly character: string;
}

/** Width and height of the whole mark, in points. No clause gives a size; this is practice. */
export const EDGE_MARK_SIZE = { widthPt: 44, heightPt: 26, textPt: 14 } as const;

/**
 * 騎縫標識 of one sheet: its right half closes on the left half of the next sheet's, so that a missing sheet shows.
 *
 * @param number the sheet, from 1.
 */
export function edgeMarks(page: PageGeometry, number: number, total: number): readonly EdgeMark[] {
  if (total < 2) return [];
  const centrePt = page.heightPt * 0.4;
  const before = number > 1 ? [{ side: 'left', centrePt, character: '縫' } as const] : [];
  const after = number < total ? [{ side: 'right', centrePt, character: '騎' } as const] : [];
  return [...before, ...after];
}
