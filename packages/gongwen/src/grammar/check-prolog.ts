import type { Doctype } from '../xml/document.ts';
import type { CheckRun } from './check-run.ts';

/** Checks the declarations of the internal subset against each other. */
export function checkNotations(run: CheckRun, doctype: Doctype): void {
  const names = new Set<string>();
  for (const { name } of doctype.notations) {
    if (names.has(name)) run.report('GRAMMAR_NOTATION_TWICE', undefined, { found: name }, placeOf(doctype));
    names.add(name);
  }
  const seen = new Set<string>();
  for (const { name, notation, parameter } of doctype.entities) {
    if (parameter === true || seen.has(name)) continue;
    seen.add(name);
    if (notation === undefined || names.has(notation)) continue;
    run.report('GRAMMAR_NOTATION_UNKNOWN', undefined, { entity: name, found: notation }, placeOf(doctype));
  }
}

function placeOf(doctype: Doctype) {
  return doctype.start === undefined ? {} : { place: doctype.start };
}
