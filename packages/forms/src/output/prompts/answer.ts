import type { Issue } from '@kcc/validators';
import { checkField } from '../../define/check-field.ts';
import type { InputField } from '../../define/field.ts';
import type { Form } from '../../define/form.ts';
import { formIssue } from '../../define/issue.ts';
import { type Draft, inputFieldsOf, valueAt, withValueAt } from '../../define/paths.ts';
import { listFromText, valueType } from '../../define/text-values.ts';
import type { Question } from './question.ts';

/** The draft after an answer, with what was found about it. */
export interface Answered {
  readonly draft: Draft;
  readonly issues: readonly Issue[];
  /** False when the answer cannot stand and the question is asked again. */
  readonly accepted: boolean;
}

const YES = /^(y|yes|是|1|true|同意)$/i;
const NO = /^(n|no|否|0|false)$/i;

/**
 * Takes a typed answer: reads it as the field's kind, normalises and checks it.
 *
 * @param form the form
 * @param draft the data so far; never altered
 * @param question one of `questionsOf(form, draft)`
 * @param text what was typed; empty leaves the field empty or takes its initial value
 * @param options the day whose rules apply
 */
export function answerQuestion(
  form: Form,
  draft: Draft,
  question: Question,
  text: string,
  options: { readonly asOf: string },
): Answered {
  const [, section = '', name = '', part] = question.path.split('/');
  const path = `/${section}/${name}`;
  const placed = inputFieldsOf(form).find((each) => each.path === path);
  if (placed === undefined) throw new TypeError(`question ${question.path} is not of form ${form.id}`);
  const given = read(question, placed.field, text.trim() === '' ? (question.initial ?? '') : text);
  const value = part === undefined ? given : withPart(valueAt(draft, path), part, given);
  // A part that is still to come is no mistake of this answer.
  const complete = part === undefined || part === 'street';
  // What is missing is said below, once, for a field as for a part of it.
  const checked = checkField(placed.field, value, path, { ...options, mode: 'lenient' }, true);
  const missing =
    given === undefined && question.required
      ? [
          formIssue('REQUIRED', question.path, {
            params: { label: question.label, hint: question.hint ?? '' },
          }),
        ]
      : [];
  const found = [
    ...missing,
    ...checked.issues.filter((issue) => complete || issue.path.startsWith(question.path)),
  ];
  const accepted = found.every(({ severity }) => severity !== 'error');
  return {
    draft: accepted ? withValueAt(draft, path, complete ? checked.value : value) : draft,
    issues: found,
    accepted,
  };
}

function read(question: Question, field: InputField, text: string): unknown {
  if (text.trim() === '') return undefined;
  if (question.kind === 'yes-no') {
    if (YES.test(text.trim())) return true;
    return NO.test(text.trim()) ? false : text;
  }
  if (question.kind === 'choice') return chosen(question, text.trim());
  if (question.kind === 'list') return listFromText(text);
  return valueType(field) === 'number' && /^\d{1,9}$/.test(text.trim()) ? Number(text.trim()) : text;
}

/** A choice by its number, value or label. */
function chosen({ choices = [] }: Question, text: string): string {
  const byNumber = /^\d+$/.test(text) ? choices[Number(text) - 1] : undefined;
  return (byNumber ?? choices.find(({ value, label }) => value === text || label === text))?.value ?? text;
}

function withPart(whole: unknown, part: string, value: unknown): unknown {
  const parts = typeof whole === 'object' && whole !== null ? whole : {};
  const entries = Object.entries(parts).filter(([name]) => name !== part);
  const all = value === undefined ? entries : [...entries, [part, value] as const];
  return all.length === 0 ? undefined : Object.fromEntries(all);
}
