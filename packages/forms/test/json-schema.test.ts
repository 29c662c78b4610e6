import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { forms } from '../src/catalogue/forms.ts';
import { checkForm, formContext, runRules } from '../src/define/check.ts';
import type { Form } from '../src/define/form.ts';
import { type Draft, inputFieldsOf, valueAt } from '../src/define/paths.ts';
import { toJsonSchema } from '../src/json-schema.ts';
import { arbitraryData } from './support/arbitrary-data.ts';
import { sampleDay, samples } from './support/samples.ts';

const asOf = '2026-11-24';
const isError = ({ severity }: { severity: string }) => severity === 'error';

/** The checks and rules that the schema lists, run by their own hands. */
function rulesFindErrors(form: Form, data: Draft): boolean {
  const values = inputFieldsOf(form).flatMap(({ path, field }) => {
    const value = valueAt(data, path);
    return value === undefined ? [] : (field.check?.check(value, { asOf, mode: 'strict' }).issues ?? []);
  });
  return [...values, ...runRules(form.rules, data, formContext({ asOf }))].some(isError);
}

describe.each(forms.map((form) => ({ id: form.id, form })))('JSON Schema of $id', ({ form }) => {
  const schema = toJsonSchema(form);
  const validate = new Ajv2020({ strict: true, allErrors: true }).compile(schema);

  it('is accepted by ajv in strict mode and accepts the sample', () => {
    const { value } = checkForm(form, samples[form.id], { asOf: sampleDay(form.id) });
    expect(validate(value), JSON.stringify(validate.errors)).toBe(true);
  });

  it('lists every rule and every check', () => {
    const listed = Object.keys(schema.$defs ?? {});
    for (const { id } of form.rules) expect(listed).toContain(`rule:${id}`);
    for (const { field } of inputFieldsOf(form))
      if (field.check) expect(listed).toContain(`check:${field.check.id}`);
  });

  it('says what is secret and leaves out seal and office boxes', () => {
    for (const [section, { fields }] of Object.entries(form.sections)) {
      for (const [name, field] of Object.entries(fields)) {
        const found = JSON.parse(JSON.stringify(schema)).properties[section].properties[name];
        if (field.filledBy !== 'applicant') expect(found).toBeUndefined();
        else expect(found.writeOnly ?? false).toBe(field.secret ?? false);
      }
    }
  });

  it('together with the rules agrees with the check on 1,000 random data sets', () => {
    let good = 0;
    const agree = (data: Draft) => {
      const { ok } = checkForm(form, data, { asOf, mode: 'strict' });
      if (ok) good += 1;
      expect(ok).toBe(validate(data) && !rulesFindErrors(form, data));
    };
    const plain = { numRuns: 500, seed: 20261124 } as const;
    fc.assert(fc.property(arbitraryData(form, { right: 30, absent: 1, wrong: 1 }), agree), plain);
    fc.assert(fc.property(arbitraryData(form, { right: 4, absent: 1, wrong: 1 }), agree), plain);
    expect(good, 'some random data are good').toBeGreaterThan(0);
    expect(good, 'some random data are bad').toBeLessThan(1000);
  });
});
