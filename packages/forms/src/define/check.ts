import { type Issue, type Level, levelOf } from '@kcc/validators';
import { kaohsiung } from '../facts/councils/kaohsiung.ts';
import { checkField } from './check-field.ts';
import type { FormField, ValueContext } from './field.ts';
import type { Form, FormData } from './form.ts';
import { formIssue } from './issue.ts';
import type { FormContext, FormRule } from './rule.ts';
import type { DraftOf, Section } from './section.ts';

/** How data are looked at. */
export interface CheckFormOptions extends Partial<FormContext> {
  /** The day whose rules and fees apply, ISO `YYYY-MM-DD`. */
  readonly asOf: string;
  /** `lenient` (default) normalises values and says so; `strict` takes only what may be stored as it stands. */
  readonly mode?: 'lenient' | 'strict';
  /** Leaves out what is missing, for data that somebody is still writing. Default false. */
  readonly draft?: boolean;
}

/** Data of a form after a check. */
export interface CheckedForm<F extends Form = Form> {
  readonly form: F['id'];
  readonly edition: string;
  /** True when no issue is an error; `value` is then complete. */
  readonly ok: boolean;
  readonly level: Level;
  /** The normalised data; values whose own check failed stand as they were given. */
  readonly value: FormData<F>;
  readonly issues: readonly Issue[];
}

type Values = Readonly<Record<string, unknown>>;

/**
 * Checks data against a form: every field's shape and value, then the rules over several fields.
 *
 * @param form a form of the catalogue or of your own
 * @param data section → field → value; never altered
 * @param options the day whose rules apply, the council (高雄市議會 by default), mode
 * @returns the normalised data and every issue, paths as `/section/field`
 */
export function checkForm<F extends Form>(form: F, data: unknown, options: CheckFormOptions): CheckedForm<F> {
  const context = formContext(options);
  const mode = options.mode ?? 'lenient';
  const issues: Issue[] = [...editionIssues(form, options.asOf)];
  const value: Record<string, Values> = {};
  const sound: Record<string, Values> = {};
  const given = asRecord(data);
  if (given === undefined) issues.push(formIssue('DATA_NOT_OBJECT', ''));
  for (const name of Object.keys(given ?? {})) {
    if (!Object.hasOwn(form.sections, name)) {
      issues.push(formIssue('UNKNOWN_SECTION', `/${name}`, { params: { name } }));
    }
  }
  for (const [id, section] of Object.entries(form.sections)) {
    const checked = checkSection(
      id,
      section,
      given?.[id],
      { asOf: options.asOf, mode },
      options.draft ?? false,
    );
    value[id] = checked.value;
    sound[id] = checked.sound;
    issues.push(...checked.issues);
  }
  issues.push(...runRules(form.rules, sound, context));
  const level = levelOf(issues);
  // The sections were built key by key from the form itself; TypeScript cannot follow that.
  return {
    form: form.id,
    edition: form.edition,
    ok: level !== 'error',
    level,
    value: value as FormData<F>,
    issues,
  };
}

/** Runs the rules over values that passed their own checks. */
export function runRules(
  rules: readonly FormRule[],
  values: Readonly<Record<string, Values>>,
  context: FormContext,
): Issue[] {
  return rules.flatMap((rule) => rule.run(values as DraftOf<Readonly<Record<string, Values>>>, context));
}

/** The context of a check with its defaults. */
export function formContext(options: CheckFormOptions): FormContext {
  const { asOf, council = kaohsiung, lookUpAgency } = options;
  return { asOf, council, ...(lookUpAgency && { lookUpAgency }) };
}

interface CheckedSection {
  readonly value: Values;
  /** Only the values without an error of their own: what rules may rely on. */
  readonly sound: Values;
  readonly issues: readonly Issue[];
}

function checkSection(
  id: string,
  section: Section,
  data: unknown,
  context: ValueContext,
  draft: boolean,
): CheckedSection {
  const issues: Issue[] = [];
  const given = data === undefined || data === null ? {} : asRecord(data);
  if (given === undefined)
    issues.push(formIssue('NOT_A_SECTION', `/${id}`, { params: { title: section.title } }));
  const known: Readonly<Record<string, FormField>> = section.fields;
  for (const name of Object.keys(given ?? {})) {
    if (!Object.hasOwn(known, name)) {
      issues.push(formIssue('UNKNOWN_FIELD', `/${id}/${name}`, { params: { name } }));
    }
  }
  const value: Record<string, unknown> = {};
  const sound: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(known)) {
    const checked = checkField(field, given?.[name], `/${id}/${name}`, context, draft);
    issues.push(...checked.issues);
    if (checked.value === undefined) continue;
    value[name] = checked.value;
    if (levelOf(checked.issues) !== 'error') sound[name] = checked.value;
  }
  return { value, sound, issues };
}

function editionIssues(form: Form, asOf: string): Issue[] {
  const { from, to } = form.effective;
  if ((from === undefined || from <= asOf) && (to === undefined || asOf <= to)) return [];
  const params = { asOf, from: from ?? '不明', to: to ?? '現行' };
  return [formIssue('EDITION_NOT_IN_FORCE', '', { severity: 'warning', params, source: form.source })];
}

function asRecord(data: unknown): Values | undefined {
  // An object that is neither null nor an array may be read by key.
  return typeof data === 'object' && data !== null && !Array.isArray(data) ? (data as Values) : undefined;
}
