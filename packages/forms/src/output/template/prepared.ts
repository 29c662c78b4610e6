import { checkForm } from '../../define/check.ts';
import type { Form, FormData } from '../../define/form.ts';
import { FormError } from '../../form-error.ts';
import { assertHash } from './check-hash.ts';
import type { TemplateOptions } from './template-options.ts';
import { templateValues } from './template-values.ts';

/** Checks template and data, and gives the texts for the tags. */
export async function preparedValues<F extends Form>(
  template: Uint8Array,
  form: F,
  value: FormData<F>,
  options: TemplateOptions,
): Promise<ReadonlyMap<string, string>> {
  await assertHash(template, options.sha256);
  const checked = checkForm(form, value, options);
  if (!checked.ok) throw new FormError('FORM_DATA_INVALID', { form: form.id, issues: checked.issues });
  return templateValues(form, checked.value, options.includeSecrets ?? false);
}

/** @throws FormError `TEMPLATE_TAG_UNKNOWN` naming the tags that no field of the form stands for */
export function assertTags(form: Form, tags: readonly string[], values: ReadonlyMap<string, string>): void {
  const unknown = [...new Set(tags)].filter((tag) => !values.has(tag));
  if (unknown.length > 0) throw new FormError('TEMPLATE_TAG_UNKNOWN', { form: form.id, tags: unknown });
}
