import { inBodies } from '../examples.ts';
import { patternRule } from '../pattern-rule.ts';
import type { Rule } from '../rule.ts';
import { SIMPLIFIED, traditionalOf } from '../tables/simplified.ts';
import { cite } from '../tables/sources.ts';

/** U: characters that may not stand in a letter, or that not everybody can see. */
export const scriptRules: readonly Rule[] = [
  patternRule({
    id: 'GW-U010',
    severity: 'error',
    tier: 'K',
    fix: 'offered',
    title: '用正體字',
    message: '「{found}」是簡化字；請改用正體字「{right}」',
    source: cite('handbook104'),
    raw: true,
    pattern: SIMPLIFIED,
    // Firms of Japan keep the characters of their register.
    accept: ({ part, range }) =>
      !/株式会社|有限会社/.test(part.text.slice(Math.max(0, range[0] - 20), range[1] + 20)),
    replace: ({ match }) => traditionalOf(match[0]),
    bad: inBodies('这份计画。', '亲自领取。'),
    good: inBodies('里面、后土、台端、出席、合同、核准、拮据。', '台灣東芝電子零組件（株式会社）。'),
  }),
  patternRule({
    id: 'GW-U011',
    severity: 'error',
    tier: 'K',
    fix: 'safe',
    title: '不用相容漢字',
    message: '「{found}」是相容漢字；請改為「{right}」',
    source: cite('practice', 'Unicode NFC'),
    raw: true,
    pattern: /[\uf900-\ufaff]/g,
    accept: ({ match }) => match[0].normalize('NFC') !== match[0],
    replace: ({ match }) => match[0].normalize('NFC'),
    bad: inBodies('請辦\uf9e4。'),
    good: inBodies('請辦理。'),
  }),
  patternRule({
    id: 'GW-U012',
    severity: 'error',
    tier: 'K',
    fix: 'none',
    title: '沒有控制字元',
    message: '含有無法交換的控制字元；請刪去',
    source: cite('xml', '2.2'),
    raw: true,
    // A lone surrogate is one without its partner.
    pattern:
      /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffd\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
    bad: inBodies('請填復\u0007。'),
    good: inBodies('請填復𠮷。'),
  }),
  patternRule({
    id: 'GW-U013',
    severity: 'warning',
    tier: 'K',
    fix: 'none',
    title: '不用自造字',
    message: '「{found}」是自造字（私用區），對方可能無法顯示；請改用 Unicode 或 CNS 11643 的字',
    source: '文書及檔案管理電腦化作業規範 附錄3',
    raw: true,
    pattern: /[\ue000-\uf8ff]|[\udb80-\udbff][\udc00-\udfff]/g,
    bad: inBodies('許\ue000君。'),
    good: inBodies('許君。'),
  }),
  patternRule({
    id: 'GW-U014',
    severity: 'error',
    tier: 'K',
    fix: 'none',
    title: '不用表情符號',
    message: '「{found}」是表情符號；請刪去',
    source: cite('practice'),
    raw: true,
    pattern: /\p{Extended_Pictographic}/gu,
    accept: ({ match }) => !/[©®™]/.test(match[0]),
    bad: inBodies('請參加😀。'),
    good: inBodies('請參加。'),
  }),
];
