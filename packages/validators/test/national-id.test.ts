import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { idChecksumHolds } from '../src/id-checksum.ts';
import { checkNationalId, isNationalId, parseNationalId } from '../src/national-id.ts';
import { testVectors, type Vector } from './support/vector.ts';

const good = [
  'A123456789',
  'A200000003',
  'F131104093',
  'M162773050',
  'B123456780',
  'C123456781',
  'D123456782',
  'E123456783',
  'F123456784',
  'G123456785',
  'H123456786',
  'I123456781',
  'J123456787',
  'K123456788',
  'L123456788',
  'M123456789',
  'N123456780',
  'O123456782',
  'P123456781',
  'Q123456782',
  'R123456783',
  'S123456784',
  'T123456785',
  'U123456786',
  'V123456787',
  'W123456789',
  'X123456787',
  'Y123456788',
  'Z123456780',
] as const;

const bad: readonly Vector[] = [
  ['A123456788', 'error', ['NATIONAL_ID_CHECKSUM']],
  ['A200501503', 'error', ['NATIONAL_ID_CHECKSUM']],
  ['A12345678', 'error', ['NATIONAL_ID_FORMAT']],
  ['A1234567890', 'error', ['NATIONAL_ID_FORMAT']],
  // The check digit of these two is right, the second digit is not.
  ['A323456783', 'error', ['NATIONAL_ID_FORMAT']],
  ['A023456787', 'error', ['NATIONAL_ID_FORMAT']],
  ['A800000014', 'error', ['NATIONAL_ID_RESIDENT']],
  ['AA00000009', 'error', ['NATIONAL_ID_RESIDENT']],
];

/** Good numbers: the last digit has weight 1, so one of ten is right. */
const id = fc
  .tuple(
    fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'),
    fc.constantFrom('1', '2'),
    fc.array(fc.nat(9), { minLength: 7, maxLength: 7 }),
  )
  .map(([letter, second, rest]) => {
    const start = letter + second + rest.join('');
    return start + [...'0123456789'].find((digit) => idChecksumHolds(start + digit));
  });

describe('the 26 letters and published samples', () => {
  testVectors(
    checkNationalId,
    good.map((number) => [number, 'ok'] as const),
  );
  testVectors(checkNationalId, bad);
});

describe('other ways to type a number', () => {
  testVectors(checkNationalId, [
    ['a123456789', 'info', ['NORMALISED'], 'A123456789'],
    [' A123456789', 'info', ['NORMALISED'], 'A123456789'],
    ['Ａ１２３４５６７８９', 'info', ['NORMALISED'], 'A123456789'],
  ]);
  it.each(['a123456789', ' A123456789', 'Ａ１２３４５６７８９', 'A123456789\n'])(
    '%j is refused in strict mode',
    (text) => {
      expect(checkNationalId(text, { mode: 'strict' }).ok).toBe(false);
      expect(isNationalId(text)).toBe(false);
    },
  );
});

describe('the check digit', () => {
  it('catches a change of a digit unless the change times its weight is a multiple of 10', () => {
    fc.assert(
      fc.property(id, fc.integer({ min: 2, max: 9 }), fc.integer({ min: 1, max: 9 }), (number, at, by) => {
        const weight = 9 - at || 1;
        const now = (Number(number[at]) + by) % 10;
        const changed = number.slice(0, at) + now + number.slice(at + 1);
        return idChecksumHolds(changed) === ((by * weight) % 10 === 0);
      }),
      { seed: 4, numRuns: 2000 },
    );
  });
  it('catches every transposition of adjacent different digits from the second to the last but one', () => {
    fc.assert(
      fc.property(id, fc.integer({ min: 1, max: 7 }), (number, at) => {
        fc.pre(number[at] !== number[at + 1]);
        const swapped = number.slice(0, at) + number[at + 1] + number[at] + number.slice(at + 2);
        return !idChecksumHolds(swapped);
      }),
      { seed: 5, numRuns: 2000 },
    );
  });
});

describe('parseNationalId', () => {
  it('reads the sex from the second digit', () => {
    expect(parseNationalId('a123456789')).toEqual({ id: 'A123456789', sex: 'male' });
    expect(parseNationalId('A200000003')).toEqual({ id: 'A200000003', sex: 'female' });
    expect(parseNationalId('A123456788')).toBeUndefined();
  });
});
