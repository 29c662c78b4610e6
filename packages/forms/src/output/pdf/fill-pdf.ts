import { type RenderedTypst, renderPdf, renderTypst, type TypstOptions } from '@kcc/gongwen/pdf';
import type { Form, FormData } from '../../define/form.ts';
import type { FillOptions } from '../../define/print-context.ts';
import { printForm } from '../../define/printed.ts';
import { sheetToTypst } from './sheet-typst.ts';

/** A filled form as PDF. */
export type FilledPdf = Pick<RenderedTypst, 'bytes' | 'pages' | 'issues'>;

/** How a form is filled into a PDF. */
export interface FillPdfOptions extends FillOptions {
  /** Fonts and engine, handed to `@kcc/gongwen/pdf`. */
  readonly pdf?: Omit<TypstOptions, 'data' | 'images'>;
}

/**
 * Fills a form into a PDF (A4, fonts embedded); seal and office boxes stay empty.
 *
 * @param form a form with a sheet or letter output
 * @param value data as `checkForm` gives them back
 * @param options the day, the council, fonts
 * @returns the bytes, the number of pages, and an issue for every character that no font has
 * @throws FormError `FORM_DATA_INVALID`, `FORM_OUTPUT_UNAVAILABLE`; GongwenError when engine or fonts are missing
 */
export async function fillPdf<F extends Form>(
  form: F,
  value: FormData<F>,
  options: FillPdfOptions,
): Promise<FilledPdf> {
  const printed = printForm(form, value, options);
  if (printed.type === 'letter') return renderPdf(printed.letter, options.pdf);
  return renderTypst(sheetToTypst(printed.sheet), options.pdf);
}
