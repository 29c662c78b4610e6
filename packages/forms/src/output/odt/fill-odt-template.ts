import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate';
import type { Form, FormData } from '../../define/form.ts';
import { FormError } from '../../form-error.ts';
import { assertTags, preparedValues } from '../template/prepared.ts';
import type { TemplateOptions } from '../template/template-options.ts';
import { fillTags, tagsOf } from './fill-tags.ts';

/** Most bytes that a template may unpack to. */
const MOST_BYTES = 64 * 1024 * 1024;
const PARTS = ['content.xml', 'styles.xml'];

/**
 * Fills an odt template that a person gives: a copy of the official file with tags such as `{applicant.name}` or, for
 * single-character boxes, `{applicant.code.1}`.
 *
 * @param template bytes of the tagged copy
 * @param form the form whose fields the tags name
 * @param value data as `checkForm` gives them back
 * @param options the day, and the SHA-256 under which the template was compared with the official original
 * @returns the filled document; seal and office boxes stay empty whatever their tags
 * @throws FormError `TEMPLATE_CHANGED`, `TEMPLATE_UNREADABLE`, `TEMPLATE_TAG_UNKNOWN`, `FORM_DATA_INVALID`
 */
export async function fillOdtTemplate<F extends Form>(
  template: Uint8Array,
  form: F,
  value: FormData<F>,
  options: TemplateOptions,
): Promise<Uint8Array> {
  const values = await preparedValues(template, form, value, options);
  const files = unpacked(template);
  const texts = PARTS.flatMap((name) => {
    const bytes = files[name];
    return bytes === undefined ? [] : [{ name, xml: strFromU8(bytes) }];
  });
  assertTags(
    form,
    texts.flatMap(({ xml }) => tagsOf(xml)),
    values,
  );
  const filled = Object.fromEntries(texts.map(({ name, xml }) => [name, strToU8(fillTags(xml, values))]));
  return packed({ ...files, ...filled });
}

function unpacked(template: Uint8Array): Record<string, Uint8Array> {
  let total = 0;
  try {
    const files = unzipSync(template, {
      filter: ({ originalSize }) => {
        total += originalSize;
        if (total > MOST_BYTES) throw new RangeError(`the template unpacks to more than ${MOST_BYTES} bytes`);
        return true;
      },
    });
    if (files['content.xml'] === undefined) throw new TypeError('the file has no content.xml');
    return files;
  } catch (error) {
    throw new FormError('TEMPLATE_UNREADABLE', { format: 'odt' }, error);
  }
}

/** `mimetype` first and stored, as ODF asks; the rest as it was. */
function packed({ mimetype, ...files }: Record<string, Uint8Array>): Uint8Array {
  const entries: Zippable = mimetype === undefined ? {} : { mimetype: [mimetype, { level: 0 }] };
  return zipSync({ ...entries, ...files });
}
