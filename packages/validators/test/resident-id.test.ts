import { describe, expect, it } from 'vitest';
import { checkResidentId, isResidentId, parseResidentId } from '../src/resident-id.ts';
import { testVectors } from './support/vector.ts';

const today = { asOf: '2026-11-23' } as const;
const newForm = ['A800000014', 'A870000015', 'A880000018', 'A890000011', 'A900000007', 'A800000005'] as const;
const legacy = ['AA00000009', 'AB00000001', 'AC00000003', 'AD00000005', 'AB23456789', 'CC00151114'] as const;

describe('both forms', () => {
  testVectors(
    checkResidentId,
    [...newForm, ...legacy].map((number) => [number, 'ok'] as const),
    today,
  );
  testVectors(
    checkResidentId,
    [
      ['A800501509', 'error', ['RESIDENT_ID_CHECKSUM']],
      // The check digit is right; E is no second letter.
      ['AE00000007', 'error', ['RESIDENT_ID_FORMAT']],
      ['A123456789', 'error', ['RESIDENT_ID_NATIONAL']],
      ['ａａ０００００００９', 'info', ['NORMALISED'], 'AA00000009'],
    ],
    today,
  );
});

describe('dates', () => {
  it.each(legacy)('%s is good on 2030-12-31 and a warning on 2031-01-01', (number) => {
    expect(checkResidentId(number, { asOf: '2030-12-31' }).level).toBe('ok');
    const { level, issues } = checkResidentId(number, { asOf: '2031-01-01' });
    expect([level, issues[0]?.code]).toEqual(['warning', 'RESIDENT_ID_LEGACY_ENDED']);
  });
  it.each(newForm)('%s is refused before 2021-01-02', (number) => {
    expect(checkResidentId(number, { asOf: '2021-01-01' }).issues[0]?.code).toBe('RESIDENT_ID_TOO_NEW');
    expect(checkResidentId(number, { asOf: '2021-01-02' }).ok).toBe(true);
    expect(isResidentId(number, { asOf: '2021-01-01' })).toBe(false);
    expect(isResidentId(number)).toBe(true);
  });
});

describe('parseResidentId', () => {
  it.each([
    ['A800000014', 'new', 'male', 'foreign'],
    ['A870000015', 'new', 'male', 'no-household'],
    ['A880000018', 'new', 'male', 'hong-kong-macao'],
    ['A890000011', 'new', 'male', 'mainland'],
    ['A900000007', 'new', 'female', 'foreign'],
  ] as const)('reads %s', (id, form, sex, status) => {
    expect(parseResidentId(id)).toEqual({ id, form, sex, status });
  });
  it('reads the legacy form without a status', () => {
    expect(parseResidentId('ab00000001')).toEqual({ id: 'AB00000001', form: 'legacy', sex: 'female' });
    expect(parseResidentId('A800501509')).toBeUndefined();
  });
});
