import { inBody } from '../examples.ts';
import { patternRule } from '../pattern-rule.ts';
import type { Rule } from '../rule.ts';
import { characterTable, SWAPS, type WordRow } from '../tables/character-table.ts';
import { cite } from '../tables/sources.ts';
import { wordTable } from '../tables/word-table.ts';

/** Message of every row of the tables. */
export const WORD_MESSAGE = '「{found}」應作「{right}」；請改正';

function ruleOf({ id, wrong, right, guard, bad, good }: WordRow): Rule {
  const pattern = new RegExp(wrong, 'g');
  const swap = SWAPS[id];
  return patternRule({
    id,
    severity: 'warning',
    tier: 'K',
    fix: guard === 'safe' ? 'safe' : 'offered',
    ...(guard === 'silent' && { optIn: true as const }),
    title: `統一用字用語：${bad}→${good[0] ?? right}`,
    message: WORD_MESSAGE,
    source: cite(id.startsWith('GW-W') ? 'words' : 'characters'),
    pattern,
    replace: ({ match }) =>
      swap
        ? match[0].replace(...swap)
        : // Groups only: what stands around the match decided whether it is one.
          right.replace(/\$(\d)/g, (_, group: string) => match[Number(group)] ?? ''),
    bad: [inBody(`${bad}。`)],
    good: good.map((text) => inBody(`${text}。`)),
  });
}

/** C: 法律統一用字, and W: 法律統一用語. */
export const characterRules: readonly Rule[] = [...characterTable, ...wordTable].map(ruleOf);
