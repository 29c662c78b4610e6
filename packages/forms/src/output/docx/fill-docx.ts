import { renderDocx } from '@kcc/gongwen/docx';
import type { Form, FormData } from '../../define/form.ts';
import type { FillOptions } from '../../define/print-context.ts';
import { printForm } from '../../define/printed.ts';
import { sheetToDocx } from './sheet-docx.ts';

/**
 * Fills a form into a docx document (A4); seal and office boxes stay empty.
 *
 * @param form a form with a sheet or letter output
 * @param value data as `checkForm` gives them back
 * @param options the day, the council, whether secrets are printed on the paper made for them
 * @returns the bytes of the docx file
 * @throws FormError `FORM_DATA_INVALID`, `FORM_OUTPUT_UNAVAILABLE`
 */
export async function fillDocx<F extends Form>(
  form: F,
  value: FormData<F>,
  options: FillOptions,
): Promise<Uint8Array> {
  const printed = printForm(form, value, options);
  return printed.type === 'letter' ? renderDocx(printed.letter) : sheetToDocx(printed.sheet);
}
