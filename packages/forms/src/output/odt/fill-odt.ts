import { renderOdt } from '@kcc/gongwen/odt';
import type { Form, FormData } from '../../define/form.ts';
import type { FillOptions } from '../../define/print-context.ts';
import { printForm } from '../../define/printed.ts';
import { sheetToOdt } from './sheet-odt.ts';

/**
 * Fills a form into an odt document (A4); seal and office boxes stay empty.
 *
 * @param form a form with a sheet or letter output
 * @param value data as `checkForm` gives them back
 * @param options the day, the council, whether secrets are printed on the paper made for them
 * @returns the bytes of the odt file
 * @throws FormError `FORM_DATA_INVALID`, `FORM_OUTPUT_UNAVAILABLE`
 */
export async function fillOdt<F extends Form>(
  form: F,
  value: FormData<F>,
  options: FillOptions,
): Promise<Uint8Array> {
  const printed = printForm(form, value, options);
  return printed.type === 'letter' ? renderOdt(printed.letter) : sheetToOdt(printed.sheet);
}
