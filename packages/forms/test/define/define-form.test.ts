import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { findForm, forms } from '../../src/catalogue/forms.ts';
import { g2b2c01 } from '../../src/catalogue/g2b2c-01/form.ts';
import { checkForm } from '../../src/define/check.ts';
import { required } from '../../src/define/field.ts';
import { toFullWidthPunctuation } from '../../src/define/fixed-text.ts';
import { defineForm } from '../../src/define/form.ts';
import { printForm } from '../../src/define/printed.ts';
import { section } from '../../src/define/section.ts';
import { sheetTexts } from '../../src/sheet/text.ts';
import { sampleDay, samples } from '../support/samples.ts';

const vendorForm = defineForm({
  id: 'vendor-parking',
  title: '停車證申請表',
  purpose: '廠商自訂的表單。',
  edition: '1',
  effective: { from: '2026-01-01', to: '2026-12-31' },
  source: '廠商',
  verifiedOn: '2026-01-01',
  sections: {
    car: section({
      title: '車輛',
      fields: {
        plate: required({ label: '車號', schema: z.string().max(8), hint: '例如 ABC-1234。', sources: [] }),
        seats: required({ label: '座位數', schema: z.int().min(1).max(9), sources: [] }),
      },
    }),
  },
  rules: [],
  outputs: {},
  marks: [],
  sources: [],
});

describe('defineForm', () => {
  it('takes a form of a vendor, with the types of its fields', () => {
    const { value, ok } = checkForm(
      vendorForm,
      { car: { plate: ' ABC-1234 ', seats: 4 } },
      { asOf: '2026-11-24' },
    );
    const plate: string = value.car.plate;
    expect({ plate, ok }).toEqual({ plate: 'ABC-1234', ok: true });
    expect(findForm('vendor-parking', [...forms, vendorForm])).toBe(vendorForm);
  });

  it('lets a form of the catalogue be altered by value: a rule left out, the original untouched', () => {
    const altered = defineForm({
      ...g2b2c01,
      rules: g2b2c01.rules.filter(({ id }) => id !== 'TWO_SEALS_NEEDED'),
    });
    const options = { asOf: sampleDay(g2b2c01.id) };
    const codes = (form: typeof g2b2c01) =>
      checkForm(form, samples[g2b2c01.id], options).issues.map(({ code }) => code);
    expect(codes(g2b2c01)).toContain('TWO_SEALS_NEEDED');
    expect(codes(altered)).not.toContain('TWO_SEALS_NEEDED');
  });

  it('refuses a rule that names no field', () => {
    const rule = {
      id: 'X',
      severity: 'error',
      title: '',
      paths: ['/car/colour'],
      sources: [],
      run: () => [],
    } as const;
    expect(() => defineForm({ ...vendorForm, rules: [rule] })).toThrow(/\/car\/colour/);
  });

  it('has unique ids in the catalogue and refuses an unknown one with the known ones', () => {
    expect(new Set(forms.map(({ id }) => id)).size).toBe(forms.length);
    expect(() => findForm('nothing')).toThrow(expect.objectContaining({ code: 'FORM_NOT_FOUND' }));
  });
});

describe('checkForm', () => {
  const asOf = '2026-11-24';
  const issuesOf = (data: unknown, options = {}) =>
    checkForm(vendorForm, data, { asOf, ...options }).issues.map(({ code, path }) => `${code} ${path}`);

  it.each([[null], ['text'], [[]], [42]])('says that %j is no form data', (data) => {
    expect(issuesOf(data)).toContain('DATA_NOT_OBJECT ');
  });

  it('names lengths, shapes and a section that is none', () => {
    expect(issuesOf({ car: { plate: 'ABCDEFGHIJ', seats: '4' } })).toEqual([
      'TOO_LONG /car/plate',
      'WRONG_SHAPE /car/seats',
    ]);
    expect(issuesOf({ car: 'x' })).toContain('NOT_A_SECTION /car');
  });

  it('leaves out what is missing while a draft is written', () => {
    expect(issuesOf({}, { draft: true })).toEqual([]);
    expect(issuesOf({})).toEqual(['REQUIRED /car/plate', 'REQUIRED /car/seats']);
  });

  it('warns on a day on which the edition is not in force', () => {
    const data = { car: { plate: 'A', seats: 1 } };
    expect(issuesOf(data, { asOf: '2027-01-01' })).toEqual(['EDITION_NOT_IN_FORCE ']);
    expect(issuesOf(data, { asOf: '2026-12-31' })).toEqual([]);
  });

  it('never alters the data it is given', () => {
    const data = Object.freeze({ car: Object.freeze({ plate: ' A ', seats: 1 }) });
    expect(checkForm(vendorForm, data, { asOf }).value.car.plate).toBe('A');
    expect(data.car.plate).toBe(' A ');
  });
});

describe('printForm', () => {
  it('refuses data with errors, naming them, and a form that is not made for paper', () => {
    const form = findForm('g2b2c-01');
    expect(() => printForm(form, {}, { asOf: '2026-11-24' })).toThrow(
      expect.objectContaining({ code: 'FORM_DATA_INVALID' }),
    );
    const good = { car: { plate: 'A', seats: 1 } };
    expect(() => printForm(vendorForm, good, { asOf: '2026-11-24' })).toThrow(
      expect.objectContaining({ code: 'FORM_OUTPUT_UNAVAILABLE' }),
    );
  });

  it('prints a half-written form when asked for a draft', () => {
    const form = findForm('g2b2c-01');
    const printed = printForm(form, { applicant: { name: '測試' } }, { asOf: '2026-11-24', draft: true });
    expect(printed.type === 'sheet' && sheetTexts(printed.sheet)).toContain('測試');
  });

  it('K20: prints the telephone number of the day', () => {
    const form = findForm('g2b2c-01');
    const phone = (asOf: string) => {
      const printed = printForm(form, samples[form.id] ?? {}, { asOf });
      return printed.type === 'sheet' ? sheetTexts(printed.sheet).at(-1) : undefined;
    };
    expect(phone('2019-12-10')).toBe('客服電話 (02)2503-0030');
    expect(phone('2026-11-24')).toBe('客服電話 070-1016-0017');
  });

  it('X1–X3: fixed texts come as recorded, or with full-width punctuation', () => {
    const form = findForm('xca-application-primary');
    const text = (punctuation: 'as-recorded' | 'full-width') => {
      const printed = printForm(form, samples[form.id] ?? {}, { asOf: '2019-12-10', punctuation });
      return printed.type === 'sheet' ? sheetTexts(printed.sheet).at(-1) : undefined;
    };
    expect(text('as-recorded')).toContain('名稱是否正確,憑證');
    expect(text('full-width')).toContain('名稱是否正確，憑證');
    expect(text('full-width')).toContain('專線：02-2192-7111');
    expect(toFullWidthPunctuation('08:30-18:00,例假日(P2P)')).toBe('08:30-18:00，例假日（P2P）');
  });
});
