import type { Doctype } from '../xml/document.ts';
import type { CheckRun } from './check-run.ts';

/** Checks the declarations of the internal subset against each other. */
export function checkNotations(run: CheckRun, doctype: Doctype): void {
  const names = new Set<string>();
  for (const { name } of doctype.notations) {
    if (names.has(name)) run.report('GRAMMAR_NOTATION_TWICE', undefined, { found: name }, placeOf(doctype));
    names.add(name);
  }
  for (const entity of doctype.entities) {
    const { name, notation, parameter } = entity;
    if (!notation || parameter === true || names.has(notation)) continue;
    // Only the first declaration of a name binds.
    if (run.entity(name) !== entity) continue;
    run.report('GRAMMAR_NOTATION_UNKNOWN', undefined, { entity: name, found: notation }, placeOf(doctype));
  }
}

function placeOf({ start }: Doctype) {
  return start && { place: start };
}
