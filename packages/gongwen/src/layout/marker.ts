import { deriveMarker } from '../model/marker.ts';

/** Width of the brackets of 項次: the handbook's editions disagree (layout conflict C3). */
export type BracketWidth = 'half' | 'full';

/** Number of levels with a marker of their own: the handbook's 一、 (一) 1、 (1) and the agencies' 甲、 (甲) 子、 (子). */
export const MARKER_LEVELS = 8;

/**
 * 項次 — the marker printed before an item.
 *
 * @param level 1 for 一、, 2 for (一), 3 for 1、, 4 for (1), 5–8 for 甲、(甲)子、(子).
 * @param index 1 for the first item of its parent.
 */
export function itemMarker(level: number, index: number, brackets: BracketWidth = 'half'): string {
  if (!Number.isInteger(level) || level < 1) throw new RangeError(`level must be 1 or more, got ${level}`);
  if (!Number.isInteger(index) || index < 1) throw new RangeError(`index must be 1 or more, got ${index}`);
  const marker = deriveMarker(level - 1, index - 1);
  return brackets === 'full' ? marker.replace('(', '（').replace(')', '）') : marker;
}
