import { arabicArticle } from '../chinese-number.ts';
import { inBodies, inBody, withContext } from '../examples.ts';
import { matchesIn, patternRule } from '../pattern-rule.ts';
import type { Finding, Rule } from '../rule.ts';
import { cite } from '../tables/sources.ts';

const HAN = '[一二三四五六七八九十百零]+';
/** 第四十四條之一第一項第二款 in Chinese numerals. */
export const HAN_ARTICLE = `第${HAN}條(?:之${HAN})?(?:第${HAN}項)?(?:第${HAN}款)?(?:第${HAN}目)?`;
const CURRENCY = /新[臺台]幣/g;

interface Counted {
  readonly value: number;
  readonly unit: string;
}

/** 1萬4,286元 → 14286. */
function amountOf(text: string): number {
  const digits = (part: string | undefined) => Number((part ?? '').replaceAll(',', '') || 0);
  const parts = /^(?:([\d,]+)億)?(?:([\d,]+)萬)?([\d,]*)$/.exec(text);
  return parts ? digits(parts[1]) * 1e8 + digits(parts[2]) * 1e4 + digits(parts[3]) : Number.NaN;
}

const AMOUNT = /(\d[\d,億萬]*)(元|人|件|份|場|戶|所)/g;
const amountsIn = (text: string): Counted[] =>
  [...text.matchAll(AMOUNT)].map(([, value = '', unit = '']) => ({ value: amountOf(value), unit }));

/** True when two or more of the numbers add up to the total. */
function addUp(numbers: readonly number[], total: number): boolean {
  if (numbers.length > 12) return true;
  for (let mask = 1; mask < 1 << numbers.length; mask += 1) {
    const chosen = numbers.filter((_, index) => mask & (1 << index));
    if (chosen.length > 1 && chosen.reduce((sum, value) => sum + value, 0) === total) return true;
  }
  return false;
}

/** A sentence whose total is not the sum of what stands before it. */
function wrongTotal(sentence: string): string | undefined {
  const match = /(?:合計|共計|總計)(?:為|新[臺台]幣)*(\d[\d,億萬]*)(元|人|件|份|場|戶|所)/.exec(sentence);
  if (!match) return undefined;
  const parts = amountsIn(sentence.slice(0, match.index)).filter(({ unit }) => unit === match[2]);
  const total = amountOf(match[1] ?? '');
  // Prices times pieces make totals that are no sums.
  if (parts.length < 2 || /每[人份件場戶]|單價|次|各/.test(sentence)) return undefined;
  return addUp(
    parts.map(({ value }) => value),
    total,
  )
    ? undefined
    : match[0];
}

/** N: numbers that need the matter of the letter, or more than one place of it. */
export const numberContextRules: readonly Rule[] = [
  patternRule({
    id: 'GW-N008',
    severity: 'warning',
    tier: 'C',
    fix: 'offered',
    title: '引用條文用阿拉伯數字',
    message: '「{found}」請改為「{right}」；擬訂法規時才用中文數字',
    source: cite('numbers', '第4點'),
    pattern: new RegExp(HAN_ARTICLE, 'g'),
    accept: (_, { matter }) => matter === 'ordinary',
    replace: ({ match }) => arabicArticle(match[0]),
    bad: inBodies('依第四十四條辦理。').map((example) => withContext({ matter: 'ordinary' }, example)),
    good: [
      withContext({ matter: 'rule-making' }, inBody('增訂第四十四條之一。')),
      withContext({ matter: 'ordinary' }, inBody('依第44條辦理。')),
      inBody('依第四十四條辦理。'),
    ],
  }),
  {
    id: 'GW-N012',
    severity: 'info',
    tier: 'K',
    fix: 'safe',
    title: '第二筆金額起不重複「新臺幣」',
    message: '「新臺幣」重複；第一次寫「新臺幣(以下同)」，其後省略',
    source: cite('interpretation', '111.7.5'),
    bad: inBodies('工程費新臺幣3萬元，材料費新臺幣2萬元。'),
    good: inBodies('工程費新臺幣(以下同)3萬元，材料費2萬元。', '工程費新臺幣3萬元。'),
    check: (_, context): Finding[] => {
      const [first, ...more] = context.text.characters.has('幣')
        ? matchesIn(context, { pattern: CURRENCY, roles: ['subject', 'section', 'item'] })
        : [];
      const [second] = more;
      if (!first || !second) return [];
      const after = first.part.text.slice(first.range[1]);
      const declared = /^[（(]以下同[)）]/.test(after);
      const end = first.range[1];
      return [
        {
          path: second.part.path,
          range: second.range,
          edits: [
            ...(declared ? [] : [{ path: first.part.path, range: [end, end] as const, value: '(以下同)' }]),
            ...more.map(({ part, range }) => ({ path: part.path, range, value: '' })),
          ],
        },
      ];
    },
  },
  patternRule({
    id: 'GW-N014',
    severity: 'info',
    tier: 'K',
    fix: 'none',
    title: '大寫數字只用於收據、契約的金額',
    message: '「{found}」是大寫數字；公文用阿拉伯數字，收據、契約才用大寫',
    source: cite('practice'),
    hint: '拾佰仟萬',
    pattern: /[壹貳參肆伍陸柒捌玖拾佰仟萬億零]{2,}元整?/g,
    accept: ({ part, range }) =>
      !/收據|契約|領據|支票|本票/.test(part.text.slice(Math.max(0, range[0] - 60), range[1] + 60)),
    bad: inBodies('補助經費伍拾萬元整。'),
    good: inBodies('領據金額伍拾萬元整。', '補助經費50萬元。'),
  }),
  {
    id: 'GW-N017',
    severity: 'warning',
    tier: 'C',
    fix: 'none',
    title: '合計與細項相符',
    message: '「{found}」與前面的細項相加不符；請查對',
    source: cite('practice'),
    bad: inBodies('工程費3萬元、材料費2萬元，合計6萬元。', '男12人、女15人，共計28人。'),
    good: inBodies(
      '工程費3萬元、材料費2萬元，合計5萬元。',
      '原核定10萬元，追加5萬元、3萬元，合計8萬元。',
      '每人500元，合計1,500元。',
    ),
    check: (_, { text }) =>
      text.characters.has('計')
        ? text.parts.flatMap(({ path, text: words }) =>
            words.split('。').flatMap((sentence) => {
              const found = wrongTotal(sentence);
              return found === undefined ? [] : [{ path, params: { found } }];
            }),
          )
        : [],
  },
];
