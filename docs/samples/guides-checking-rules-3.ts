// From docs/guides/checking-rules.md; written by docs/build/write-docs.ts.
import { lintLetter, type Rule } from '@kcc/gongwen/lint';

const mentionsHotline: Rule = {
  id: 'MY-001',
  severity: 'warning',
  tier: 'K',
  title: '對民眾的函附上服務電話',
  message: '請在聯絡方式加上服務電話',
  source: '本處規定 115.1.1',
  fix: 'none',
  kinds: ['letter'],
  bad: [],
  good: [],
  check: (letter) =>
    'contactLines' in letter && letter.contactLines.some((line) => line.startsWith('電話'))
      ? []
      : [{ path: '/contactLines' }],
};
const letter = {
  kind: 'letter', subtype: '函', issuers: [{ type: 'organisation', name: '甲' }], contactLines: [], documentNumbers: [],
  attachments: [], subject: '請查照。', sections: [], copies: [], signatures: [], recipients: [],
} as const;
const found = lintLetter(letter, { rules: [mentionsHotline] });
if (!found.some(({ code }) => code === 'MY-001')) throw new Error('the rule did not speak');

export { mentionsHotline, letter, found };
