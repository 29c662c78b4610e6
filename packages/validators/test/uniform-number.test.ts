import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkUniformNumber, isUniformNumber } from '../src/uniform-number.ts';
import { testVectors } from './support/vector.ts';
import { bad, bothRules, newRuleOnly, registeredAllTheSame } from './vectors/uniform-number.ts';

const digits = fc.array(fc.nat(9), { minLength: 7, maxLength: 7 }).map((list) => list.join(''));

/** Numbers that a rule accepts: seven digits and the one of ten last digits that the rule asks for. */
const numbers = (asOf: string) =>
  digits.map((start) => {
    const last = [...'0123456789'].find((digit) => isUniformNumber(start + digit, { asOf }));
    return start + (last ?? '');
  });

describe('numbers of both rules', () => {
  testVectors(
    checkUniformNumber,
    bothRules.map((number) => [number, 'ok'] as const),
  );
  it.each(bothRules)('%s is good before 2023-04-01 too', (number) => {
    expect(checkUniformNumber(number, { asOf: '2023-03-31' })).toMatchObject({ level: 'ok' });
    expect(isUniformNumber(number, { asOf: '2023-03-31' })).toBe(true);
  });
});

describe('numbers of the mod 5 rule only', () => {
  testVectors(
    checkUniformNumber,
    newRuleOnly.map((number) => [number, 'info', ['UNIFORM_NUMBER_NEW_RULE_ONLY']] as const),
    { asOf: '2023-04-01' },
  );
  it.each(newRuleOnly)('%s is refused on 2023-03-31', (number) => {
    const { ok, issues } = checkUniformNumber(number, { asOf: '2023-03-31' });
    expect(ok).toBe(false);
    expect(issues.map(({ code }) => code)).toEqual(['UNIFORM_NUMBER_TOO_NEW']);
    expect(isUniformNumber(number)).toBe(true);
    expect(isUniformNumber(number, { asOf: '2020-01-01' })).toBe(false);
  });
});

describe('bad numbers', () => {
  testVectors(checkUniformNumber, bad);
  it('says how many digits there are', () => {
    expect(checkUniformNumber('1234567').issues[0]?.message).toContain('目前為 7 位');
  });
});

describe('a register', () => {
  it.each(registeredAllTheSame)('makes the failing check digit of %s a warning', (number) => {
    const register = new Set<string>(registeredAllTheSame);
    expect(checkUniformNumber(number)).toMatchObject({ ok: false, level: 'error' });
    expect(checkUniformNumber(number, { register })).toMatchObject({ ok: true, level: 'warning' });
    expect(isUniformNumber(number, { register })).toBe(true);
  });
});

describe('other ways to type a number', () => {
  testVectors(checkUniformNumber, [
    ['04595257 ', 'info', ['NORMALISED'], '04595257'],
    ['０４５９５２５７', 'info', ['NORMALISED'], '04595257'],
    ['\ufeff04595257\n', 'info', ['NORMALISED'], '04595257'],
  ]);
  it('are refused in strict mode', () => {
    const { issues, ok } = checkUniformNumber('０４５９５２５７', { mode: 'strict' });
    expect(ok).toBe(false);
    expect(issues[0]).toMatchObject({
      code: 'NORMALISED',
      severity: 'error',
      fix: { replacement: '04595257' },
    });
    expect(isUniformNumber('04595257 ')).toBe(false);
    expect(isUniformNumber('04595257\n')).toBe(false);
  });
});

describe('the mod 10 rule', () => {
  const oldRule = { asOf: '2020-01-01' } as const;
  // A change of a digit by d changes the sum by the change of a digit sum, never by a multiple of 10, except where
  // the seventh digit 7 gives the sum two readings.
  it('catches every change of a single digit of a number without 7 in seventh place', () => {
    fc.assert(
      fc.property(numbers('2020-01-01'), fc.nat(7), fc.integer({ min: 1, max: 9 }), (number, at, by) => {
        const changed = [...number].map((d, i) => (i === at ? String((Number(d) + by) % 10) : d)).join('');
        fc.pre(number[6] !== '7' && changed[6] !== '7');
        return !isUniformNumber(changed, oldRule);
      }),
      { seed: 1, numRuns: 1000 },
    );
  });
});

describe('the mod 5 rule', () => {
  it('lets through exactly the changes that its digit sums cannot see', () => {
    // For each place: pairs of digits whose weighted digit sums differ by a multiple of 5.
    const weights = [1, 2, 1, 2, 1, 2, 4, 1];
    const part = (digit: number, at: number): number => {
      const product = digit * (weights[at] ?? 0);
      return Math.floor(product / 10) + (product % 10);
    };
    fc.assert(
      fc.property(numbers('2026-01-01'), fc.nat(7), fc.integer({ min: 1, max: 9 }), (number, at, by) => {
        const old = Number(number[at]);
        const now = (old + by) % 10;
        const changed = number.slice(0, at) + now + number.slice(at + 1);
        fc.pre(number[6] !== '7' && changed[6] !== '7' && changed !== '00000000');
        const unseen = (part(old, at) - part(now, at)) % 5 === 0;
        return isUniformNumber(changed) === unseen;
      }),
      { seed: 2, numRuns: 1000 },
    );
  });
  it('accepts every number that the mod 10 rule accepts', () => {
    fc.assert(
      fc.property(numbers('2023-03-31'), (number) => {
        return isUniformNumber(number, { asOf: '2023-04-01' });
      }),
      { seed: 3, numRuns: 1000 },
    );
  });
});
