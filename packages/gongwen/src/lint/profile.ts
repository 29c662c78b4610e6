import type { Severity } from '@kcc/validators';
import type { LintChoices } from './choices.ts';
import type { Rule, Tier } from './rule.ts';
import { companyRules, officeRules } from './rules/own-rules.ts';

/** What an office wants of the rules, as data. */
export interface LintProfile {
  readonly name: string;
  /** Severities that speak without being named below. */
  readonly severities: readonly Severity[];
  /** Beginnings of rule ids, such as `GW-H`; all groups when absent. */
  readonly groups?: readonly string[];
  /** Tiers that speak without being named below. Default: all but H. */
  readonly tiers?: readonly Tier[];
  /** Single rules: switched off, or on with a severity. */
  readonly rules?: Readonly<Record<string, 'off' | Severity>>;
  readonly choices?: Partial<LintChoices>;
  /** Treats the letter as on its way out: date, number and addressee must be there. */
  readonly finished?: boolean;
  /** Rules of one's own, by value. */
  readonly ownRules?: readonly Rule[];
}

/** Everything an official clause demands or advises. */
export const strictProfile: LintProfile = { name: 'strict', severities: ['error', 'warning'] };

/** What the clauses demand and advise, and what textbooks and offices do besides; only guesses (tier H) stay silent. */
export const fullProfile: LintProfile = { name: 'full', severities: ['error', 'warning', 'info'] };

/** Only what can make an exchange fail. */
export const exchangeProfile: LintProfile = {
  name: 'exchange',
  severities: ['error'],
  groups: ['GW-S', 'GW-H', 'GW-A', 'GW-R', 'GW-E', 'GW-M', 'GW-N', 'GW-U'],
  rules: { 'GW-S012': 'error' },
};

/** A text that is still being written: dictionary rules alone. */
export const draftProfile: LintProfile = {
  name: 'draft',
  severities: ['error', 'warning'],
  tiers: ['K'],
  // What is still to be filled in is no fault of a draft.
  rules: { 'GW-S012': 'off' },
};

/** A councillor's office: no agency wording for staff above or below, everything else. */
export const councilOfficeProfile: LintProfile = {
  name: 'council-office',
  severities: ['error', 'warning'],
  rules: { 'GW-H005': 'info', 'GW-G001': 'off', 'GW-T020': 'off' },
  ownRules: officeRules,
};

/** A company that writes to an agency: a 函 without 密等 that calls itself 本公司. */
export const companyProfile: LintProfile = {
  name: 'company',
  severities: ['error', 'warning'],
  rules: { 'GW-G001': 'off' },
  ownRules: companyRules,
};

/** The profile with an agency's own settings over it. */
export function defineProfile(base: LintProfile, own: Partial<LintProfile>): LintProfile {
  return {
    ...base,
    ...own,
    rules: { ...base.rules, ...own.rules },
    choices: { ...base.choices, ...own.choices },
    ownRules: [...(base.ownRules ?? []), ...(own.ownRules ?? [])],
  };
}

/** The severity with which a rule speaks under a profile; undefined when it is silent. */
export function severityUnder(rule: Rule, profile: LintProfile): Severity | undefined {
  const own = profile.rules?.[rule.id];
  if (own === 'off') return undefined;
  if (own !== undefined) return own;
  if (rule.optIn) return undefined;
  if (profile.tiers ? !profile.tiers.includes(rule.tier) : rule.tier === 'H') return undefined;
  if (!profile.severities.includes(rule.severity)) return undefined;
  if (profile.groups && rule.id.startsWith('GW-') && !profile.groups.includes(rule.id.slice(0, 4)))
    return undefined;
  return rule.severity;
}
