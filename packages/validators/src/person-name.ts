import { type CharactersCode, type CharactersSubject, charactersRules, find } from './characters.ts';
import { type CheckOptions, type CheckResult, type CodeOf, type Rule, runCheck } from './check.ts';
import { tidyText } from './half-width.ts';

/** ○○○, OOO, XXX, ＊＊ and 王○明 stand for a name on samples. */
const SAMPLE = /[○〇◯*＊]{2,}|O{3,}|X{2,}|\p{sc=Han}[○◯]/gu;

export const nameRules = [
  [
    'NAME_PLACEHOLDER',
    '「{chars}」是範例文字，請填真正的名稱。',
    ({ text }) => find(text, SAMPLE),
    'warning',
  ],
] as const satisfies readonly Rule<CharactersSubject, CheckOptions>[];

export const personNameRules = [
  ['NAME_UNUSUAL', '姓名有「{chars}」，請核對。', ({ text }) => find(text, /[!-&+/-@[-`{-~]/g), 'warning'],
] as const satisfies readonly Rule<CharactersSubject, CheckOptions>[];

export type OrganisationNameCode = CharactersCode | CodeOf<typeof nameRules>;
export type PersonNameCode = OrganisationNameCode | CodeOf<typeof personNameRules>;

/** Checks a person's name (姓名): no character that another office cannot see or print. */
export function checkPersonName(value: string, options: CheckOptions = {}): CheckResult<PersonNameCode> {
  const rules = [...charactersRules, ...nameRules, ...personNameRules];
  return runCheck(rules, value, options, tidyText, readName, true);
}

/** True when the text, as it stands, can be a person's name (warnings allowed). */
export function isPersonName(value: string, options: CheckOptions = {}): boolean {
  return checkPersonName(value, { mode: 'strict', ...options }).ok;
}

/** Checks the registered full name (全銜) of an organisation: full width stays, as it is registered so. */
export function checkOrganisationName(
  value: string,
  options: CheckOptions = {},
): CheckResult<PersonNameCode> {
  return runCheck([...charactersRules, ...nameRules], value, options, trimText, readName, true);
}

/** True when the text, as it stands, can be an organisation's name (warnings allowed). */
export function isOrganisationName(value: string, options: CheckOptions = {}): boolean {
  return checkOrganisationName(value, { mode: 'strict', ...options }).ok;
}

const trimText = (text: string): string => text.trim();

const readName = (text: string): CharactersSubject => ({ text, isName: true });
