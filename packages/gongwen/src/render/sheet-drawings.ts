import type { LayoutDocument } from '../layout/document.ts';
import { bindingFigures, DRAWN_CHARACTERS, edgeFigures, type Figure } from './drawing.ts';
import { loadBundledOutlines } from './fonts/bundled-outlines.ts';

/** Pictures of the sheets of a document whose pages are made by the program that opens it. */
export interface SheetDrawings {
  readonly first: readonly Figure[];
  readonly rest: readonly Figure[];
}

/**
 * Binding line and edge marks for a docx or odt.
 *
 * Such a document has one header for its first page and one for all others, so that from page 2 on every sheet has
 * both halves of the edge mark, the last one too.
 *
 * @param countPages called only when the letter has edge marks.
 */
export async function loadSheetDrawings(
  document: LayoutDocument,
  countPages: () => number,
): Promise<SheetDrawings> {
  const { page } = document;
  if (!document.bindingLine && !document.edgeMarks) return { first: [], rest: [] };
  const outlines = await loadBundledOutlines(DRAWN_CHARACTERS);
  const binding = document.bindingLine ? bindingFigures(page, outlines) : [];
  const total = document.edgeMarks ? countPages() : 1;
  const rest = [...binding, ...(total > 1 ? edgeFigures(page, outlines, 2, 3) : [])];
  if (total < 2) return { first: rest, rest };
  return { first: [...binding, ...edgeFigures(page, outlines, 1, total)], rest };
}
