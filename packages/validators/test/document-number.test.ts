import { describe, expect, it } from 'vitest';
import { checkDocumentNumber, isDocumentNumber, parseDocumentNumber } from '../src/document-number.ts';
import { testVectors } from './support/vector.ts';

const published = [
  ['府研智字第1091148910號', '府研智', 109],
  ['院授發檔(資)字第1080008553號', '院授發檔(資)', 108],
  ['院授發檔(資)字第1090022610號', '院授發檔(資)', 109],
  ['府行文二字第1036002675號', '府行文二', 103],
  ['台財人字第10008506970號', '台財人', 100],
  ['中企秘字第11304002110號', '中企秘', 113],
  ['內授消字第11316024921號', '內授消', 113],
  ['北普人字第1021002624號', '北普人', 102],
  ['僑資規字第1101600089號', '僑資規', 110],
  ['府授法規字第0990000099號', '府授法規', 99],
  ['法律字第0910005634號', '法律', 91],
  ['華總一義字第9000223510號', '華總一義', 90],
] as const;

describe('numbers that government pages print', () => {
  testVectors(
    checkDocumentNumber,
    published.map(([text]) => [text, 'ok'] as const),
  );
  it.each(published)('%s is of %s, year %i', (text, word, year) => {
    expect(parseDocumentNumber(text)).toMatchObject({ word, year });
    expect(isDocumentNumber(text)).toBe(true);
  });
  it('are taken apart into 年度, 流水號 and 支號', () => {
    expect(parseDocumentNumber('台財人字第10008506970號')).toEqual({
      word: '台財人',
      number: '10008506970',
      year: 100,
      serial: '0850697',
      branch: '0',
    });
  });
});

describe('other forms', () => {
  testVectors(checkDocumentNumber, [
    ['○○議員字第 0000000001號', 'info', ['NORMALISED'], '○○議員字第0000000001號'],
    ['府研智字第１０９１１４８９１０號', 'info', ['NORMALISED'], '府研智字第1091148910號'],
    ['嘉府資訊1150012345', 'warning', ['DOCUMENT_NUMBER_SIGNS']],
    ['府研智字第12號', 'warning', ['DOCUMENT_NUMBER_DIGITS']],
    ['府研智字第123456789012345678號', 'warning', ['DOCUMENT_NUMBER_DIGITS']],
    ['府研智', 'error', ['DOCUMENT_NUMBER_FORMAT']],
    ['1091148910', 'error', ['DOCUMENT_NUMBER_FORMAT']],
  ]);
  it('keeps the brackets of the 字 as they are', () => {
    expect(checkDocumentNumber('院授發檔（資）字第1080008553號')).toMatchObject({ level: 'ok' });
  });
  it('suggests the missing signs', () => {
    const { issues } = checkDocumentNumber('嘉府資訊1150012345');
    expect(issues[0]?.fix?.replacement).toBe('嘉府資訊字第1150012345號');
  });
  it('has no year when the digits begin with 000', () => {
    expect(parseDocumentNumber('○○議員字第 0000000001號')).toEqual({
      word: '○○議員',
      number: '0000000001',
      serial: '0000000001',
    });
    expect(parseDocumentNumber('府研智字第12號')).toBeUndefined();
  });
});

describe('the year beside the issue date', () => {
  const check = (text: string, issueDate: string) =>
    checkDocumentNumber(text, { issueDate }).issues.map((i) => i.code);
  it('is only a warning when it differs', () => {
    expect(check('府研智字第1091148910號', '2020-06-01')).toEqual([]);
    expect(check('府研智字第1091148910號', '2021-01-04')).toEqual(['DOCUMENT_NUMBER_YEAR']);
    expect(check('華總一義字第9000223510號', '2001-11-14')).toEqual([]);
    expect(check('○○議員字第0000000001號', '2019-11-12')).toEqual([]);
  });
});
