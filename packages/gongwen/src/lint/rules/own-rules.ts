import type { Letter } from '../../model/letter.ts';
import { inBodies, withFields } from '../examples.ts';
import { patternRule } from '../pattern-rule.ts';
import type { Rule } from '../rule.ts';
import { cite } from '../tables/sources.ts';

/** How a body that is no agency calls itself: 本府 or 本局 of an agency is a slip of a copied letter. */
const selfName = (id: string, right: string, keep: string): Rule =>
  patternRule({
    id,
    severity: 'warning',
    tier: 'K',
    fix: 'offered',
    title: `自稱${right}`,
    message: '「{found}」是機關的自稱；請改為「{right}」',
    source: cite('practice'),
    roles: ['subject', 'section', 'item'],
    pattern: new RegExp(`(?<![日根原])本[府局部院署${keep}](?![分位份])`, 'g'),
    replace: () => right,
    bad: inBodies('本府依計畫辦理。'),
    good: inBodies(`${right}依計畫辦理。`, '原本部分經費已核銷。'),
  });

const isLetter = (letter: Letter) => letter.kind === 'letter';

/** Rules of the company profile. */
export const companyRules: readonly Rule[] = [
  selfName('COMPANY-001', '本公司', '處會'),
  {
    id: 'COMPANY-002',
    severity: 'error',
    tier: 'D',
    fix: 'none',
    title: '公司行文只用函',
    message: '公司行文不用「{found}」；請改用函',
    source: cite('act', '第2條'),
    bad: [withFields('書函', { subtype: '書函', signatures: [] })],
    good: [withFields('函', {})],
    check: (letter) =>
      letter.kind === 'letter' && letter.subtype !== '函'
        ? [{ path: '/subtype', params: { found: letter.subtype } }]
        : [],
  },
  {
    id: 'COMPANY-003',
    severity: 'error',
    tier: 'D',
    fix: 'safe',
    title: '公司行文沒有密等',
    message: '公司行文不列密等「{found}」；請刪去',
    source: cite('practice'),
    bad: [withFields('密', { classification: { level: '密', declassification: '本件至會議結束後解密' } })],
    good: [withFields('密等空白', {})],
    check: (letter) => {
      const found = letter.classification?.level;
      return isLetter(letter) && found !== undefined
        ? [
            {
              path: '/classification',
              params: { found },
              edits: [{ path: '/classification', value: undefined }],
            },
          ]
        : [];
    },
  },
];

/** Rules of the profile of a councillor's office. */
export const officeRules: readonly Rule[] = [selfName('OFFICE-001', '本處', '')];
