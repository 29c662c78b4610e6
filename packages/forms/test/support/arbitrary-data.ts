import fc from 'fast-check';
import type { InputField } from '../../src/define/field.ts';
import type { Form } from '../../src/define/form.ts';
import type { Draft } from '../../src/define/paths.ts';
import { samples } from './samples.ts';

const digits = (length: number) =>
  fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: length, maxLength: length });

/** Right values by widget, beside the sample's own; what no generator knows is left to the sample. */
function rightValues(field: InputField, sample: unknown): fc.Arbitrary<unknown>[] {
  const known = [sample, field.example, field.initial].filter((value) => value !== undefined);
  const byWidget: Partial<Record<InputField['widget'], fc.Arbitrary<unknown>>> = {
    checkbox: fc.boolean(),
    'case-number': digits(25),
    'case-numbers': fc.array(digits(25), { maxLength: 4 }),
    'roc-date': fc
      .date({ min: new Date('2015-01-01'), max: new Date('2032-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10)),
    secret: fc.string({ unit: fc.constantFrom(...'abcXYZ0189!#$'), minLength: 6, maxLength: 8 }),
    phone: fc.constantFrom('077470171', '02-2192-7111', '0912-345678', '07-7470171#12'),
    email: fc.constantFrom('a@b.tw', 'office@example.org'),
    'ip-address': fc.constantFrom('163.29.1.1', '117.56.1.1', '8.8.8.8'),
  };
  const right = byWidget[field.widget];
  const choices = field.choices?.map(({ value }) => value) ?? [];
  const values = [...known, ...choices].map((value): fc.Arbitrary<unknown> => fc.constant(value));
  return right === undefined ? values : [...values, right];
}

/** Values that should not stand in a field, of every kind that people and programs produce. */
const wrongValues = fc.oneof(
  fc.constantFrom<unknown>(
    '',
    ' ',
    null,
    0,
    1,
    421,
    true,
    [],
    {},
    '12345',
    'x'.repeat(200),
    '高雄\n市',
    '\ue000',
    '２０２',
    '10.0.0.1',
  ),
  fc.string({ maxLength: 30 }),
  digits(24),
  fc.array(fc.string({ maxLength: 5 }), { maxLength: 2 }),
  fc.constant({ postalCode: '999', county: '高雄市', district: '鳳山區', street: '高雄市' }),
);

/** How often a field is right, absent or wrong. */
export interface Weights {
  readonly right: number;
  readonly absent: number;
  readonly wrong: number;
}

/** Random data of a form: each field right, absent or wrong. */
export function arbitraryData(form: Form, weights: Weights): fc.Arbitrary<Draft> {
  const sections = Object.entries(form.sections).map(([section, { fields }]) => {
    const entries = Object.entries(fields).flatMap(([name, field]) => {
      if (field.filledBy !== 'applicant') return [];
      const right = rightValues(field, samples[form.id]?.[section]?.[name]);
      const value = fc.oneof(
        {
          weight: right.length === 0 ? 0 : weights.right,
          arbitrary: fc.oneof(fc.constant(undefined), ...right),
        },
        { weight: weights.absent, arbitrary: fc.constant(undefined) },
        { weight: weights.wrong, arbitrary: wrongValues },
      );
      return [[name, value] as const];
    });
    return [section, fc.record(Object.fromEntries(entries)).map(withoutUndefined)] as const;
  });
  return fc.record(Object.fromEntries(sections));
}

function withoutUndefined(record: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined));
}
