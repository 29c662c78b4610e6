import { expect, it } from 'vitest';
import { plainLetter } from '../../src/lint/examples.ts';
import {
  companyProfile,
  councilOfficeProfile,
  createContext,
  defineProfile,
  draftProfile,
  exchangeProfile,
  fullProfile,
  lintLetter,
  type Rule,
  runRule,
  strictProfile,
} from '../../src/lint/index.ts';
import { companyRules, officeRules } from '../../src/lint/rules/own-rules.ts';

const codes = (...args: Parameters<typeof lintLetter>) => lintLetter(...args).map(({ code }) => code);

/** A rule of an agency's own. */
const noSlang: Rule = {
  id: 'CITY-001',
  severity: 'error',
  tier: 'K',
  fix: 'none',
  title: '不寫讚',
  message: '「讚」不入公文',
  source: '嘉禾市政府公文須知',
  bad: [],
  good: [],
  check: (_, { text }) => (text.raw.includes('讚') ? [{ path: '/subject' }] : []),
};

it('switches rules, changes their severity and takes own ones by value', () => {
  const letter = { ...plainLetter, subject: '請讚揚部份志工，請查照' };
  const city = defineProfile(strictProfile, {
    name: 'city',
    rules: { 'GW-B004': 'off', 'GW-C003': 'info' },
    ownRules: [noSlang],
  });
  expect(codes(letter)).toEqual(['GW-B004', 'GW-C003']);
  const issues = lintLetter(letter, { profile: city });
  expect(issues.map(({ code, severity }) => [code, severity])).toEqual([
    ['GW-C003', 'info'],
    ['CITY-001', 'error'],
  ]);
});

it('adds to the full profile what textbooks and offices do', () => {
  const letter = { ...plainLetter, sections: [{ name: '說明', text: '請以E-mail填復。', items: [] }] };
  expect(codes(letter)).toEqual([]);
  expect(codes(letter, { profile: fullProfile })).toEqual(['GW-U018']);
});

it('keeps the exchange profile to what makes an exchange fail', () => {
  const letter = { ...plainLetter, subject: '請讚揚部份志工，請查照', recipients: [] };
  expect(codes(letter, { profile: exchangeProfile })).toEqual(['GW-R001']);
});

it('asks a draft for no relation and no date', () => {
  const letter = { ...plainLetter, relation: 'up', subject: '請於○月○日前填復部份調查表，請查照。' } as const;
  expect(codes(letter, { profile: draftProfile })).toEqual(['GW-C003']);
});

it('lets a company write 函 without 密等, as 本公司', () => {
  const letter = {
    ...plainLetter,
    subtype: '書函',
    signatures: [],
    classification: { level: '密', declassification: '至會議結束解密' },
    sections: [{ name: '說明', text: '本府依約辦理。', items: [] }],
  } as const;
  expect(codes(letter, { profile: companyProfile })).toEqual(['COMPANY-001', 'COMPANY-002', 'COMPANY-003']);
});

it('calls a councillor’s office 本處', () => {
  const letter = { ...plainLetter, sections: [{ name: '說明', text: '本局受理陳情。', items: [] }] };
  expect(codes(letter, { profile: councilOfficeProfile })).toEqual(['OFFICE-001']);
});

it.each([...companyRules, ...officeRules])('$id fires on its bad examples only', (rule) => {
  const found = ({ letter }: (typeof rule.bad)[number]) =>
    runRule(rule, letter, createContext(letter, {})).length > 0;
  expect(rule.bad.every(found)).toBe(true);
  expect(rule.good.some(found)).toBe(false);
});
