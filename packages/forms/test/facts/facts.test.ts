import { describe, expect, it } from 'vitest';
import { certificateAuthority, exchangeAuthority, feeCollector } from '../../src/facts/authorities.ts';
import { kaohsiung } from '../../src/facts/councils/kaohsiung.ts';
import { newTaipei } from '../../src/facts/councils/new-taipei.ts';
import { type DatedFacts, factOn } from '../../src/facts/dated.ts';
import { addDays, addMonths } from '../../src/facts/deadlines.ts';
import { amountFor, cardFees } from '../../src/facts/fees.ts';
import { g2b2cHotline, xcaHotline } from '../../src/facts/hotlines.ts';

const histories: readonly (readonly [string, DatedFacts<unknown>])[] = [
  ['certificateAuthority', certificateAuthority],
  ['exchangeAuthority', exchangeAuthority],
  ['feeCollector', feeCollector],
  ['cardFees', cardFees],
  ['xcaHotline', xcaHotline],
  ['g2b2cHotline', g2b2cHotline],
  ['eligibility', kaohsiung.eligibility],
  ['eligibility of New Taipei', newTaipei.eligibility],
  ['reviewWindow', kaohsiung.reviewWindow],
  ['exchangeReview', kaohsiung.exchangeReview],
  ['agencyCode', kaohsiung.agencyCode],
  ['codeInstruction', kaohsiung.codeInstruction],
];

describe('dated facts', () => {
  it.each(histories)(
    '%s: every entry says where it was read and when it was compared, in order of time',
    (_, facts) => {
      expect(facts.length).toBeGreaterThan(0);
      for (const { source, verifiedOn, from, to } of facts) {
        expect(source).toMatch(/\S/);
        expect(verifiedOn).toMatch(/^\d{4}-\d\d-\d\d$/);
        if (from !== undefined && to !== undefined) expect(from <= to).toBe(true);
      }
      const starts = facts.map(({ from = '' }) => from);
      expect([...starts].sort()).toEqual(starts);
    },
  );

  it('2.1: the authority of the second review changed', () => {
    expect(factOn(certificateAuthority, '2019-10-07')?.value).toBe('國家發展委員會');
    expect(factOn(certificateAuthority, '2026-11-24')?.value).toBe('數位發展部');
  });

  it('gives nothing for a day on which nothing is known to hold', () => {
    expect(
      factOn([{ value: 1, from: '2020-01-01', source: '', verifiedOn: '', confidence: 'low' }], '2019-01-01'),
    ).toBeUndefined();
    expect(factOn([], '2019-01-01')).toBeUndefined();
  });

  it('R7, N1: one card is 420, three are 1,260', () => {
    expect(amountFor(1, '2019-12-01')).toBe(420);
    expect(amountFor(3, '2019-12-01')).toBe(1260);
  });

  it('counts days over a leap day and months to the last day there is', () => {
    expect(addDays('2019-12-15', 90)).toBe('2020-03-14');
    expect(addDays('2032-11-22', -60)).toBe('2032-09-23');
    expect(addMonths('2026-11-30', 3)).toBe('2027-02-28');
    expect(addMonths('2020-02-29', 72)).toBe('2026-02-28');
  });
});
