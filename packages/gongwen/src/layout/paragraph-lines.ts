import type { ParagraphBlock } from './document.ts';
import { placeLabel } from './label.ts';
import { breakLines } from './line-break.ts';
import { measure, type TextMetrics } from './metrics.ts';
import type { Line } from './pages.ts';

/**
 * The lines of a paragraph, its label included in none of them.
 *
 * @param widthPt room between the margins, in points.
 */
export function paragraphLines(block: ParagraphBlock, widthPt: number, metrics: TextMetrics): Line[] {
  const { textXPt } = placeLabel(block, metrics);
  const size = block.sizePt;
  const texts = breakLines(block.text, (widthPt - textXPt) / size, (widthPt - block.leftPt) / size, metrics);
  return texts.map((text, index) => {
    const lineWidth = measure(text.replace(/[ 　]+$/, ''), metrics) * size;
    const left = index === 0 ? textXPt : block.leftPt;
    const xPt = block.align === 'center' ? (widthPt - lineWidth) / 2 : left;
    return { text, xPt, widthPt: lineWidth };
  });
}
