import { fillTemplate, type Issue, type Severity } from '@kcc/validators';
import type { Letter } from '../model/letter.ts';
import { type ContextOptions, createContext, type LintContext } from './context.ts';
import { type LintProfile, severityUnder, strictProfile } from './profile.ts';
import type { Edit, Finding, Rule, Tier } from './rule.ts';
import { rules as builtIn } from './rules/rules.ts';
import { annexCited } from './tables/sources.ts';

/** An {@link Issue} of a rule; `code` is the rule's id and `path` a JSON pointer into the letter. */
export interface LintIssue extends Issue {
  readonly tier: Tier;
  /** Place inside the text at `path`, in UTF-16 code units. */
  readonly range?: readonly [start: number, end: number];
  /** The changes of `fix`. */
  readonly edits?: readonly Edit[];
}

export interface LintOptions extends ContextOptions {
  /** Default {@link strictProfile}. */
  readonly profile?: LintProfile;
  /** Rules beside those of this package. */
  readonly rules?: readonly Rule[];
}

/**
 * Checks a letter against the rules of official writing.
 *
 * @returns findings in the order of the rules; empty for a letter without fault
 */
export function lintLetter(letter: Letter, options: LintOptions = {}): LintIssue[] {
  const { profile = strictProfile, rules = [] } = options;
  const finished = options.finished ?? profile.finished;
  const context = createContext(letter, {
    ...options,
    choices: { ...profile.choices, ...options.choices },
    ...(finished !== undefined && { finished }),
  });
  const issues: LintIssue[] = [];
  for (const list of [builtIn, profile.ownRules ?? [], rules]) {
    for (const rule of list) {
      const severity = severityUnder(rule, profile);
      if (severity) issues.push(...runRule(rule, letter, context, severity));
    }
  }
  return issues;
}

/** What one rule says about a letter. */
export function runRule(
  rule: Rule,
  letter: Letter,
  context: LintContext,
  severity: Severity = rule.severity,
) {
  if (rule.kinds && !rule.kinds.includes(letter.kind)) return [];
  const findings = rule.check(letter, context);
  return findings.length === 0
    ? []
    : findings.map((finding) =>
        toIssue(rule, finding, severity, annexCited(rule.source, context.choices.citeAnnex)),
      );
}

function toIssue(rule: Rule, finding: Finding, severity: Severity, source: string): LintIssue {
  const { path, range, params = {}, edits } = finding;
  const safe = rule.fix === 'safe' && finding.safe !== false;
  const [edit] = edits ?? [];
  const replacement = edits?.length === 1 && typeof edit?.value === 'string' ? edit.value : undefined;
  return {
    code: rule.id,
    severity,
    tier: rule.tier,
    path,
    ...(range && { range }),
    message: fillTemplate(rule.message, params),
    params,
    source,
    ...(edits && {
      edits,
      fix: { label: rule.title, ...(replacement !== undefined && { replacement }), safe },
    }),
  };
}
