import { type CharactersCode, charactersMessages, inspectCharacters } from './characters.ts';
import { type CheckOptions, type CheckResult, openReport } from './check.ts';
import { tidyText } from './half-width.ts';

export type PersonNameCode = CharactersCode | keyof typeof personNameMessages;

export const personNameMessages = {
  NAME_PLACEHOLDER: '「{text}」像是範例的遮蔽文字，請填真正的名稱。',
  NAME_UNUSUAL: '姓名中有「{text}」，請核對。',
} as const;

/** Signs that stand for a name on samples: ○○○, OOO, XXX, ＊＊. */
const PLACEHOLDER = /[○〇◯*＊]{2,}|O{3}|X{2,}|[\p{Script=Han}][○〇◯]/u;

/** Checks a person's name (姓名): no character that another office cannot see or print. */
export function checkPersonName(value: string, options: CheckOptions = {}): CheckResult<PersonNameCode> {
  const report = openReport({ ...charactersMessages, ...personNameMessages }, options, '全字庫 CNS11643');
  const name = report.read(value, tidyText);
  if (name === undefined) return report.done();
  inspectCharacters(report, name, true);
  const [placeholder] = PLACEHOLDER.exec(name) ?? [];
  const [unusual] = /[^\p{L}\p{M}\p{Co}\p{Cc}\ufffd\u2e80-\u2fd5\s○〇◯*‧·・•.'’,()（）\-－─—]/u.exec(name) ?? [];
  if (placeholder) report.add('warning', 'NAME_PLACEHOLDER', { text: placeholder });
  else if (unusual) report.add('warning', 'NAME_UNUSUAL', { text: unusual });
  return report.done(name);
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
  const report = openReport({ ...charactersMessages, ...personNameMessages }, options, '全字庫 CNS11643');
  const name = report.read(value, (text) => text.trim());
  if (name === undefined) return report.done();
  inspectCharacters(report, name, true);
  const [placeholder] = PLACEHOLDER.exec(name) ?? [];
  if (placeholder) report.add('warning', 'NAME_PLACEHOLDER', { text: placeholder });
  return report.done(name);
}

/** True when the text, as it stands, can be an organisation's name (warnings allowed). */
export function isOrganisationName(value: string, options: CheckOptions = {}): boolean {
  return checkOrganisationName(value, { mode: 'strict', ...options }).ok;
}
