import { type Edition, letterTagsOf } from './generations.ts';
import type { Grammar, GrammarGeneration, GrammarRevision } from './grammar.ts';
import { UNKNOWN_ROOTS } from './roots.ts';

/** Roots an edition is known or believed to have although their models were never seen. */
function isBelieved(root: string, edition: Edition): boolean {
  return UNKNOWN_ROOTS[root] !== undefined || (root === '令' && (edition === '93' || edition === '91'));
}

/**
 * A grammar of which nothing is proven: any known element may stand inside the root, and the known elements are checked
 * by their own rules. Used only where the caller asks for unverified grammars.
 */
export function unverifiedGrammar(root: string, edition: Edition): Grammar | undefined {
  if (!isBelieved(root, edition)) return undefined;
  const [generation, revision] = edition.split('-');
  const name = `${generation}_unverified.dtd`;
  return {
    id: `${edition}/${root}`,
    // an edition's name begins with its generation and ends with its revision
    generation: generation as GrammarGeneration,
    ...(revision === undefined ? {} : { revision: revision as GrammarRevision }),
    root,
    ...(root === '令' ? { kind: 'decree' as const } : {}),
    dtdName: name,
    dtdNames: { utf8: name, big5: name },
    elements: { ...letterTagsOf(edition), [root]: { content: 'ANY' } },
    defects: [],
    evidence: 'unverified',
    evidenceNote: UNKNOWN_ROOTS[root] ?? '這一版的內容模型沒有公開資料',
  };
}
