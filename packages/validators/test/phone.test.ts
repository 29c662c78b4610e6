import { describe, expect, it } from 'vitest';
import { checkPhone, formatPhone, isPhone, parsePhone } from '../src/phone.ts';
import { testVectors } from './support/vector.ts';

describe('numbers and their E.164 form', () => {
  testVectors(checkPhone, [
    ['077470171', 'ok', [], '+88677470171'],
    ['07-7470171', 'ok', [], '+88677470171'],
    ['(02)2192-7111', 'ok', [], '+886221927111'],
    ['(02)2503-0030', 'ok', [], '+886225030030'],
    ['070-1016-0017', 'ok', [], '+8867010160017'],
    ['037123456', 'ok', [], '+88637123456'],
    ['049-2222106', 'ok', [], '+886492222106'],
    ['082-325630', 'ok', [], '+88682325630'],
    ['0826-66666', 'ok', [], '+88682666666'],
    ['0836-25131', 'ok', [], '+88683625131'],
    ['089-326141', 'ok', [], '+88689326141'],
    ['04-22289111', 'ok', [], '+886422289111'],
    ['04-7222151', 'ok', [], '+88647222151'],
    ['038-227171', 'ok', [], '+88638227171'],
    ['0800-080-117', 'ok', [], '+886800080117'],
    ['0912-345-678', 'ok', [], '+886912345678'],
    ['+886-7-7470171', 'ok', [], '+88677470171'],
    ['+886 (0)7 7470171', 'ok', [], '+88677470171'],
    ['０７－７４７０１７１', 'info', ['NORMALISED'], '+88677470171'],
  ]);
});

describe('extensions', () => {
  const value = '+88677470171;ext=123';
  testVectors(checkPhone, [
    ['07-7470171分機123', 'ok', [], value],
    ['07-7470171轉123', 'ok', [], value],
    ['(07)747-0171 #123', 'ok', [], value],
    ['07-7470171 ext. 123', 'ok', [], value],
    ['07-7470171(分機123)', 'ok', [], value],
    ['07-7470171 內線：123', 'info', ['NORMALISED'], value],
    [value, 'ok'],
  ]);
});

describe('what is no contact number', () => {
  testVectors(checkPhone, [
    ['02-12345678', 'error', ['PHONE_FORMAT']],
    ['07-1234567', 'error', ['PHONE_FORMAT']],
    ['07-747017', 'error', ['PHONE_FORMAT']],
    ['07-7470XXX', 'error', ['PHONE_MASKED']],
    ['07-7470○○○', 'error', ['PHONE_MASKED']],
    ['1999', 'error', ['PHONE_SERVICE']],
    ['110', 'error', ['PHONE_SERVICE']],
    ['119', 'error', ['PHONE_SERVICE']],
    ['7470171', 'error', ['PHONE_NO_AREA']],
    ['07-7470171、07-7470172', 'error', ['PHONE_SEVERAL']],
    ['無', 'error', ['PHONE_FORMAT']],
  ]);
});

describe('parsePhone and formatPhone', () => {
  it('take a number apart and write it for people', () => {
    expect(parsePhone('0836-25131 轉 5')).toEqual({
      kind: 'landline',
      area: '0836',
      subscriber: '25131',
      extension: '5',
      value: '+88683625131;ext=5',
    });
    expect(parsePhone('0912345678')).toMatchObject({ kind: 'mobile', area: '09' });
    expect(formatPhone('+88677470171;ext=123')).toBe('07-7470171#123');
    expect(formatPhone('(02)2192-7111')).toBe('02-21927111');
    expect(formatPhone('無')).toBe('無');
    expect(isPhone('07-7470171')).toBe(true);
  });
});
