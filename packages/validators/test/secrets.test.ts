import { describe, expect, it } from 'vitest';
import { checkPin, isPin } from '../src/pin.ts';
import { checkUserCode, isUserCode } from '../src/user-code.ts';

type Row = readonly [secret: string, codes: readonly string[]];

const userCodes: readonly Row[] = [
  ['111111111', []],
  ['aB3!x9', []],
  ['abcdefghij', []],
  ['abc123', []],
  ['ABC123', []],
  ['abc12', ['USER_CODE_LENGTH']],
  ['abcdefghijk', ['USER_CODE_LENGTH']],
  ['', ['EMPTY']],
  ['       ', ['USER_CODE_CHARACTERS']],
  ['密碼123456', ['USER_CODE_CHARACTERS']],
  ['ab c123', ['USER_CODE_CHARACTERS']],
  ['ａｂｃ１２３', ['USER_CODE_CHARACTERS']],
  ['abc123 ', ['USER_CODE_CHARACTERS']],
];

const pins: readonly Row[] = [
  ['123456', []],
  ['12345678', []],
  ['aB3!x9', []],
  ['12345', ['PIN_LENGTH']],
  ['123456789', ['PIN_LENGTH']],
  ['', ['EMPTY']],
  ['      ', ['PIN_CHARACTERS']],
  ['１２３４５６', ['PIN_CHARACTERS']],
];

describe.each([
  { name: '用戶代碼', check: checkUserCode, is: isUserCode, rows: userCodes },
  { name: 'PIN', check: checkPin, is: isPin, rows: pins },
])('$name', ({ check, is, rows }) => {
  it.each([...rows])('%j reports %j', (secret, codes) => {
    const result = check(secret);
    expect(result.issues.map(({ code }) => code)).toEqual(codes);
    expect(is(secret)).toBe(codes.length === 0);
  });
  it('is in no part of any result, in any mode and with a register', () => {
    const secrets = ['q7!Zk2', 'q7! Zk2w', '祕密q7Zk2', 'q7!Zk2q7!Zk2q7!Zk2'];
    for (const secret of secrets) {
      for (const mode of ['strict', 'lenient'] as const) {
        const printed = JSON.stringify(check(secret, { mode, register: new Set([secret]) }));
        expect(printed).not.toContain('Zk2');
        expect(printed).toContain('"value":""');
      }
    }
  });
});
