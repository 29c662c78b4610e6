import type { ParagraphBlock } from './document.ts';
import { measure, type TextMetrics } from './metrics.ts';

/** How the text is brought to its edge behind a label: by spacing the label's last character, or by a tab. */
export interface LabelPlace {
  /** Width of the label without any spacing, in points. */
  readonly widthPt: number;
  /** Added behind the label's last character, in points; may be negative. */
  readonly spacingPt: number;
  /** True when the text starts at the block's left edge by a tab. */
  readonly tab: boolean;
  /** Where the text of the first line starts, from the left margin, in points. */
  readonly textXPt: number;
}

/** Up to this part of the type size a gap is invisible to readers of the PDF's text: no word space is inferred. */
const WIDEST_SPACING = 0.095;
/** A full-width colon has this much blank at its right, which the text may use. */
const NARROWEST_SPACING = -0.32;

/** Places the text behind its label so that the first line and the wrapped ones have one left edge where they can. */
export function placeLabel(block: ParagraphBlock, metrics: TextMetrics): LabelPlace {
  const startPt = block.leftPt - block.hangingPt;
  const widthPt = measure(block.label, metrics) * block.sizePt;
  const gap = block.hangingPt - widthPt;
  if (block.label === '' || block.text === '')
    return { widthPt, spacingPt: 0, tab: false, textXPt: startPt + widthPt };
  const widest = WIDEST_SPACING * block.sizePt;
  if (gap > 2 * widest) return { widthPt, spacingPt: 0, tab: true, textXPt: block.leftPt };
  const spacingPt = gap < NARROWEST_SPACING * block.sizePt ? 0 : Math.min(gap, widest);
  return { widthPt, spacingPt, tab: false, textXPt: startPt + widthPt + spacingPt };
}
