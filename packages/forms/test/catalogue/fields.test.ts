import { describe, expect, it } from 'vitest';
import { forms } from '../../src/catalogue/forms.ts';
import { checkForm } from '../../src/define/check.ts';
import type { Form } from '../../src/define/form.ts';
import { type Draft, fieldsOf, inputFieldsOf, valueAt, withValueAt } from '../../src/define/paths.ts';
import { printForm } from '../../src/define/printed.ts';
import { sheetTexts } from '../../src/sheet/text.ts';
import { letterTexts } from '../support/letter-texts.ts';
import { sampleDay, samples } from '../support/samples.ts';

const sampleOf = (form: Form): Draft => samples[form.id] ?? {};
const check = (form: Form, data: Draft) => checkForm(form, data, { asOf: sampleDay(form.id) });
const errorsAt = (form: Form, data: Draft, path: string) =>
  check(form, data).issues.filter((issue) => issue.severity === 'error' && issue.path.startsWith(path));

function printedText(form: Form, data: Draft): string {
  const { value } = check(form, data);
  const printed = printForm(form, value, { asOf: sampleDay(form.id), includeSecrets: true });
  return printed.type === 'sheet'
    ? sheetTexts(printed.sheet).join('\n')
    : letterTexts(printed.letter).join('\n');
}

const everyField = forms.flatMap((form) =>
  fieldsOf(form).map(({ path, field }) => ({ ids: field.sources.join(' '), id: form.id, path, form, field })),
);
const inputs = forms.flatMap((form) =>
  inputFieldsOf(form).map(({ path, field }) => ({
    ids: field.sources.join(' '),
    id: form.id,
    path,
    form,
    field,
  })),
);

describe('every field of the catalogue', () => {
  it.each(inputs)(
    '$ids $id $path: is labelled, takes its example and its sample',
    ({ form, path, field }) => {
      expect(field.label).not.toBe('');
      const data = sampleOf(form);
      expect(errorsAt(form, data, path)).toEqual([]);
      if (field.example === undefined) return;
      const checked = field.check?.check(field.example, { asOf: sampleDay(form.id), mode: 'lenient' });
      expect(field.schema.safeParse(checked?.value ?? field.example).success).toBe(true);
      expect(checked?.issues.filter(({ severity }) => severity === 'error') ?? []).toEqual([]);
    },
  );

  it.each(inputs)(
    '$ids $id $path: an empty value is an error only where the field is required',
    ({ form, path, field }) => {
      const found = errorsAt(form, withValueAt(sampleOf(form), path, undefined), path);
      const alone = found.filter(({ code }) => code === 'REQUIRED');
      expect(alone.length > 0).toBe(field.required && field.initial === undefined);
    },
  );

  it.each(inputs)('$ids $id $path: a value of the wrong kind is named in words', ({ form, path, field }) => {
    const [issue] = errorsAt(form, withValueAt(sampleOf(form), path, { wrong: true }), path);
    expect(issue?.message).toMatch(/[\u4e00-\u9fff]/);
    expect(issue?.message).not.toMatch(/expected|Invalid|undefined|object Object/);
    expect(field.label.length).toBeGreaterThan(0);
  });

  it.each(everyField.filter(({ field }) => field.filledBy !== 'applicant'))(
    '$ids $id $path: takes no data',
    ({ form, path }) => {
      expect(errorsAt(form, withValueAt(sampleOf(form), path, '某人'), path)).toHaveLength(1);
    },
  );
});

describe('what is printed', () => {
  const printable = inputs.filter(({ form }) => form.outputs.sheet || form.outputs.letter);
  const texts = printable.filter(({ form, path, field }) => {
    const value = valueAt(sampleOf(form), path);
    return typeof value === 'string' && !field.choices && !['roc-date', 'case-number'].includes(field.widget);
  });

  it.each(texts)('$ids $id $path: a text stands on the paper as it was given', ({ form, path, field }) => {
    const value = String(valueAt(sampleOf(form), path));
    const text = printedText(form, sampleOf(form));
    const notPrinted = (field.secret && form.printsSecrets !== true) || /不印出/.test(field.label);
    const boxes = field.widget === 'code' && !text.includes(value) ? [...value].join('\n') : value;
    if (notPrinted) expect(text).not.toContain(value);
    else expect(text).toContain(boxes);
  });
});
