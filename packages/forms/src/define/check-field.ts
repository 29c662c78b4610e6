import { type Issue, levelOf } from '@kcc/validators';
import type { z } from 'zod';
import type { CheckedValue, FormField, InputField, ValueContext } from './field.ts';
import { formIssue } from './issue.ts';

/** Checks one field: presence, own check, shape. */
export function checkField(
  field: FormField,
  given: unknown,
  path: string,
  context: ValueContext,
  draft: boolean,
): CheckedValue {
  const absent = isAbsent(given, context);
  if (field.filledBy !== 'applicant') {
    if (absent) return { value: undefined, issues: [] };
    const code = field.filledBy === 'office' ? 'OFFICE_ONLY_FIELD' : 'SEAL_FIELD';
    return { value: undefined, issues: [formIssue(code, path, { params: { label: field.label } })] };
  }
  if (absent) return missingValue(field, path, draft);
  const checked = field.check?.check(given, context) ?? { value: tidyString(given, context), issues: [] };
  const issues: Issue[] = checked.issues.map((issue) => ({ ...issue, path: `${path}${issue.path}` }));
  // A check that already found an error says more than the shape can.
  if (levelOf(issues) === 'error') return { value: checked.value, issues };
  const parsed = field.schema.safeParse(checked.value, { jitless: true });
  if (parsed.success) return { value: parsed.data, issues };
  const shape = parsed.error.issues.slice(0, 1).map((found) => shapeIssue(field, found, path, checked.value));
  return { value: checked.value, issues: [...issues, ...shape] };
}

/** Empty text and null are what pages and prompts send for a field that nobody touched; stored data leave it out. */
function isAbsent(given: unknown, { mode }: ValueContext): boolean {
  if (given === undefined) return true;
  return mode === 'lenient' && (given === null || (typeof given === 'string' && given.trim() === ''));
}

function missingValue(field: InputField, path: string, draft: boolean): CheckedValue {
  if (field.initial !== undefined) return { value: field.initial, issues: [] };
  if (!field.required || draft) return { value: undefined, issues: [] };
  const params = { label: field.label, hint: field.hint ?? '' };
  return { value: undefined, issues: [formIssue('REQUIRED', path, { params })] };
}

function tidyString(given: unknown, context: ValueContext): unknown {
  return typeof given === 'string' && context.mode === 'lenient' ? given.trim() : given;
}

function shapeIssue(field: InputField, found: z.core.$ZodIssue, path: string, value: unknown): Issue {
  const { label, hint = '', choices } = field;
  const place = `${path}${found.path.map((part) => `/${String(part)}`).join('')}`;
  if (choices) {
    const named = choices.map((choice) => choice.label).join('、');
    return formIssue('BAD_CHOICE', place, { params: { label, choices: named } });
  }
  if (found.code === 'too_big') {
    const maximum = Number(found.maximum);
    const list = Array.isArray(value);
    const length = list || typeof value === 'string' ? value.length : 0;
    return formIssue(list ? 'TOO_MANY' : 'TOO_LONG', place, { params: { label, maximum, length } });
  }
  return formIssue('WRONG_SHAPE', place, { params: { label, hint } });
}
