import { isNationalId } from '@kcc/validators';
import { inBodies } from '../examples.ts';
import { patternRule } from '../pattern-rule.ts';
import type { Rule } from '../rule.ts';
import { cite } from '../tables/sources.ts';

/** X: privacy. */
export const privacyRules: readonly Rule[] = [
  patternRule({
    id: 'GW-X001',
    severity: 'error',
    tier: 'K',
    fix: 'none',
    title: '不露身分證統一編號',
    message: '文中有身分證統一編號；請刪去或遮隱',
    source: '個人資料保護法',
    raw: true,
    pattern: /(?<![A-Za-z0-9])[A-Z][12]\d{8}(?![A-Za-z0-9])/g,
    accept: ({ match }) => isNationalId(match[0]),
    bad: inBodies('申請人A123456789。'),
    good: inBodies('案號A123456780。'),
  }),
  patternRule({
    id: 'GW-X002',
    severity: 'warning',
    tier: 'K',
    fix: 'none',
    title: '不露個人手機號碼、帳號',
    message: '文中有手機號碼或帳號；請確認必要，或遮隱',
    source: '個人資料保護法',
    roles: ['subject', 'section', 'item'],
    hint: '0帳',
    pattern: /(?<!\d)09\d{2}-?\d{3}-?\d{3}(?!\d)|(?<=帳號[：:為]?\s?)\d[\d-]{8,}\d/g,
    // The account of a treasury is public.
    accept: ({ part, range }) =>
      !/公庫|[市縣]庫|國庫|專戶/.test(part.text.slice(Math.max(0, range[0] - 60), range[1] + 60)),
    bad: inBodies('申請人電話0912-345-678。', '匯入帳號：012-3456-7890123。'),
    good: inBodies('洽詢電話(02)2345-6789。', '匯入本府公庫專戶帳號：012-3456-7890123。'),
  }),
  patternRule({
    id: 'GW-X003',
    severity: 'error',
    tier: 'K',
    fix: 'none',
    title: '不留去識別的代號',
    message: '「{found}」是去識別的代號；請換回實際內容',
    source: cite('practice'),
    hint: '[{<',
    pattern: /[[{<]{1,2}(?:NAME|PERSON|PHONE|ADDRESS|ID|EMAIL|姓名|電話|地址)[_\d]*[\]}>]{1,2}/g,
    bad: inBodies('申請人[PERSON_1]。'),
    good: inBodies('申請人許君。'),
  }),
];
