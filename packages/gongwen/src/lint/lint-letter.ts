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
  const run = ({ rule, severity }: ActiveRule) => {
    const findings = rule.check(letter, context);
    if (findings.length > 0) issues.push(...toIssues(rule, findings, severity, context));
  };
  for (const active of builtInUnder(profile, letter.kind)) run(active);
  for (const active of activeRules(rules, profile, letter.kind)) run(active);
  return issues;
}

interface ActiveRule {
  readonly rule: Rule;
  readonly severity: Severity;
}

/** The rules that speak under a profile, by kind of letter; worked out once, since a profile is a constant. */
const known = new WeakMap<LintProfile, Map<string, readonly ActiveRule[]>>();

function builtInUnder(profile: LintProfile, kind: string): readonly ActiveRule[] {
  const kinds = known.get(profile) ?? new Map<string, readonly ActiveRule[]>();
  known.set(profile, kinds);
  const found = kinds.get(kind) ?? activeRules([...builtIn, ...(profile.ownRules ?? [])], profile, kind);
  kinds.set(kind, found);
  return found;
}

function activeRules(rules: readonly Rule[], profile: LintProfile, kind: string): readonly ActiveRule[] {
  return rules.flatMap((rule): readonly ActiveRule[] => {
    const severity = severityUnder(rule, profile);
    return severity && (!rule.kinds || rule.kinds.includes(kind)) ? [{ rule, severity }] : [];
  });
}

/** What one rule says about a letter. */
export function runRule(
  rule: Rule,
  letter: Letter,
  context: LintContext,
  severity: Severity = rule.severity,
) {
  if (rule.kinds && !rule.kinds.includes(letter.kind)) return [];
  return toIssues(rule, rule.check(letter, context), severity, context);
}

function toIssues(rule: Rule, findings: readonly Finding[], severity: Severity, context: LintContext) {
  const source = annexCited(rule.source, context.choices.citeAnnex);
  return findings.map((finding) => toIssue(rule, finding, severity, source));
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
