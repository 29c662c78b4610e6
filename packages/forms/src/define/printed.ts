import type { OfficialLetter } from '@kcc/gongwen';
import { FormError } from '../form-error.ts';
import type { Sheet } from '../sheet/sheet.ts';
import { checkForm } from './check.ts';
import type { Form, FormData } from './form.ts';
import { type FillOptions, printContext } from './print-context.ts';

/** What a form becomes before it is written in a format. */
export type Printed =
  | { readonly type: 'sheet'; readonly sheet: Sheet }
  | { readonly type: 'letter'; readonly letter: OfficialLetter };

/**
 * Turns data into the paper of a form, independent of a format.
 *
 * @param form a form with a sheet or letter output
 * @param value data as {@link checkForm} gives them back
 * @throws FormError `FORM_DATA_INVALID` when the data have errors (missing values only count without `draft`),
 *   `FORM_OUTPUT_UNAVAILABLE` when the form is not made for paper
 */
export function printForm<F extends Form>(form: F, value: FormData<F>, options: FillOptions): Printed {
  const checked = checkForm(form, value, options);
  if (!checked.ok) {
    throw new FormError('FORM_DATA_INVALID', { form: form.id, issues: checked.issues });
  }
  const context = printContext(options);
  if (form.outputs.letter) return { type: 'letter', letter: form.outputs.letter(checked.value, context) };
  if (form.outputs.sheet) return { type: 'sheet', sheet: form.outputs.sheet(checked.value, context) };
  throw new FormError('FORM_OUTPUT_UNAVAILABLE', { form: form.id });
}
