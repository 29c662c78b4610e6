import type { Issue } from '@kcc/validators';
import { checkAgainstGrammar } from '../grammar/check.ts';
import type { Grammar } from '../grammar/grammar.ts';
import { editionOf, grammarOf } from '../grammar/grammars.ts';
import type { Generation } from '../model/base.ts';
import type { DeclaredEntity, Writing } from '../model/writing/writing.ts';
import type { Doctype, XmlDocument } from '../xml/document.ts';
import type { ExchangeEncoding } from '../xml/encode.ts';
import type { XmlElement } from '../xml/tree.ts';

const ENCODING_NAMES = { 'utf-8': 'UTF-8', big5: 'Big5' } as const satisfies Record<ExchangeEncoding, string>;

/** The grammar that a root is written by: an office's own first, then the generation's. */
export function grammarFor(
  root: string,
  generation: Generation,
  own: readonly Grammar[] = [],
): Grammar | undefined {
  const mine = own.filter((grammar) => grammar.root === root);
  return (
    mine.find((grammar) => grammar.generation === generation) ??
    mine[0] ??
    grammarOf(root, editionOf(generation))
  );
}

/** A document that is about to be written: declaration, DOCTYPE with the entities and their notations, root. */
export function buildDocument(
  root: XmlElement,
  entities: readonly DeclaredEntity[],
  grammar: Grammar,
  encoding: ExchangeEncoding,
): XmlDocument {
  const notations = [...new Set(entities.map(({ notation }) => notation))].sort(byRank);
  const doctype: Doctype = {
    name: root.name,
    systemId: encoding === 'big5' ? grammar.dtdNames.big5 : grammar.dtdNames.utf8,
    entities,
    notations: notations.map((name) => ({ name, systemId: '' })),
  };
  return {
    prolog: { declaration: { version: '1.0', encoding: ENCODING_NAMES[encoding] }, doctype },
    root,
    epilog: [],
  };
}

/** DI, DM, then those of the attachments, as writers usually have them. */
const byRank = (a: string, b: string) => rank(a) - rank(b) || (a < b ? -1 : 1);
const rank = (notation: string) => ({ DI: 0, DM: 1 })[notation] ?? 2;

/**
 * Checks what is about to be written by its own grammar: what does not fit is an error of the model that no earlier
 * check has named. The faults of the official DTDs stay warnings.
 */
export function checkBuilt(document: XmlDocument, grammar: Grammar, writing: Writing): readonly Issue[] {
  const issues = checkAgainstGrammar(document.root, grammar, document.prolog);
  for (const { severity, path, message } of issues) {
    if (severity === 'error') writing.report('WRITE_INVALID', path, { problem: message });
  }
  return issues.filter(({ severity }) => severity !== 'error');
}
