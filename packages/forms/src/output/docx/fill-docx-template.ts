import { TemplateHandler } from 'easy-template-x';
import type { Form, FormData } from '../../define/form.ts';
import { FormError } from '../../form-error.ts';
import { assertTags, preparedValues } from '../template/prepared.ts';
import type { TemplateOptions } from '../template/template-options.ts';

/**
 * Fills a docx template that a person gives: a copy of the official file with tags such as `{applicant.name}` or, for
 * single-character boxes, `{applicant.code.1}`.
 *
 * @param template bytes of the tagged copy
 * @param form the form whose fields the tags name
 * @param value data as `checkForm` gives them back
 * @param options the day, and the SHA-256 under which the template was compared with the official original
 * @returns the filled document; seal and office boxes stay empty whatever their tags
 * @throws FormError `TEMPLATE_CHANGED`, `TEMPLATE_UNREADABLE`, `TEMPLATE_TAG_UNKNOWN`, `FORM_DATA_INVALID`
 */
export async function fillDocxTemplate<F extends Form>(
  template: Uint8Array,
  form: F,
  value: FormData<F>,
  options: TemplateOptions,
): Promise<Uint8Array> {
  const values = await preparedValues(template, form, value, options);
  const handler = new TemplateHandler({
    scopeDataResolver: ({ strPath }) => values.get(strPath.at(-1) ?? '') ?? '',
  });
  // The library takes a buffer of its own.
  const file = new Uint8Array(template).buffer;
  const tags = await readTags(handler, file);
  assertTags(form, tags, values);
  return new Uint8Array(await handler.process(file, {}));
}

async function readTags(handler: TemplateHandler, file: ArrayBuffer): Promise<string[]> {
  try {
    return (await handler.parseTags(file)).map(({ name }) => name);
  } catch (error) {
    throw new FormError('TEMPLATE_UNREADABLE', { format: 'docx' }, error);
  }
}
