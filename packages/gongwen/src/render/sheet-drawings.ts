import type { LayoutDocument } from '../layout/document.ts';
import { paginate } from '../layout/paginate.ts';
import { bindingFigures, DRAWN_CHARACTERS, edgeFigures, type Figure } from './drawing.ts';
import { loadBundledOutlines } from './fonts/bundled-outlines.ts';

/** Pictures of the sheets of a document whose pages are made by the program that opens it. */
export interface SheetDrawings {
  readonly first: readonly Figure[];
  readonly rest: readonly Figure[];
}

/** True when the sheets carry 騎縫標識: asked for, and more than one sheet. */
export function hasEdgeMarks(document: LayoutDocument): boolean {
  return document.edgeMarks && paginate(document).pages.length > 1;
}

/**
 * Binding line and edge marks for a docx or odt.
 *
 * Such a document has one header for its first page and one for all others, so that from page 2 on every sheet has
 * both halves of the edge mark, the last one too.
 */
export async function loadSheetDrawings(document: LayoutDocument, edges: boolean): Promise<SheetDrawings> {
  const { page, bindingLine } = document;
  if (!bindingLine && !edges) return { first: [], rest: [] };
  const outlines = await loadBundledOutlines(DRAWN_CHARACTERS);
  const binding = bindingLine ? bindingFigures(page, outlines) : [];
  if (!edges) return { first: binding, rest: binding };
  return {
    first: [...binding, ...edgeFigures(page, outlines, 1, 3)],
    rest: [...binding, ...edgeFigures(page, outlines, 2, 3)],
  };
}
