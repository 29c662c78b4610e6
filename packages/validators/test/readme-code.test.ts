import { expect, it } from 'vitest';
import {
  type CheckOptions,
  checkAgencyCode,
  checkCaseNumber,
  checkUniformNumber,
  formatRocDate,
  isUniformNumber,
  parseDocumentNumber,
  parsePhone,
  type Rule,
  runCheck,
  translateIssue,
} from '../src/index.ts';
import { en } from '../src/messages/en.ts';
import { toStandardSchema } from '../src/standard-schema/index.ts';

it('a check', () => {
  const { ok, level, value, issues } = checkUniformNumber('０４５９５２５７');
  expect([ok, level, value, issues[0]?.message]).toEqual([
    true,
    'info',
    '04595257',
    '應寫成「04595257」，請核對。',
  ]);
});

it('other functions', () => {
  expect([
    isUniformNumber('62140097', { asOf: '2023-03-31' }),
    checkAgencyCode('XC90316313', { register: new Set(['XC90316313']) }).level,
    formatRocDate('2026-11-24', 'letter'),
    parseDocumentNumber('台財人字第10008506970號'),
    parsePhone('07-7470171分機123')?.value,
  ]).toEqual([
    false,
    'warning',
    '中華民國115年11月24日',
    { word: '台財人', number: '10008506970', year: 100, serial: '0850697', branch: '0' },
    '+88677470171;ext=123',
  ]);
});

it('English', () => {
  const [issue] = checkCaseNumber('040010000000000000080067').issues;
  expect(issue && translateIssue(issue, en).message).toBe('A case number has 25 digits; this has 24.');
});

it('Standard Schema', () => {
  const uniformNumber = toStandardSchema(checkUniformNumber, { check: { asOf: '2026-11-23' } });
  const result = uniformNumber['~standard'].validate('12345678');
  expect(result.issues?.[0]?.message).toBe('統一編號檢查碼不符，請核對。');
});

it('rules of your own', () => {
  const seatRules = [
    ['SEAT_FORMAT', '席次應為 1 至 65。', (text: string) => !/^[1-9]\d?$/.test(text) || Number(text) > 65],
    ['SEAT_VACANT', '第 {text} 席目前出缺，請核對。', (text: string) => text === '13' && { text }, 'warning'],
  ] as const satisfies readonly Rule<string, CheckOptions>[];
  const checkSeat = (value: string, options: CheckOptions = {}) => runCheck(seatRules, value, options);
  const codes = checkSeat('１３').issues.map(({ code }) => code);
  expect(codes).toEqual(['NORMALISED', 'SEAT_VACANT']);
});
