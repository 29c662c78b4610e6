import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  checkCaseNumber,
  checkCaseNumberTail,
  isCaseNumber,
  lastFive,
  parseCaseNumber,
} from '../src/case-number.ts';
import { testVectors } from './support/vector.ts';

const number = '0400100000000000000080067';

describe('25 digits', () => {
  testVectors(checkCaseNumber, [
    [number, 'ok'],
    ['04001-00000-00000-00000-80067', 'info', ['NORMALISED'], number],
    ['04001 00000 00000 00000 80067', 'info', ['NORMALISED'], number],
    ['０４００１－０００００－０００００－０００００－８００６７', 'info', ['NORMALISED'], number],
    ['040010000000000000080067', 'error', ['CASE_NUMBER_LENGTH']],
    ['04001000000000000000080067', 'error', ['CASE_NUMBER_LENGTH']],
    ['04001A0000000000000080067', 'error', ['CASE_NUMBER_FORMAT']],
  ]);
  it('says the actual length', () => {
    expect(checkCaseNumber('040010000000000000080067').issues[0]?.message).toContain('目前為 24 位');
    expect(checkCaseNumber('04001000000000000000080067').issues[0]?.params).toMatchObject({ length: 26 });
  });
  it('in any grouping give the same number', () => {
    const groups = fc.array(fc.constantFrom('', '-', ' ', '－', '　', '–'), { minLength: 24, maxLength: 24 });
    fc.assert(
      fc.property(groups, (signs) => {
        const text = [...number].map((digit, at) => digit + (signs[at] ?? '')).join('');
        return checkCaseNumber(text).value === number && checkCaseNumber(text).ok;
      }),
      { seed: 6, numRuns: 300 },
    );
  });
  it('are grouped five by five', () => {
    expect(parseCaseNumber('04001 00000 00000 00000 80067')).toEqual({
      value: number,
      groups: ['04001', '00000', '00000', '00000', '80067'],
      lastFive: '80067',
    });
    expect(parseCaseNumber('1')).toBeUndefined();
    expect(isCaseNumber('04001-00000-00000-00000-80067')).toBe(false);
  });
});

describe('後五碼', () => {
  testVectors(checkCaseNumberTail, [
    ['53421', 'ok'],
    ['5342', 'error', ['CASE_NUMBER_TAIL']],
    ['53421 ', 'info', ['NORMALISED'], '53421'],
  ]);
  it('is the end of the number in any grouping', () => {
    expect(lastFive('04001-00000-00000-00000-80067')).toBe('80067');
  });
});
