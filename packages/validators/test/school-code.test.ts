import { describe, expect, it } from 'vitest';
import { checkSchoolCode, isSchoolCode } from '../src/school-code.ts';
import { testVectors } from './support/vector.ts';

describe('the agency code of a school', () => {
  testVectors(checkSchoolCode, [
    ['379084100Y', 'ok'],
    ['379084100', 'error', ['AGENCY_CODE_LENGTH']],
    ['074601', 'error', ['SCHOOL_CODE_MOE']],
    ['07460A', 'error', ['SCHOOL_CODE_MOE']],
    ['2.16.886.111.90010.90003.100001', 'error', ['SCHOOL_CODE_OID']],
  ]);
  it('is checked as it stands by isSchoolCode', () => {
    expect(isSchoolCode('379084100Y')).toBe(true);
    expect(isSchoolCode(' 379084100Y')).toBe(false);
  });
});
