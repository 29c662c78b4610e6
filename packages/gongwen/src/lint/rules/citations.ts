import { inBodies } from '../examples.ts';
import { patternRule } from '../pattern-rule.ts';
import type { Rule } from '../rule.ts';
import { cite } from '../tables/sources.ts';

/** L: citing rules and letters. */
export const citationRules: readonly Rule[] = [
  patternRule({
    id: 'GW-L001',
    severity: 'warning',
    tier: 'K',
    fix: 'safe',
    title: '法律、法規命令名稱不加引號',
    message: '法規名稱「{found}」不加引號；請改為「{right}」',
    source: cite('textbook', '附錄第28頁(五)'),
    raw: true,
    hint: '「《〈',
    pattern:
      /[「《〈]([\p{Script=Han}]{2,24}(?:法|條例|通則|規程|規則|細則|辦法|標準|準則))[」》〉](?=\s?第\d+|規定)|《([\p{Script=Han}]{2,24}(?:法|條例|通則))》/gu,
    accept: ({ match }) => !/(?:作法|方法|作業辦法草案)$/.test(match[1] ?? match[2] ?? ''),
    replace: ({ match }) => match[1] ?? match[2],
    bad: inBodies('依「公文程式條例」第6條辦理。', '依《檔案法》辦理。'),
    good: inBodies(
      '依公文程式條例第6條辦理。',
      '依「文書處理要點」第6點辦理。',
      '制定「綠美化獎助辦法」草案。',
    ),
  }),
  patternRule({
    id: 'GW-L002',
    severity: 'warning',
    tier: 'K',
    fix: 'offered',
    title: '行政規則名稱加引號',
    message: '行政規則「{found}」應加「」；請改為「{right}」',
    source: cite('textbook', '附錄第28頁(五)'),
    hint: '要注原須',
    pattern:
      /(?<=(?:^|[，。；、])依(?:據)?)(?!旨揭|上開|前開|該|本|上述|前揭)([\p{Script=Han}]{4,16}(?:作業要點|處理要點|實施要點|注意事項|處理原則|作業須知))/gmu,
    replace: ({ match }) => `「${match[1]}」`,
    bad: inBodies('依文書處理要點辦理。'.replace('文書', '嘉禾市文書')),
    good: inBodies('依「嘉禾市文書處理要點」辦理。', '依旨揭作業要點辦理。'),
  }),
  patternRule({
    id: 'GW-L004',
    severity: 'warning',
    tier: 'K',
    fix: 'safe',
    title: '略以之後加標點',
    message: '「略以」之後請加「，」',
    source: cite('interpretation', '108.8.20'),
    pattern: /略以(?=[\p{Script=Han}「])/gu,
    replace: () => '略以，',
    bad: inBodies('該函略以本案應予列管。'),
    good: inBodies('該函略以，本案應予列管。', '該函略以：本案應予列管。'),
  }),
];
