import { describe, expect, it } from 'vitest';
import { type ValueKind, valueKinds } from '../../src/kinds.ts';
import { createRandom } from '../support/random.ts';

/** Every string to every check, instead of each string to one check in turn. */
const whole = process.env.KCC_PROOF === '1';
const STRINGS = 1_000_000;
const LAST = 0x10ffff;

const kinds: readonly (readonly [string, ValueKind])[] = Object.entries(valueKinds);

/** Pieces that lead deep into the rules, beside plain noise. */
const PIECES = [
  '0',
  '8',
  '115',
  '2026',
  '04595257',
  'A123456789',
  'XC',
  '字第',
  '號',
  '民國',
  '前',
  '年',
  '月',
  '日',
  '一百',
  '十',
  '（星期三）',
  '高雄市',
  '鳳山區',
  '臺',
  '台',
  '路',
  '@',
  '.',
  '/',
  '-',
  '(',
  ')',
  '[',
  ']',
  '\\',
  '$',
  '^',
  '*',
  '+',
  '?',
  '分機',
  '#',
  ' ',
  '　',
  '\n',
  '\0',
  '\ud800',
  '\udfff',
  '\ue000',
  '\u200b',
  '\u0301',
  '𠮷',
  '元',
  ',',
  '，',
  ':',
  'x',
  'Ａ',
];

/** Runs the checks on one text: all in the whole proof, else the next one in turn. */
function run(text: string, turn: number): void {
  const chosen = whole ? kinds : kinds.slice(turn % kinds.length, (turn % kinds.length) + 1);
  for (const [name, { check }] of chosen) {
    const { ok, level, issues } = check(text, turn % 2 ? { mode: 'strict' } : undefined);
    if (ok !== (level !== 'error') || (level === 'ok') !== (issues.length === 0)) {
      expect.fail(`${name} ${JSON.stringify(text)}: ${level}, ${issues.length} issues`);
    }
  }
}

describe(whole ? 'every check' : 'the checks in turn', () => {
  it(`never throw on ${STRINGS.toLocaleString('en')} random strings`, { timeout: 600_000 }, () => {
    const random = createRandom(3);
    for (let turn = 0; turn < STRINGS; turn++) {
      let text = '';
      for (let pieces = random(8); pieces >= 0; pieces--) {
        text += random(3) ? PIECES[random(PIECES.length)] : String.fromCodePoint(random(LAST + 1));
      }
      run(text, turn);
    }
  });
  it('never throw on any single code point, surrogates among them', { timeout: 600_000 }, () => {
    for (let code = 0; code <= LAST; code++) run(String.fromCodePoint(code), code);
  });
});

describe('a long text', () => {
  const long = [
    '1'.repeat(100_000),
    ' '.repeat(100_000),
    `1234567890(${' '.repeat(100_000)}x`,
    `${'a.'.repeat(50_000)}@${'b.'.repeat(50_000)}`,
    `${'字'.repeat(100_000)}第1號`,
    `${'高雄市'.repeat(30_000)}`,
    `07-7470171${'#'.repeat(100_000)}`,
    `${'\u0301'.repeat(100_000)}`,
    `民國${'一'.repeat(100_000)}年`,
    `${'-'.repeat(100_000)}1`,
    `${'及1'.repeat(50_000)}`,
    `${','.repeat(100_000)}`,
  ];
  it.each(kinds)('takes %s no longer than it is long', (_, { check }) => {
    for (const text of long) {
      const start = performance.now();
      check(text);
      // Generous for a busy machine; a quadratic pattern takes many seconds.
      expect(performance.now() - start, text.slice(0, 20)).toBeLessThan(1500);
    }
  });
});
