import type { Issue } from '@kcc/validators';
import { type CheckedForm, type CheckFormOptions, checkForm } from '../define/check.ts';
import type { InputField } from '../define/field.ts';
import type { Form } from '../define/form.ts';
import {
  type Draft,
  inputFieldsOf,
  isAsked,
  type PlacedField,
  valueAt,
  withValueAt,
} from '../define/paths.ts';
import { readTextValues } from '../define/text-values.ts';
import type { BoxView, FieldView, PageView } from './field-view.ts';

/** A form being filled in, without anything that draws it. */
export interface FormModel<F extends Form = Form> {
  readonly form: F;
  /** The pages that ask something, in the order of the form. */
  pages(): readonly PageView[];
  field(path: string): FieldView;
  /** What was typed so far. */
  draft(): Draft;
  input(path: string, value: unknown): void;
  /** Checks one page; from now on its issues are shown. */
  checkPage(id: string): readonly Issue[];
  /** Checks everything; from now on all issues are shown. */
  check(): CheckedForm<F>;
  /** Calls the listener after every change; the result ends it. */
  subscribe(listener: () => void): () => void;
}

/** How a model is made. */
export interface FormModelOptions extends Omit<CheckFormOptions, 'draft'> {
  /** Values that are known already, such as an office profile or a saved draft. */
  readonly data?: Draft;
}

/**
 * Makes the headless view-model of a form: fields with label, hint, value, error and `onInput`, page by page.
 *
 * @param form a form of the catalogue or of your own
 * @param options the day whose rules apply, the council, known values
 */
export function createFormModel<F extends Form>(form: F, options: FormModelOptions): FormModel<F> {
  const { data = {}, ...checkOptions } = options;
  const listeners = new Set<() => void>();
  const shown = new Set<string>();
  let draft = data;
  let last: CheckedForm<F> | undefined;
  const check = (): CheckedForm<F> => {
    last ??= checkForm(form, askedOnly(form, readTextValues(form, draft)), checkOptions);
    return last;
  };
  const tell = (): void => {
    for (const listener of listeners) listener();
  };
  const model: FormModel<F> = {
    form,
    pages: () => pagesOf(form, (placed) => view(placed)),
    field(path) {
      const placed = inputFieldsOf(form).find((each) => each.path === path);
      if (placed === undefined) throw new TypeError(`form ${form.id} has no field ${path}`);
      return view(placed);
    },
    draft: () => draft,
    input(path, value) {
      draft = withValueAt(draft, path, value);
      last = undefined;
      tell();
    },
    checkPage(id) {
      shown.add(id);
      const { issues } = check();
      tell();
      return issues.filter(({ path }) => path.startsWith(`/${id}/`));
    },
    check() {
      for (const id of Object.keys(form.sections)) shown.add(id);
      const checked = check();
      tell();
      return checked;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
  const view = ({ path, section, field }: PlacedField<InputField>): FieldView => {
    const issues = shown.has(section) ? check().issues.filter((issue) => isAbout(issue, path)) : [];
    const error = issues.find(({ severity }) => severity === 'error')?.message;
    return {
      ...fieldView(path, field, draft),
      issues,
      ...(error !== undefined && { error }),
      onInput: (value) => model.input(path, value),
    };
  };
  return model;
}

function fieldView(
  path: string,
  field: InputField,
  draft: Draft,
): Omit<FieldView, 'issues' | 'error' | 'onInput'> {
  const { label, hint, widget, inputMode, autocomplete, required, choices, example, secret = false } = field;
  return {
    path,
    label,
    ...(hint && { hint }),
    widget,
    ...(inputMode && { inputMode }),
    ...(autocomplete && { autocomplete }),
    required: required || field.unlessTicked !== undefined,
    secret,
    ...(choices && { choices }),
    ...(example !== undefined && { example }),
    asked: isAsked(field, draft),
    value: valueAt(draft, path) ?? field.initial,
  };
}

function pagesOf(form: Form, view: (placed: PlacedField<InputField>) => FieldView): PageView[] {
  return Object.entries(form.sections).flatMap(([id, { title, intro, fields }]): PageView[] => {
    const inputs = inputFieldsOf(form).filter(({ section }) => section === id);
    const boxes = Object.values(fields).flatMap((field): BoxView[] =>
      field.filledBy === 'applicant'
        ? []
        : [{ label: field.label, filledBy: field.filledBy, ...(field.hint && { hint: field.hint }) }],
    );
    return inputs.length === 0
      ? []
      : [{ id, title, ...(intro && { intro }), fields: inputs.map(view), boxes }];
  });
}

/** Values of fields that a ticked box makes superfluous do not count. */
function askedOnly(form: Form, draft: Draft): Draft {
  return inputFieldsOf(form).reduce<Draft>(
    (kept, { path, field }) => (isAsked(field, draft) ? kept : withValueAt(kept, path, undefined)),
    draft,
  );
}

function isAbout(issue: Issue, path: string): boolean {
  return issue.path === path || issue.path.startsWith(`${path}/`);
}
