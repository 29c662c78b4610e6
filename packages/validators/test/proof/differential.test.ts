import { isBan, validateIdCardNumber } from 'taiwan-id-validator';
import { describe, expect, it } from 'vitest';
import { isNationalId } from '../../src/national-id.ts';
import { isResidentId } from '../../src/resident-id.ts';
import { isUniformNumber } from '../../src/uniform-number.ts';
import { createRandom } from '../support/random.ts';

const ROUNDS = 1_000_000;

/** What taiwan-id-validator 2.1.0 and this package see differently, by the reason. */
function explainUniformNumber(number: string): string {
  return number === '00000000' ? 'placeholder: the sum is 0, no such number is issued' : 'unexplained';
}

describe(`taiwan-id-validator 2.1.0 on ${ROUNDS.toLocaleString('en')} random numbers`, () => {
  it('agrees on every 統一編號 of both rules but the placeholder', () => {
    const random = createRandom(1);
    const disagreements = new Map<string, Set<string>>();
    const compare = (number: string): void => {
      const agree =
        isUniformNumber(number) === isBan(number) &&
        isUniformNumber(number, { asOf: '2023-03-31' }) === isBan(number, { applyOldRules: true });
      if (agree) return;
      const reason = explainUniformNumber(number);
      disagreements.set(reason, (disagreements.get(reason) ?? new Set()).add(number));
    };
    for (let round = 0; round < ROUNDS; round++) compare(String(random(100_000_000)).padStart(8, '0'));
    for (const number of ['00000000', '04595252', '10458574', '90316313', 'A0342336', '1234567', ''])
      compare(number);
    expect(Object.fromEntries(disagreements)).toEqual({
      'placeholder: the sum is 0, no such number is issued': new Set(['00000000']),
    });
  });

  it('agrees on every 身分證 and 統一證號, and on which of the two it is', () => {
    const random = createRandom(2);
    const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
    let good = 0;
    for (let round = 0; round < ROUNDS; round++) {
      const second = '0123456789ABCDEFZ'.charAt(random(17));
      const id = letters.charAt(random(26)) + second + String(random(100_000_000)).padStart(8, '0');
      const theirs = validateIdCardNumber(id);
      const kind = theirs.valid ? (theirs.category === 'NATIONAL_ID' ? 'national' : 'resident') : 'none';
      const ours = isNationalId(id) ? 'national' : isResidentId(id) ? 'resident' : 'none';
      if (ours !== kind) expect.fail(`${id}: ${ours}, theirs ${kind}`);
      if (ours !== 'none') good++;
    }
    expect(good).toBeGreaterThan(ROUNDS / 50);
  });
});
