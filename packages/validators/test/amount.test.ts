import { describe, expect, it } from 'vitest';
import { cardFee, checkAmount, isAmount, parseAmount } from '../src/amount.ts';
import { testVectors } from './support/vector.ts';

describe('in 2019, when the fee was confirmed', () => {
  testVectors(
    checkAmount,
    [
      ['420', 'ok'],
      ['1260', 'ok'],
      ['1,260元', 'info', ['NORMALISED'], '1260'],
      ['新臺幣420元整', 'info', ['NORMALISED'], '420'],
      ['421', 'error', ['AMOUNT_NOT_FEE']],
      ['0', 'error', ['AMOUNT_NOT_FEE']],
      ['四百二十', 'error', ['AMOUNT_FORMAT']],
      ['1,26', 'error', ['AMOUNT_FORMAT']],
      ['-420', 'error', ['AMOUNT_FORMAT']],
      ['420.0', 'error', ['AMOUNT_FORMAT']],
    ],
    { asOf: '2019-11-12' },
  );
  it('is the fee times the number of applications', () => {
    const asOf = '2019-11-12';
    expect(checkAmount('1260', { asOf, applications: 3 }).level).toBe('ok');
    expect(checkAmount('840', { asOf, applications: 3 }).issues[0]?.code).toBe('AMOUNT_NOT_FEE');
  });
});

describe('later', () => {
  it('says until when the fee was confirmed', () => {
    const { level, issues } = checkAmount('420', { asOf: '2026-11-23' });
    expect([level, issues[0]?.code]).toEqual(['info', 'AMOUNT_UNCONFIRMED']);
    expect(cardFee({ asOf: '2026-11-23' })).toMatchObject({ amount: 420, from: '2019-01-01' });
    expect(isAmount('420')).toBe(true);
  });
});

describe('card and account numbers', () => {
  it.each(['4111111111111111', '5555 5555 5555 4444', '3530-1113-3330-0000', '6200000000000005'])(
    '%s is refused and not handed back',
    (number) => {
      const result = checkAmount(number);
      expect(result).toMatchObject({ ok: false, value: '' });
      expect(result.issues[0]?.code).toBe('AMOUNT_CARD_NUMBER');
      expect(JSON.stringify(result)).not.toContain(number.slice(-4));
    },
  );
});

describe('parseAmount', () => {
  it.each([
    ['420', 420],
    ['1,260 元', 1260],
    ['1,26', undefined],
    ['', undefined],
  ])('%j is %s', (text, amount) => {
    expect(parseAmount(text)).toBe(amount);
  });
});
