import type { Issue } from '@kcc/validators';
import { grammarIssue } from './check-run.ts';
import { EDITIONS, type Edition } from './generations.ts';
import type { Grammar, GrammarGeneration, GrammarRevision } from './grammar.ts';
import { dtdNameIndex, editionOf, grammarOf, isRootName, type NamedDtd } from './grammars.ts';
import { UNKNOWN_ROOTS } from './roots.ts';
import { unverifiedGrammar } from './unverified.ts';

/** What is known about a document whose grammar is wanted. */
export interface GrammarQuery {
  /** Name of the root element. */
  readonly root: string;
  /** The DTD's file name in the DOCTYPE; letter case and a path before it do not matter. */
  readonly systemId?: string | undefined;
  /** Overrides what the DTD's name says. */
  readonly generation?: GrammarGeneration | undefined;
  /** Revision of 104; the current one by default. */
  readonly revision?: GrammarRevision | undefined;
  /** Also guess grammars of which nothing is proven. */
  readonly unverified?: boolean | undefined;
  /** An office's own grammars (see `extendGrammar`), looked at first. */
  readonly grammars?: readonly Grammar[] | undefined;
}

/** How a grammar was chosen. */
export type ChosenBy = 'option' | 'dtd' | 'root';

export type GrammarChoice =
  | { readonly grammar: Grammar; readonly chosenBy: ChosenBy; readonly issues: readonly Issue[] }
  /** No grammar may be used; the issue gives the reason. */
  | { readonly grammar?: undefined; readonly issues?: undefined; readonly refusal: Issue };

/**
 * Finds the grammar of a document: the root element says what kind of document it is, the DTD's name which generation.
 */
export function findGrammar(query: GrammarQuery): GrammarChoice {
  const own = findOwn(query);
  if (own !== undefined) return own;
  const { root, systemId } = query;
  const dtd = systemId === undefined ? undefined : baseName(systemId);
  const named = dtd === undefined ? undefined : byDtdName(dtd, query.revision);
  const edition =
    query.generation === undefined
      ? (named?.edition ?? guessEdition(dtd, query.revision))
      : editionOf(query.generation, query.revision);
  const grammar = grammarOf(root, edition);
  if (grammar === undefined) return elsewhere(query, edition);
  const issues: Issue[] = [];
  if (dtd !== undefined && query.generation === undefined)
    issues.push(...judgeDtd(dtd, named?.root, grammar));
  if (grammar.evidence === 'derived')
    issues.push(grammarIssue('GRAMMAR_DERIVED', 'info', { grammar: grammar.id }));
  const chosenBy = query.generation !== undefined ? 'option' : named !== undefined ? 'dtd' : 'root';
  return { grammar, chosenBy, issues };
}

function findOwn({ grammars = [], root, systemId }: GrammarQuery): GrammarChoice | undefined {
  if (grammars.length === 0) return undefined;
  const dtd = systemId === undefined ? undefined : baseName(systemId);
  const fitting = grammars.filter((grammar) => grammar.root === root);
  const named = fitting.find(
    ({ dtdNames: { utf8, big5 } }) => dtd === utf8.toLowerCase() || dtd === big5.toLowerCase(),
  );
  if (named !== undefined) return { grammar: named, chosenBy: 'dtd', issues: [] };
  const grammar = isRootName(root) ? undefined : fitting[0];
  if (grammar === undefined) return undefined;
  return { grammar, chosenBy: 'root', issues: dtd === undefined ? [] : judgeDtd(dtd, undefined, grammar) };
}

/** The root has no grammar in the edition: another edition's, or none. */
function elsewhere(query: GrammarQuery, edition: Edition): GrammarChoice {
  const { root, unverified = false } = query;
  if (unverified) {
    const guess = unverifiedGrammar(root, edition);
    const issue = grammarIssue('GRAMMAR_UNVERIFIED', 'warning', { grammar: guess?.id ?? root });
    if (guess !== undefined) return { grammar: guess, chosenBy: 'root', issues: [issue] };
  }
  const substitute = EDITIONS.map((other) => grammarOf(root, other)).find((grammar) => grammar !== undefined);
  if (substitute === undefined || query.generation !== undefined) return refuse(root, edition);
  const params = { generation: edition, root, used: substitute.id };
  return {
    grammar: substitute,
    chosenBy: 'root',
    issues: [grammarIssue('GRAMMAR_GENERATION_LACKS', 'error', params)],
  };
}

function refuse(root: string, edition: Edition): GrammarChoice {
  const reason = UNKNOWN_ROOTS[root] ?? defaultReason(root, edition);
  return { refusal: grammarIssue('GRAMMAR_ROOT_UNKNOWN', 'error', { root, reason }) };
}

function defaultReason(root: string, edition: Edition): string {
  if (isRootName(root)) return `${edition} 版沒有這個文件，或其 DTD 沒有公開資料`;
  return '不是公文電子交換的根元素；機關自訂的文件可用 extendGrammar 定義';
}

/** File name without path, blanks and letter case. */
function baseName(systemId: string): string {
  const path = /^[^<>|?*"\n]*[\\/]/.exec(systemId)?.[0] ?? '';
  return systemId.slice(path.length).trim().toLowerCase();
}

let dtdNames: ReadonlyMap<string, NamedDtd> | undefined;

function byDtdName(dtd: string, revision: GrammarRevision | undefined): NamedDtd | undefined {
  dtdNames ??= dtdNameIndex();
  const named = dtdNames.get(dtd);
  return named?.edition === '104-2020' && revision === '2015' ? { ...named, edition: '104-2015' } : named;
}

/** `99_cdc1_utf8.dtd` of an agency's own tells the generation at least. */
function guessEdition(dtd: string | undefined, revision: GrammarRevision | undefined): Edition {
  const number = /^(91|93|97|99|104)_/.exec(dtd ?? '')?.[1];
  return editionOf((number ?? '104') as GrammarGeneration, revision);
}

function judgeDtd(dtd: string, belongs: string | undefined, grammar: Grammar): readonly Issue[] {
  const expected = dtd.endsWith('_big5.dtd') ? grammar.dtdNames.big5 : grammar.dtdNames.utf8;
  if (belongs === undefined) {
    return [grammarIssue('GRAMMAR_DTD_UNKNOWN', 'warning', { dtd, grammar: grammar.id, expected })];
  }
  if (belongs === grammar.root) return [];
  return [grammarIssue('GRAMMAR_DTD_OTHER', 'error', { dtd, belongs, root: grammar.root, expected })];
}
