import type { FormField, InputField } from './field.ts';
import type { Form } from './form.ts';

/** Data of a form while they are written: section → field → value. */
export type Draft = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** A field with its place in the form. */
export interface PlacedField<Field extends FormField = FormField> {
  /** Such as `/contact/name`. */
  readonly path: string;
  readonly section: string;
  readonly name: string;
  readonly field: Field;
}

/** Every field of a form, in the order of the form. */
export function fieldsOf(form: Form): PlacedField[] {
  return Object.entries(form.sections).flatMap(([section, { fields }]) =>
    Object.entries(fields).map(([name, field]) => ({ path: `/${section}/${name}`, section, name, field })),
  );
}

/** The fields that the applicant fills in. */
export function inputFieldsOf(form: Form): PlacedField<InputField>[] {
  return fieldsOf(form).flatMap(({ field, ...place }) =>
    field.filledBy === 'applicant' ? [{ ...place, field }] : [],
  );
}

/** The value at `/section/field`. */
export function valueAt(draft: Draft, path: string): unknown {
  const [, section = '', name = ''] = path.split('/');
  return draft[section]?.[name];
}

/** The draft with another value at `/section/field`; `undefined` takes the value out. */
export function withValueAt(draft: Draft, path: string, value: unknown): Draft {
  const [, section = '', name = ''] = path.split('/');
  const { [name]: _, ...rest } = draft[section] ?? {};
  return { ...draft, [section]: value === undefined ? rest : { ...rest, [name]: value } };
}

/** False for a field that a ticked box makes superfluous. */
export function isAsked(field: InputField, draft: Draft): boolean {
  return field.unlessTicked === undefined || valueAt(draft, field.unlessTicked) !== true;
}
