import type { LintContext } from './context.ts';
import { partAt, type TextPart, type TextRole } from './letter-text.ts';
import type { Finding, Rule } from './rule.ts';

/** A match of a pattern in one text of the letter. */
export interface TextMatch {
  readonly match: RegExpExecArray;
  readonly part: TextPart;
  /** Place inside the part. */
  readonly range: readonly [start: number, end: number];
}

export interface PatternSettings {
  /** Must carry `g` and must not match across a line break, which parts the texts. */
  readonly pattern: RegExp;
  /** Looks at the text as written, quotations and names included. */
  readonly raw?: true;
  /** Characters of which one must be in the letter for the pattern to match; a quick look that spares the search. */
  readonly hint?: string;
  /** Texts in which it is looked for; all when absent. */
  readonly roles?: readonly TextRole[];
  /** The right text; undefined when the place is left to the writer; `keep` when it is right after all. */
  readonly replace?: (found: TextMatch, context: LintContext) => string | undefined;
  /** False for a match that is right. */
  readonly accept?: (found: TextMatch, context: LintContext) => boolean;
  /** False where the replacement is offered only. */
  readonly safe?: (found: TextMatch) => boolean;
}

function hasAny(characters: ReadonlySet<string>, hint: string): boolean {
  for (const char of hint) if (characters.has(char)) return true;
  return false;
}

/** A character without which a pattern cannot match, where one stands outside every group and choice. */
function requiredCharacter({ source }: RegExp): string | undefined {
  let plain = source.replace(/\\[pP]\{[^}]*\}|\\./g, '.').replace(/\[[^\]]*\]/g, '.');
  while (/\([^()]*\)/.test(plain)) plain = plain.replace(/\([^()]*\)/g, '.');
  return plain.includes('|') ? undefined : /\p{Script=Han}(?![?*{])/u.exec(plain)?.[0];
}

const NONE: readonly never[] = [];

/** The roles of a pattern that is looked for in 主旨 alone. */
export const SUBJECT_ONLY: readonly TextRole[] = ['subject'];

function subjectLength({ text }: LintContext): number {
  const [first] = text.parts;
  return first?.role === 'subject' ? first.text.length : 0;
}

/** Matches of a pattern, each inside one text. */
export function matchesIn(context: LintContext, settings: PatternSettings): readonly TextMatch[] {
  const { pattern, roles, hint } = settings;
  if (hint !== undefined && !hasAny(context.text.characters, hint)) return NONE;
  const whole = settings.raw ? context.text.raw : context.text.masked;
  // 主旨 comes first; what looks at nothing else need not search the rest.
  const text = roles === SUBJECT_ONLY ? whole.slice(0, subjectLength(context)) : whole;
  pattern.lastIndex = 0;
  if (!pattern.test(text)) return NONE;
  const found: TextMatch[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    if (match[0] === '') pattern.lastIndex += 1;
    const part = partAt(context.text, match.index);
    if (!part || (roles && !roles.includes(part.role))) continue;
    const start = match.index - part.start;
    found.push({ match, part, range: [start, start + match[0].length] });
  }
  return found;
}

/** Turns matches into findings; `{found}` and `{right}` fill the rule's message. */
export function findPattern(context: LintContext, settings: PatternSettings): readonly Finding[] {
  const matches = matchesIn(context, settings);
  if (matches.length === 0) return NONE;
  const { accept, replace, safe } = settings;
  return matches
    .filter((found) => accept === undefined || accept(found, context))
    .map((found) => {
      const right = replace?.(found, context);
      const { path, text } = found.part;
      const written = text.slice(...found.range);
      return {
        path,
        range: found.range,
        params: { found: written, right: right ?? '' },
        ...(right !== undefined && { edits: [{ path, range: found.range, value: right }] }),
        ...(safe && !safe(found) && { safe: false as const }),
      };
    });
}

/** A rule that looks for a pattern in the running text. */
export function patternRule(rule: Omit<Rule, 'check'> & PatternSettings): Rule {
  const { pattern, raw, roles, replace, accept, safe, hint = requiredCharacter(pattern), ...rest } = rule;
  const settings: PatternSettings = {
    pattern,
    ...(hint !== undefined && { hint }),
    ...(raw && { raw }),
    ...(roles && { roles }),
    ...(replace && { replace }),
    ...(accept && { accept }),
    ...(safe && { safe }),
  };
  return { ...rest, check: (_, context) => findPattern(context, settings) };
}
