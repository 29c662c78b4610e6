import type { LintContext } from '../context.ts';
import { inBodies } from '../examples.ts';
import { findPattern, patternRule } from '../pattern-rule.ts';
import type { Finding, Rule } from '../rule.ts';
import { cite } from '../tables/sources.ts';

const FULL: Readonly<Record<string, string>> = { ',': '，', ';': '；', ':': '：', '?': '？', '!': '！' };
const half = (text: string) =>
  text.replace(/[\uff01-\uff5e]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0));
const PAIRS = new Map([
  ['」', '「'],
  ['』', '『'],
  ['）', '（'],
  [')', '('],
  ['》', '《'],
]);
const PAIRED = /[「」『』（）()《》]/;
const OPEN = new Set(PAIRS.values());
const BRACKETS: Readonly<Record<string, string>> = { '（': '(', '）': ')' };

/** The first bracket or quotation mark without its partner. */
function unbalanced(text: string): number | undefined {
  const open: { char: string; index: number }[] = [];
  const plain = (char: string) => BRACKETS[char] ?? char;
  for (let index = 0; index < text.length; index += 1) {
    const char = text.charAt(index);
    if (OPEN.has(char)) open.push({ char, index });
    const partner = PAIRS.get(char);
    if (partner === undefined) continue;
    // Item marks such as 1) and widths that differ are other rules' matter.
    if (plain(open.at(-1)?.char ?? '') === plain(partner)) open.pop();
    else return index;
  }
  return open[0]?.index;
}

const MARKUP = /\*\*([^*\n]{1,400})\*\*|__([^_\n]{1,400})__/g;

/** Bold paragraphs of the paper; 全銜 may be bold where the choice says so. */
const boldBlocks = ({ paged, choices }: LintContext): Finding[] =>
  (paged?.document.blocks ?? []).flatMap((block) =>
    block.type === 'paragraph' && block.bold && !(block.role === 'title' && choices.boldTitle)
      ? [
          {
            path: block.path,
            params: { found: (block.label + block.text).slice(0, 8) },
            safe: false as const,
          },
        ]
      : [],
  );

/** U: characters and punctuation. */
export const punctuationRules: readonly Rule[] = [
  patternRule({
    id: 'GW-U001',
    severity: 'warning',
    tier: 'K',
    fix: 'safe',
    title: '中文用全形標點',
    message: '「{found}」是半形標點；請改為「{right}」',
    source: cite('handbook104', '16(四)'),
    hint: ',;:?!',
    pattern: /(?<=[\p{Script=Han}\ufffc」）])[,;:?!](?=\s?[\p{Script=Han}\ufffc「（\d]|$)/gmu,
    replace: ({ match }) => FULL[match[0]],
    bad: inBodies('請依計畫辦理,並填復。', '計五校,2萬元。'),
    good: inBodies('請依計畫辦理，並填復。', '經費1,200元。'),
  }),
  patternRule({
    id: 'GW-U002',
    severity: 'warning',
    tier: 'K',
    fix: 'safe',
    title: '英文字母用半形',
    message: '「{found}」是全形字母；請改為「{right}」',
    source: cite('handbook104', '16(四)'),
    pattern: /[Ａ-Ｚａ-ｚ]+/g,
    replace: ({ match }) => half(match[0]),
    bad: inBodies('請傳送ＰＤＦ檔。'),
    good: inBodies('請傳送PDF檔。'),
  }),
  patternRule({
    id: 'GW-U003',
    severity: 'warning',
    tier: 'K',
    fix: 'safe',
    title: '引號用「」',
    message: '「{found}」不是公文的引號；請改為「{right}」',
    source: cite('marks'),
    raw: true,
    hint: '“"',
    pattern: /[“"](?=[^“”"\n]{0,200}\p{Script=Han})([^“”"\n]{1,400})[”"]/gu,
    replace: ({ match }) => `「${match[1]}」`,
    bad: inBodies('依“綠美化計畫”辦理。'),
    good: inBodies('依「綠美化計畫」辦理。'),
  }),
  {
    id: 'GW-U004',
    severity: 'error',
    tier: 'D',
    fix: 'none',
    title: '引號、括號成對',
    message: '「{found}」沒有成對；請補上或刪去',
    source: cite('marks'),
    bad: inBodies('依「綠美化計畫辦理。', '依計畫（如附件辦理。'),
    good: inBodies('依「綠美化計畫」（如附件）辦理。'),
    check: (_, { text }) =>
      text.parts.flatMap(({ path, text: words }): Finding[] => {
        const at = PAIRED.test(words) ? unbalanced(words) : undefined;
        return at === undefined ? [] : [{ path, range: [at, at + 1], params: { found: words.charAt(at) } }];
      }),
  },
  patternRule({
    id: 'GW-U005',
    severity: 'warning',
    tier: 'K',
    fix: 'safe',
    title: '刪節號六點',
    message: '「{found}」請改為「{right}」',
    source: cite('marks'),
    hint: '.…。',
    pattern: /(?<![.…])(?:\.{3,}|。{3,}|…(?!…))(?!\.)/g,
    replace: () => '……',
    bad: inBodies('包括花卉、樹木...等。'),
    good: inBodies('包括花卉、樹木……等。'),
  }),
  patternRule({
    id: 'GW-U006',
    severity: 'warning',
    tier: 'K',
    fix: 'safe',
    title: '標點不重複',
    message: '標點「{found}」重複；請改為「{right}」',
    source: cite('marks'),
    pattern: /([，、；：])\1+|(?<!。)。。(?!。)|，。|、。/g,
    replace: ({ match }) => match[0].slice(-1),
    bad: inBodies('請填復。。', '請填復，，並寄回。'),
    good: inBodies('請填復。'),
  }),
  patternRule({
    id: 'GW-U007',
    severity: 'warning',
    tier: 'K',
    fix: 'safe',
    title: '中文字間不留空白',
    message: '中文字間有空白；請刪去',
    source: '院臺綜字第1040127907號函（104.3.25）',
    roles: ['subject', 'section', 'item', 'remark'],
    hint: ' \u3000',
    pattern:
      /(?<=\p{Script=Han})(?<![請貴鈞])[ 　]+(?=\p{Script=Han})(?!鑒核|鑒察|查照|核示|備查|核備|照辦|察照|釋示|[鈞貴])/gu,
    accept: ({ part }) => !/[ 　]\S+[ 　]\S+[ 　]/.test(part.text),
    replace: () => '',
    bad: inBodies('本 府辦理綠美化。'),
    good: inBodies('本府辦理綠美化。', '使用 PDF 檔案。'),
  }),
  patternRule({
    id: 'GW-U008',
    severity: 'warning',
    tier: 'K',
    fix: 'none',
    title: '只用標點符號用法表的標點',
    message: '「{found}」不是公文用的標點；請改用其他寫法',
    source: cite('marks'),
    pattern: /[【】★☆※◎●■◆▲]|(?<=[\p{Script=Han}])[#*](?=\p{Script=Han})/gu,
    bad: inBodies('※請準時參加。'),
    good: inBodies('請準時參加。', '請依「【範例】」辦理。'),
  }),
  {
    id: 'GW-U009',
    severity: 'warning',
    tier: 'D',
    fix: 'safe',
    title: '不用粗體、底線（C5）',
    message: '「{found}」用了粗體、底線或其標記；請刪去，強調用「」',
    source: cite('practice'),
    bad: inBodies('請**準時**參加。', '請__準時__參加。'),
    good: inBodies('請準時參加。'),
    check: (_, context) => [
      ...findPattern(context, { pattern: MARKUP, hint: '*_', replace: ({ match }) => match[1] ?? match[2] }),
      ...boldBlocks(context),
    ],
  },
  patternRule({
    id: 'GW-U017',
    severity: 'warning',
    tier: 'K',
    fix: 'safe',
    title: '期間用「至」',
    message: '「{found}」請改為「{right}」',
    source: cite('interpretation', '112.5.30'),
    hint: '~～-–',
    pattern: /(?<=[年月日時分])\s?(?:[~～]\s?(?=\d|[上下中]午)|[-–]\s?(?=\d+[年月日時]))/g,
    replace: () => '至',
    bad: inBodies('自115年11月1日～115年11月30日。', '115年11月1日-11月30日。'),
    good: inBodies('自115年11月1日至115年11月30日。', '約5～10公尺。'),
  }),
  patternRule({
    id: 'GW-U018',
    severity: 'info',
    tier: 'K',
    fix: 'offered',
    title: '外文有中文的用中文',
    message: '「{found}」宜寫「{right}」',
    source: cite('handbook104', '16(二)4'),
    hint: 'EeF',
    pattern: /E-?mail|(?<=號)(\d{1,3})F(?![A-Za-z\d])/gi,
    replace: ({ match }) => (match[1] ? `${match[1]}樓` : '電子郵件'),
    bad: inBodies('請以E-mail回復。', '嘉禾市範例路1號15F。'),
    good: inBodies('請以電子郵件回復。'),
  }),
];
