import { arabicArticle } from '../chinese-number.ts';
import { inBodies } from '../examples.ts';
import { patternRule } from '../pattern-rule.ts';
import type { Example, Rule } from '../rule.ts';
import { SHORT_ACTS } from '../tables/acts.ts';
import { FORMER_NAMES } from '../tables/agency-names.ts';
import { cite } from '../tables/sources.ts';
import { HAN_ARTICLE } from './number-context.ts';

/** A fictitious act of 14 articles; which acts there are is the caller's to say. */
const withLaws = (example: Example): Example => ({
  ...example,
  context: { laws: new Map([['範例自治條例', 14]]) },
});

const DATE = /\d+年\d+月\d+日/;

/** A letter cited without its date, its kind or its agency; licences and judgments are no letters. */
function lacksParts({ groups = {} }: RegExpExecArray): boolean {
  const { head = '', kind, next = '' } = groups;
  if (/年度/.test(head)) return false;
  const dated = DATE.test(head);
  if (kind !== undefined && !dated) return !/同日|上開|前開|上揭|前揭|旨揭|次日|[同前]函/.test(head);
  if (kind === undefined && dated) return /^(?:辦理|[，。；]|在案)/.test(next);
  return dated && /^(?:.*[，。；])?(?:復|依|依據|奉|據|查)(?:中華民國)?\d+年/.test(head);
}

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
    // The enacting formula of a 令 names its object in quotation marks.
    accept: ({ match, part, range }) =>
      !/(?:作法|方法|作業辦法草案)$/.test(match[1] ?? match[2] ?? '') &&
      !/(?:制定|訂定|修正|廢止|增訂|刪除|核釋)$/.test(part.text.slice(Math.max(0, range[0] - 4), range[0])),
    replace: ({ match }) => match[1] ?? match[2],
    bad: inBodies('依「公文程式條例」第6條辦理。', '依《檔案法》辦理。'),
    good: inBodies(
      '依公文程式條例第6條辦理。',
      '依「文書處理要點」第6點辦理。',
      '制定「綠美化獎助辦法」草案。',
      '修正「嘉禾市攤販管理自治條例」第5條。',
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
    // As written: the agency's own name is part of the title.
    raw: true,
    pattern:
      /(?<=(?:^|[，。；、])依(?:據)?)(?!旨揭|上開|前開|該|本|上述|前揭|貴|鈞|所|其|相關|各)([^之及與等\P{Script=Han}]{4,20}(?:作業要點|處理要點|實施要點|注意事項|處理原則|作業須知))/gmu,
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
  patternRule({
    id: 'GW-L003',
    severity: 'warning',
    tier: 'K',
    fix: 'safe',
    title: '條文寫第N條第N項第N款',
    message: '「{found}」請改為「{right}」',
    source: `${cite('numbers', '第4點')}；行政院釋例 111.12.8`,
    hint: '條',
    pattern: new RegExp(
      `(?<=第\\d+條(?:之\\d+)?(?:第?\\d+項)?(?:第?\\d+款)?)\\d+(?=[項款目])|(?<=(?:法|條例|通則|規程|規則|細則|辦法|標準|準則))${HAN_ARTICLE}`,
      'g',
    ),
    // Where rules are drafted or changed, their articles keep Chinese numerals.
    accept: ({ match }, { matter, text }) =>
      !match[0].startsWith('第') ||
      (matter === undefined && !/修正|增訂|刪除|制定|訂定|草案|條文|廢止|施行/.test(text.raw)),
    replace: ({ match }) => (match[0].startsWith('第') ? arabicArticle(match[0]) : `第${match[0]}`),
    bad: inBodies('依檔案法第6條2項辦理。', '依公文程式條例第六條辦理。', '依檔案法第6條第2項3款辦理。'),
    good: inBodies(
      '依檔案法第6條第2項第3款辦理。',
      '依檔案法第6條之1辦理。',
      '修正嘉禾市綠美化自治條例第六條條文。',
      '增列3項設備、2款車型。',
    ),
  }),
  patternRule({
    id: 'GW-L005',
    severity: 'warning',
    tier: 'K',
    fix: 'none',
    title: '引文的省略用刪節號',
    message: '引文以「{found}」表示省略；請用「……」',
    source: cite('interpretation', '108.8.20'),
    raw: true,
    hint: '「',
    pattern:
      /(?<=「[^「」\n]{0,400})(?:[（(](?:略|中略|下略|前略|以下略)[)）]|\.{3,}|。{3,}|(?<!…)…(?!…))(?=[^「」\n]{0,400}」)/g,
    bad: inBodies('該函略以，「應辦理綠美化（略）並填復」。', '該函略以，「應辦理綠美化...並填復」。'),
    good: inBodies('該函略以，「應辦理綠美化……並填復」。'),
  }),
  {
    id: 'GW-L006',
    severity: 'info',
    tier: 'H',
    fix: 'offered',
    title: '法規第一次寫全名',
    message: '「{found}」第一次宜寫「{right}」，並註明以下簡稱',
    source: cite('textbook', '附錄第28頁'),
    bad: inBodies('依個資法第6條辦理。'),
    good: inBodies(
      '依個人資料保護法（以下簡稱個資法）第6條辦理，個資法另有規定者從其規定。',
      '依採購法令辦理。',
    ),
    check: (_, { text }) =>
      SHORT_ACTS.flatMap(([short, right]) => {
        if (!text.masked.includes(short) || text.masked.includes(right)) return [];
        const named = new RegExp(`${short}(?!令)`);
        const part = text.parts.find(({ text: words }) => named.test(words));
        if (!part) return [];
        const start = part.text.search(named);
        const range = [start, start + short.length] as const;
        return [
          {
            path: part.path,
            range,
            params: { found: short, right },
            edits: [{ path: part.path, range, value: right }],
          },
        ];
      }),
  },
  patternRule({
    id: 'GW-L007',
    severity: 'warning',
    tier: 'K',
    fix: 'none',
    title: '引述來文寫機關、日期、字號及文別',
    message: '引述「{found}」不完整；請寫「機關＋日期＋字第○號＋文別」',
    source: cite('handbook104', '16(二)9'),
    pattern:
      /(?<head>[^，。；、\n]{0,40}?)字第\s?\d[\d-]*號(?<kind>書函|函|令|公告|開會通知單)?(?=(?<next>[^\n]?[^\n]?))/g,
    accept: ({ match }) => lacksParts(match),
    bad: inBodies(
      '依嘉禾市政府府工字第1150001234號函辦理。',
      '依嘉禾市政府115年10月1日府工字第1150001234號辦理。',
      '依115年10月1日府工字第1150001234號函辦理。',
    ),
    good: inBodies(
      '依嘉禾市政府115年10月1日府工字第1150001234號函辦理。',
      '領有府工建字第1150001234號執照。',
      '依嘉禾地方法院115年度訴字第123號判決辦理。',
      '依本府同日府工字第1150001234號函辦理。',
    ),
  }),
  patternRule({
    id: 'GW-L008',
    severity: 'info',
    tier: 'K',
    fix: 'offered',
    title: '用機關現名',
    message: '「{found}」已改名；請寫「{right}」',
    source: cite('practice'),
    hint: '勞環農衛',
    pattern: new RegExp(`(?<!前|原|改制前[^，。]{0,4})(?:${Object.keys(FORMER_NAMES).join('|')})`, 'g'),
    replace: ({ match }) => FORMER_NAMES[match[0]],
    bad: inBodies('請洽勞委會辦理。', '依行政院環境保護署規定辦理。'),
    good: inBodies('請洽勞動部辦理。', '依前行政院環境保護署規定辦理。', '依「環保署作業規定」辦理。'),
  }),
  {
    id: 'GW-L009',
    severity: 'info',
    tier: 'K',
    fix: 'none',
    title: '所引條文存在',
    message: '{name}只有 {right} 條，沒有第 {found} 條；請查對',
    source: '全國法規資料庫',
    bad: inBodies('依範例自治條例第20條辦理。').map(withLaws),
    good: inBodies('依範例自治條例第6條辦理。', '依範例自治條例施行細則第20條辦理。').map(withLaws),
    check: (_, { text, laws }) =>
      laws !== undefined && text.characters.has('條')
        ? [...laws].flatMap(([name, last]) =>
            text.parts.flatMap(({ path, text: words }) =>
              [...words.matchAll(new RegExp(`${name}第(\\d+)條`, 'g'))]
                .filter(([, article]) => Number(article) > last)
                .map(([, article = '']) => ({ path, params: { name, found: article, right: last } })),
            ),
          )
        : [],
  },
];
