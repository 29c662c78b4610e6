export { CONFLICTS, type Conflict, DEFAULT_CHOICES, type LintChoices } from './choices.ts';
export {
  type AgencyCodes,
  type ContextOptions,
  createContext,
  type LintContext,
  type Surroundings,
} from './context.ts';
export { applyEdits, type FixedLetter, fixLetter } from './fix-letter.ts';
export { renderLedger, specifiedIds } from './ledger.ts';
export type { LetterText, TextPart, TextRole } from './letter-text.ts';
export { type LintIssue, type LintOptions, lintLetter, runRule } from './lint-letter.ts';
export { measurePdf } from './measure-pdf.ts';
export { type PatternSettings, patternRule, type TextMatch } from './pattern-rule.ts';
export type { PrintedFile, PrintedFont } from './printed.ts';
export {
  companyProfile,
  councilOfficeProfile,
  defineProfile,
  draftProfile,
  exchangeProfile,
  fullProfile,
  type LintProfile,
  severityUnder,
  strictProfile,
} from './profile.ts';
export type { Edit, Example, Finding, Rule, Tier } from './rule.ts';
export { rules } from './rules/rules.ts';
export { SOURCES } from './tables/sources.ts';
