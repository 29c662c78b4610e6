import { describe, expect, it } from 'vitest';
import { runCheck } from '../src/check.ts';
import { valueKinds } from '../src/kinds.ts';
import { checkUniformNumber } from '../src/uniform-number.ts';

describe('every check', () => {
  it.each(Object.entries(valueKinds))('%s accepts its example', (_, { check, example }) => {
    expect(check(example, { asOf: '2019-11-12' }).ok || check(example).ok).toBe(true);
  });
  it.each(Object.entries(valueKinds))('%s reports what is no text and what is empty', (_, { check }) => {
    for (const value of [undefined, null, 4595257, {}, ['04595257']]) {
      const { ok, issues } = check(value as never);
      expect([ok, issues[0]?.code]).toEqual([false, 'NOT_TEXT']);
    }
    expect(check('').issues[0]?.code).toBe('EMPTY');
  });
});

describe('options', () => {
  it('put the path into the issues', () => {
    expect(checkUniformNumber('1', { path: '/applicant/code' }).issues[0]?.path).toBe('/applicant/code');
  });
  it('refuse a date that is none, as the mistake of the caller', () => {
    expect(() => checkUniformNumber('04595252', { asOf: '2023-02-30' })).toThrow(RangeError);
  });
  it('never let a register excuse what strict mode refuses', () => {
    const register = new Set(['04595257']);
    expect(checkUniformNumber('０４５９５２５７', { mode: 'strict', register }).ok).toBe(false);
  });
});

describe('runCheck', () => {
  const rules = [
    ['A', 'a {n}', (text: string) => text.length > 2 && { n: text.length, fix: text.slice(0, 2) }],
    ['B', 'b', (text: string) => text.startsWith('x')],
    ['C', 'c', () => true, 'info'],
  ] as const;
  it('stops at the first error, and does not when told so', () => {
    expect(runCheck(rules, 'xyz', {}).issues.map(({ code }) => code)).toEqual(['A']);
    const all = runCheck(rules, 'xyz', {}, undefined, undefined, true);
    expect(all.issues.map(({ code }) => code)).toEqual(['A', 'B', 'C']);
    expect(all.issues[0]).toMatchObject({ message: 'a 3', fix: { replacement: 'xy', safe: false } });
  });
});
