import { describe, expect, it } from 'vitest';
import { crossBorder } from '../src/data/postal-exceptions.ts';
import { checkPostalCode, isPostalCode, parsePostalCode } from '../src/postal-code.ts';
import { testVectors } from './support/vector.ts';

const today = { asOf: '2026-11-23' } as const;

describe('codes', () => {
  testVectors(
    checkPostalCode,
    [
      ['830', 'ok'],
      ['830029', 'ok'],
      ['210', 'ok'],
      ['210005', 'ok'],
      ['290', 'ok'],
      ['817', 'ok'],
      ['819', 'ok'],
      ['83074', 'info', ['POSTAL_CODE_LEGACY']],
      ['８３０', 'info', ['NORMALISED'], '830'],
      ['999', 'error', ['POSTAL_CODE_UNKNOWN']],
      ['000', 'error', ['POSTAL_CODE_UNKNOWN']],
      ['1000', 'error', ['POSTAL_CODE_FORMAT']],
      ['8307', 'error', ['POSTAL_CODE_FORMAT']],
    ],
    today,
  );
  it('have three, five or six digits by their date', () => {
    expect(checkPostalCode('83074', { asOf: '2020-03-02' }).level).toBe('ok');
    expect(checkPostalCode('830029', { asOf: '2020-03-02' }).issues[0]?.code).toBe('POSTAL_CODE_TOO_NEW');
    expect(checkPostalCode('830029', { asOf: '2020-03-03' }).level).toBe('ok');
  });
});

describe('one code of many districts', () => {
  it.each([
    ['300', ['北區', '東區', '香山區']],
    ['600', ['東區', '西區']],
  ])('%s', (zip3, names) => {
    expect(parsePostalCode(zip3)?.districts.map(({ district }) => district)).toEqual(names);
    const [{ county } = { county: '' }] = parsePostalCode(zip3)?.districts ?? [];
    for (const district of names)
      expect(checkPostalCode(zip3, { ...today, county, district }).level).toBe('ok');
  });
});

describe('a district under another code', () => {
  it.each(
    Object.entries(crossBorder).flatMap(([place, codes]) => codes.map((zip3) => [place, zip3] as const)),
  )('%s with %s is a warning that knows of it', (place, zip3) => {
    const options = { ...today, county: place.slice(0, 3), district: place.slice(3) };
    const { ok, issues } = checkPostalCode(zip3, options);
    expect([ok, issues[0]?.code]).toEqual([true, 'POSTAL_CODE_CROSS_BORDER']);
  });
  it('is a warning that names the right code otherwise', () => {
    const { ok, issues } = checkPostalCode('830', { county: '台北市', district: '中正區' });
    expect(ok).toBe(true);
    expect(issues[0]).toMatchObject({
      code: 'POSTAL_CODE_DISTRICT',
      params: { expected: '100', zip3: '830' },
    });
  });
});

describe('parsePostalCode', () => {
  it('splits code and section and names special places', () => {
    expect(parsePostalCode('830029')).toMatchObject({ zip3: '830', section: '029' });
    expect(parsePostalCode('817')).toMatchObject({ districts: [], special: '高雄市東沙群島' });
    for (const text of ['999', '1000', '', 'abc', '83002']) {
      expect(parsePostalCode(text)?.zip3).toBe(text === '83002' ? '830' : undefined);
    }
    expect(isPostalCode('830')).toBe(true);
    expect(isPostalCode('830 ')).toBe(false);
  });
});
