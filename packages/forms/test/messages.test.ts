import { describe, expect, it } from 'vitest';
import { forms } from '../src/catalogue/forms.ts';
import { FormError } from '../src/form-error.ts';
import { type FormErrorCode, formErrors } from '../src/form-errors.ts';
import { en } from '../src/messages/en.ts';
import { zh } from '../src/messages/zh.ts';

const places = (template: string) => [...template.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();

describe('issue messages', () => {
  it('exist in both languages for every code', () => {
    expect(Object.keys(en).sort()).toEqual(Object.keys(zh).sort());
  });

  it('fill the same places in both languages', () => {
    for (const [code, template] of Object.entries(en)) {
      expect(places(template), code).toEqual(places(zh[code as keyof typeof zh]));
    }
  });

  it('exist for every rule of the catalogue', () => {
    const ids = forms.flatMap(({ rules }) => rules.map(({ id }) => id));
    expect(ids.filter((id) => !Object.hasOwn(zh, id))).toEqual([]);
  });
});

describe('coded errors', () => {
  const codes = Object.keys(formErrors) as FormErrorCode[];

  it.each(codes)('%s says when it is thrown, why, and what to do', (code) => {
    const { zh: text, en: english, when, likely, resolve } = formErrors[code];
    for (const sentence of [english, when, likely, resolve]) expect(sentence).toMatch(/^[A-Z].{15,}\.$/s);
    expect(text).toMatch(/。$/);
    const error = new FormError(code, { id: 'x' });
    expect(error).toMatchObject({ name: 'FormError', code, message: text, details: { id: 'x' } });
  });

  it('keep the cause', () => {
    const cause = new Error('zip');
    expect(new FormError('TEMPLATE_UNREADABLE', {}, cause).cause).toBe(cause);
    expect(new FormError('TEMPLATE_UNREADABLE').cause).toBeUndefined();
  });
});
