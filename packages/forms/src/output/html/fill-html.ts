import { renderHtml } from '@kcc/gongwen/html';
import type { Form, FormData } from '../../define/form.ts';
import type { FillOptions } from '../../define/print-context.ts';
import { printForm } from '../../define/printed.ts';
import { sheetToHtml } from './sheet-html.ts';

/**
 * Fills a form into one self-contained HTML document that prints on A4; seal and office boxes stay empty.
 *
 * @param form a form with a sheet or letter output
 * @param value data as `checkForm` gives them back
 * @param options the day, the council, whether secrets are printed on the paper made for them
 * @returns HTML text
 * @throws FormError `FORM_DATA_INVALID`, `FORM_OUTPUT_UNAVAILABLE`
 */
export function fillHtml<F extends Form>(form: F, value: FormData<F>, options: FillOptions): string {
  const printed = printForm(form, value, options);
  return printed.type === 'letter' ? renderHtml(printed.letter) : sheetToHtml(printed.sheet);
}
