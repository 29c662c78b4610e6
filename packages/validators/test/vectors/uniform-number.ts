import type { Vector } from '../support/vector.ts';

/**
 * 統一編號 by the rule since 2023-04-01. Origins: FIA examples and test numbers as cited in taiwan-id-validator 2.1.0
 * docs/specification-sources.md; GitHub threads koblas/stdnum-js#159, polarsource/polar#13445,
 * enylin/taiwan-id-validator#37, guanting112/taiwan-id-validator; XC and EB codes of g0v/addressbook.parser.
 */
export const bothRules = [
  '04595257', '10458575', '10458574', '12345675', '22099131', '84149961', '96979933', '16003518', '00501503',
  '02750963', '04192682', '14106686', '14875622', '92002238', '14101850', '98905310', '50819619',
] as const;

/** Valid by the mod 5 rule only. */
export const newRuleOnly = ['04595252', '10458570', '12345670', '62140097', '00501508', '00000074'] as const;

export const bad: readonly Vector[] = [
  ['12345678', 'error', ['UNIFORM_NUMBER_CHECKSUM']],
  ['25317520', 'error', ['UNIFORM_NUMBER_CHECKSUM']],
  ['00501502', 'error', ['UNIFORM_NUMBER_CHECKSUM']],
  ['A0342336', 'error', ['UNIFORM_NUMBER_FORMAT']],
  ['00000000', 'error', ['UNIFORM_NUMBER_PLACEHOLDER']],
  ['1234567', 'error', ['UNIFORM_NUMBER_LENGTH']],
  ['123456789', 'error', ['UNIFORM_NUMBER_LENGTH']],
  ['1234567500000', 'error', ['UNIFORM_NUMBER_LENGTH']],
  ['', 'error', ['EMPTY']],
];

/** Registered companies that break both rules (enylin/taiwan-id-validator#37). */
export const registeredAllTheSame = ['90316313', '41050981'] as const;
