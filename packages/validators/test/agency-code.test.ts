import { describe, expect, it } from 'vitest';
import { agencyCodeFamily, checkAgencyCode, isAgencyCode, parseAgencyCode } from '../src/agency-code.ts';
import { testVectors } from './support/vector.ts';

const government = [
  'A00000000A',
  '700000000A',
  '397000000A',
  '398000000A',
  '376470000A',
  '379084100Y',
  'A095A0100R',
  'A0731013NN',
  '3151826995',
  '3290100005',
] as const;
const withUniformNumber = [
  'XC02750963',
  'XC04192682',
  'XC14106686',
  'XC14875622',
  'XC92002238',
  'EB14101850',
  'EB98905310',
  'EB50819619',
] as const;
const unusual = [
  '3409990009',
  '9540002003',
  ...Array.from({ length: 19 }, (_, at) => `95200${String(at + 1).padStart(2, '0')}003`),
] as const;

describe('codes of the published lists', () => {
  testVectors(
    checkAgencyCode,
    government.map((code) => [code, 'ok'] as const),
  );
  testVectors(
    checkAgencyCode,
    withUniformNumber.map((code) => [code, 'ok'] as const),
  );
  testVectors(
    checkAgencyCode,
    unusual.map((code) => [code, 'warning', ['AGENCY_CODE_UNUSUAL']] as const),
  );
});

describe('other codes', () => {
  testVectors(checkAgencyCode, [
    ['XA19102568', 'warning', ['XA_TAIL_UNVERIFIED']],
    ['00', 'error', ['AGENCY_CODE_LENGTH']],
    ['397000000', 'error', ['AGENCY_CODE_LENGTH']],
    ['397000000a', 'error', ['AGENCY_CODE_CHARACTERS']],
    ['XA1234567', 'error', ['AGENCY_CODE_LENGTH']],
    ['XC0275096', 'error', ['AGENCY_CODE_LENGTH']],
    ['XC12345678', 'error', ['AGENCY_CODE_UNIFORM_NUMBER']],
    ['EB12345678', 'error', ['AGENCY_CODE_UNIFORM_NUMBER']],
    ['３９７００００００Ａ', 'info', ['NORMALISED'], '397000000A'],
  ]);
  it('suggests capital letters', () => {
    expect(checkAgencyCode('397000000a').issues[0]?.fix).toMatchObject({
      replacement: '397000000A',
      safe: false,
    });
    expect(checkAgencyCode('機關').issues[0]?.fix).toBeUndefined();
  });
  it('is at most a warning when the address book holds it', () => {
    const register = new Map([
      ['XC90316313', '豪強企業有限公司'],
      ['00', '憑證管理中心'],
    ]);
    expect(checkAgencyCode('XC90316313', { register })).toMatchObject({ ok: true, level: 'warning' });
    expect(checkAgencyCode('00', { register })).toMatchObject({ ok: true, level: 'warning' });
    expect(isAgencyCode('XC90316313')).toBe(false);
  });
});

describe('a code with a name beside it', () => {
  it.each([
    ['380110000G (桃園市政府工務局)', '380110000G', '桃園市政府工務局'],
    ['A01020100G (內政部國土管理署城鄉發展分署)', 'A01020100G', '內政部國土管理署城鄉發展分署'],
    ['376480000A (南投縣政府)', '376480000A', '南投縣政府'],
    ['376480000A（南投縣政府）', '376480000A', '南投縣政府'],
    ['EB50819619\n乾坤測繪科技有限公司', 'EB50819619', '乾坤測繪科技有限公司'],
  ])('%j is parsed', (text, code, name) => {
    expect(parseAgencyCode(text)).toMatchObject({ code, name });
    expect(checkAgencyCode(text)).toMatchObject({ value: code, level: 'info' });
    expect(checkAgencyCode(text, { mode: 'strict' }).ok).toBe(false);
  });
  it('is no code when the text begins with something else', () => {
    expect(parseAgencyCode('桃園市政府 380110000G')).toBeUndefined();
  });
});

describe('agencyCodeFamily', () => {
  it('tells the schemes apart', () => {
    expect(agencyCodeFamily('A00000000A')).toBe('government');
    expect(agencyCodeFamily('XC02750963')).toBe('xc');
    expect(agencyCodeFamily('EB50819619')).toBe('eb');
    expect(agencyCodeFamily('XA19102568')).toBe('xa');
    expect(agencyCodeFamily('3409990009')).toBe('other');
  });
});
