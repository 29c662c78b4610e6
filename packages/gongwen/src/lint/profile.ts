import type { Severity } from '@kcc/validators';
import type { LintChoices } from './context.ts';
import type { Rule } from './rule.ts';

/** What an office wants of the rules, as data. */
export interface LintProfile {
  readonly name: string;
  /** Severities that speak without being named below. */
  readonly severities: readonly Severity[];
  /** Beginnings of rule ids, such as `GW-H`; all groups when absent. */
  readonly groups?: readonly string[];
  /** Single rules: switched off, or on with a severity. */
  readonly rules?: Readonly<Record<string, 'off' | Severity>>;
  readonly choices?: Partial<LintChoices>;
  /** Treats the letter as on its way out: date, number and addressee must be there. */
  readonly finished?: boolean;
}

/** Everything an official clause demands or advises. */
export const strictProfile: LintProfile = { name: 'strict', severities: ['error', 'warning'] };

/** Only what can make an exchange fail. */
export const exchangeProfile: LintProfile = {
  name: 'exchange',
  severities: ['error'],
  groups: ['GW-S', 'GW-H', 'GW-A', 'GW-R', 'GW-E', 'GW-M', 'GW-N', 'GW-U'],
  rules: { 'GW-S012': 'error' },
};

/** A councillor's office: no agency wording for staff above or below, everything else. */
export const councilOfficeProfile: LintProfile = {
  name: 'council-office',
  severities: ['error', 'warning'],
  rules: { 'GW-H005': 'info' },
};

/** A company that writes to an agency. */
export const companyProfile: LintProfile = { name: 'company', severities: ['error', 'warning'] };

/** The profile with an agency's own settings over it. */
export function defineProfile(base: LintProfile, own: Partial<LintProfile>): LintProfile {
  return {
    ...base,
    ...own,
    rules: { ...base.rules, ...own.rules },
    choices: { ...base.choices, ...own.choices },
  };
}

/** The severity with which a rule speaks under a profile; undefined when it is silent. */
export function severityUnder(rule: Rule, profile: LintProfile): Severity | undefined {
  const own = profile.rules?.[rule.id];
  if (own === 'off') return undefined;
  if (own !== undefined) return own;
  if (rule.optIn || rule.tier === 'H' || rule.tier === 'R') return undefined;
  if (!profile.severities.includes(rule.severity)) return undefined;
  if (profile.groups && rule.id.startsWith('GW-') && !profile.groups.includes(rule.id.slice(0, 4)))
    return undefined;
  return rule.severity;
}
