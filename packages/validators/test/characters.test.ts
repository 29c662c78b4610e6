import { describe, expect, it } from 'vitest';
import { checkCharacters, isCharacters } from '../src/characters.ts';
import { isCp950 } from '../src/cp950.ts';
import { testVectors } from './support/vector.ts';

describe('characters of a text', () => {
  testVectors(checkCharacters, [
    ['為利辦理公文電子交換作業，請查照。\r\n\t一、', 'ok'],
    ['高雄臺台裏恒恆碁銹粧嫺墻', 'ok'],
    ['㈱①㎡Ⅳ', 'info', ['CHARACTER_NOT_BIG5']],
    ...[...'堃喆犇峯綉煊瑠栢邨'].map((char) => [char, 'info', ['CHARACTER_NOT_BIG5']] as const),
    ['\u{2137c}', 'info', ['CHARACTER_NOT_BIG5']],
    ['\u{20bb7}', 'info', ['CHARACTER_NOT_BIG5']],
    ['\ue000', 'error', ['CHARACTER_PRIVATE']],
    ['\uf6b1', 'error', ['CHARACTER_PRIVATE']],
    ['\u{f0000}', 'error', ['CHARACTER_PRIVATE']],
    ['\u2f00', 'error', ['CHARACTER_RADICAL']],
    ['\ufffd', 'error', ['CHARACTER_BROKEN']],
    ['\ud800', 'error', ['CHARACTER_BROKEN']],
    ['\uffff', 'error', ['CHARACTER_BROKEN', 'CHARACTER_NOT_BIG5']],
    ['\0', 'error', ['CHARACTER_BROKEN']],
    ['\x85', 'error', ['CHARACTER_BROKEN']],
    ['公\u200b文', 'warning', ['CHARACTER_INVISIBLE']],
    ['\ufa0c', 'info', ['CHARACTER_COMPATIBILITY']],
    ['\ufa0d', 'info', ['CHARACTER_COMPATIBILITY']],
    ['e\u0301', 'warning', ['CHARACTER_NOT_NFC']],
    ['脱説产发', 'info', ['CHARACTER_VARIANT']],
    ['ㄧ', 'ok'],
    ['ㄧ、二', 'ok'],
    ['第ㄧ條', 'info', ['CHARACTER_LOOK_ALIKE']],
    ['高雄市—鳳山區', 'ok'],
  ]);
  it('reports everything it finds, each with its code points', () => {
    const { issues } = checkCharacters('甲\ue000乙\ufffd\u2f00堃');
    expect(issues.map(({ code, params }) => [code, params?.codes])).toEqual([
      ['CHARACTER_PRIVATE', 'U+E000'],
      ['CHARACTER_BROKEN', 'U+FFFD'],
      ['CHARACTER_RADICAL', 'U+2F00'],
      ['CHARACTER_NOT_BIG5', 'U+5803'],
    ]);
  });
  it('suggests the mended text and never applies it', () => {
    const { issues, value } = checkCharacters('脱説产发，\u2f00二');
    expect(value).toBe('脱説产发，\u2f00二');
    expect(issues.map(({ fix }) => fix?.replacement)).toEqual(['脱説产发，一二', '脫說產發，\u2f00二']);
    expect(issues.every(({ fix }) => fix?.safe === false)).toBe(true);
  });
  it('names a character that is there twice once', () => {
    expect(checkCharacters('堃堃').issues[0]?.params?.chars).toBe('堃');
    expect(isCharacters('堃')).toBe(true);
    expect(isCharacters('\ue000')).toBe(false);
  });
});

describe('NFC is looked at, not applied', () => {
  it('because two characters of Big5 would become others', () => {
    for (const char of ['\ufa0c', '\ufa0d']) {
      expect(isCp950(char)).toBe(true);
      expect(char.normalize('NFC')).not.toBe(char);
      expect(checkCharacters(char).value).toBe(char);
    }
  });
});
