import type { Item, Letter } from '../../model/index.ts';
import { deriveMarker } from '../../model/marker.ts';
import { inBodies, withFields } from '../examples.ts';
import { matchesIn, patternRule } from '../pattern-rule.ts';
import { readMarker } from '../read-marker.ts';
import type { Finding, Rule } from '../rule.ts';
import { cite } from '../tables/sources.ts';

interface PlacedItem {
  readonly item: Item;
  readonly path: string;
  readonly level: number;
  readonly index: number;
}

function walk(items: readonly Item[], path: string, level = 0): PlacedItem[] {
  return items.flatMap((item, index) => {
    const own = `${path}/items/${index}`;
    return [{ item, path: own, level, index }, ...walk(item.items, own, level + 1)];
  });
}

/** Every item of a letter with its depth and place. */
function itemsOf(letter: Letter): PlacedItem[] {
  const sections = 'sections' in letter ? letter.sections : [];
  const remarks = letter.kind === 'meeting' || letter.kind === 'inspection' ? letter.remarks : undefined;
  return [
    ...sections.flatMap(({ items }, index) => walk(items, `/sections/${index}`)),
    ...(remarks ? walk(remarks.items, '/remarks') : []),
  ];
}

type MarkerTest = (
  read: ReturnType<typeof readMarker>,
  place: PlacedItem,
  brackets: 'half' | 'full',
) => boolean;

/** A rule on markers that were written by hand; the change is to derive them again. */
const markerRule = (
  rule: Omit<Rule, 'check' | 'fix' | 'tier'> & Partial<Pick<Rule, 'tier'>>,
  test: MarkerTest,
): Rule => ({
  tier: 'D',
  ...rule,
  fix: 'safe',
  check: (letter, { choices }) =>
    itemsOf(letter).flatMap((place): Finding[] => {
      const { item, path, level, index } = place;
      if (item.marker === undefined || !test(readMarker(item.marker), place, choices.brackets)) return [];
      const right = deriveMarker(level, index);
      const wanted = choices.brackets === 'full' ? right.replace('(', '（').replace(')', '）') : right;
      const value = wanted === right ? undefined : wanted;
      return [
        {
          path: `${path}/marker`,
          params: { found: item.marker, right: wanted },
          edits: [{ path: `${path}/marker`, value }],
        },
      ];
    }),
});

const two = (first: Partial<Item>, second: Partial<Item> = {}) => ({
  sections: [
    {
      name: '說明',
      items: [
        { text: '依計畫辦理。', items: [], ...first },
        { text: '請填復。', items: [], ...second },
      ],
    },
  ],
});
const nested = (marker: string) =>
  two({
    items: [
      { marker, text: '第一項。', items: [] },
      { text: '第二項。', items: [] },
    ],
  });
const LITERAL =
  /^(?:[一二三四五六七八九十]+、(?![一二三四五六七八九十])|[(（][一二三四五六七八九十\d]{1,2}[)）]|\d{1,2}[、.．](?!\d))\s*/gm;
const deep = (text: string, depth: number): Item => ({
  text,
  items: depth === 0 ? [] : [deep(text, depth - 1), { text, items: [] }],
});
const SERIES = ['han', 'han', 'arabic', 'arabic', 'stem', 'stem', 'branch', 'branch'];

/** A line that begins with a bullet, in a text that should have items. */
const BULLET = /(?<=^|\u2028)[•●▪◦‧◆■①-⑳⑴-⒇]\s*/gm;

/** The rule, which sees bullets that are part of the text as well. */
const withWrittenBullets = (rule: Rule): Rule => ({
  ...rule,
  bad: [
    ...rule.bad,
    withFields('文字裡的•', { sections: [{ name: '說明', text: '• 依計畫辦理。\n• 請填復。', items: [] }] }),
  ],
  check: (letter, context) => [
    ...rule.check(letter, context),
    ...matchesIn(context, { pattern: BULLET, raw: true, roles: ['section', 'item', 'remark'] }).map(
      ({ match, part, range }) => ({
        path: part.path,
        range,
        params: { found: match[0].trim(), right: '一、' },
        safe: false as const,
      }),
    ),
  ],
});

/** P: items and their marks. */
export const itemRules: readonly Rule[] = [
  markerRule(
    {
      id: 'GW-P001',
      severity: 'error',
      title: '項次依一、(一)1、(1)的層次',
      message: '「{found}」不是這一層的項次；請改為「{right}」',
      source: cite('handbook112', '16'),
      bad: [withFields('1、為第一層', two({ marker: '1、' })), withFields('一、之下為1、', nested('1、'))],
      good: [withFields('一、', two({})), withFields('(一)', nested('(一)'))],
    },
    (read, { level }) =>
      read.series !== 'bullet' &&
      (read.series !== SERIES[level % 8] || (read.bracket !== 'none') !== (level % 2 === 1)),
  ),
  markerRule(
    {
      id: 'GW-P002',
      severity: 'error',
      title: '項次連續',
      message: '項次「{found}」不連續；這裡應為「{right}」',
      source: cite('handbook104', '16(四)'),
      bad: [withFields('一、三、', two({}, { marker: '三、' }))],
      good: [withFields('一、二、', two({}, {}))],
    },
    (read, { index }) => read.value !== undefined && read.value !== index + 1,
  ),
  markerRule(
    {
      id: 'GW-P004',
      severity: 'warning',
      title: '項次括號寬度一致（C3）',
      message: '項次「{found}」的括號寬度不合設定；請改為「{right}」',
      source: cite('handbook104', '16(四)；layout C3'),
      bad: [withFields('（一）', nested('（一）'))],
      good: [withFields('(一)', nested('(一)'))],
    },
    (read, _, brackets) => read.bracket !== 'none' && read.bracket !== brackets,
  ),
  markerRule(
    {
      id: 'GW-P005',
      severity: 'error',
      tier: 'K',
      title: '一、1、之後用頓號，(一)(1)之後不加標點',
      message: '項次「{found}」的標點不對；請改為「{right}」',
      source: cite('handbook112', '16'),
      bad: [withFields('一.', two({ marker: '一.' })), withFields('(一)、', nested('(一)、'))],
      good: [withFields('一、', two({}))],
    },
    (read) => read.series !== 'bullet' && read.tail !== (read.bracket === 'none' ? '、' : ''),
  ),
  {
    id: 'GW-P006',
    severity: 'warning',
    tier: 'D',
    fix: 'none',
    title: '分項不超過四層',
    message: '分項已到第 {found} 層；超過 {limit} 層請改列附件',
    source: cite('handbook104', '16(三)3(2)'),
    bad: [withFields('第五層', { sections: [{ name: '說明', items: [deep('內容。', 4)] }] })],
    good: [withFields('第四層', { sections: [{ name: '說明', items: [deep('內容。', 3)] }] })],
    check: (letter, { choices }) =>
      itemsOf(letter)
        .filter(({ level }) => level === choices.maxLevels)
        .map(({ path, level }) => ({ path, params: { found: level + 1, limit: choices.maxLevels } })),
  },
  {
    id: 'GW-P007',
    severity: 'warning',
    tier: 'K',
    fix: 'safe',
    title: '每項以標點結束',
    message: '這一項沒有以「。」結束（下有分項時用「：」）；請補上',
    source: cite('format', '範例'),
    bad: inBodies('依年度計畫辦理'),
    good: inBodies('依年度計畫辦理。', '應備文件如下：', '網址為https://example.invalid/a'),
    check: (_, { text }) =>
      text.parts.flatMap(({ path, role, text: words, parent }) => {
        if (role !== 'item' && role !== 'section' && role !== 'remark') return [];
        if (!/[\p{Script=Han}）)]$/u.test(words)) return [];
        const range = [words.length, words.length] as const;
        return [{ path, range, edits: [{ path, range, value: parent ? '：' : '。' }] }];
      }),
  },
  {
    id: 'GW-P008',
    severity: 'info',
    tier: 'H',
    fix: 'none',
    title: '一項一意',
    message: '這一項有 {count} 字；宜分項',
    source: cite('handbook104', '19(三)丁'),
    bad: inBodies(`${'請依計畫辦理，'.repeat(30)}並填復。`),
    good: inBodies('請依計畫辦理。'),
    check: (_, { text }) =>
      text.parts
        .filter(({ role, text: words }) => role !== 'subject' && words.length > 200)
        .map(({ path, text: words }) => ({ path, params: { count: words.length } })),
  },
  patternRule({
    id: 'GW-P009',
    severity: 'error',
    tier: 'K',
    fix: 'safe',
    title: '項次自動編列，不寫在文字裡',
    message: '文字開頭的「{found}」會與自動編列的項次重複；請刪去',
    source: cite('dtd', '條列@序號'),
    roles: ['item'],
    hint: '、.．)）',
    pattern: LITERAL,
    replace: () => '',
    bad: [withFields('條列文字「一、依據計畫辦理。」', two({ text: '一、依據計畫辦理。' }))],
    good: [
      withFields('一、二級機關', two({ text: '一、二級機關均適用。' })),
      withFields('3.5公尺', two({ text: '3.5公尺以上。' })),
    ],
  }),
  patternRule({
    id: 'GW-P010',
    severity: 'warning',
    tier: 'K',
    fix: 'safe',
    title: '縮排由版面處理，不用空白',
    message: '開頭有空白；請刪去，縮排由層次決定',
    source: cite('format', '範例'),
    raw: true,
    pattern: /^[ \t　]+/gm,
    replace: () => '',
    bad: inBodies('　　依計畫辦理。'),
    good: inBodies('依計畫辦理。'),
  }),
  patternRule({
    id: 'GW-P011',
    severity: 'error',
    tier: 'D',
    fix: 'none',
    kinds: ['letter', 'memo'],
    title: '指到的說明項次存在',
    message: '「{found}」沒有這一項；請改為實際項次',
    source: cite('practice'),
    pattern: /(?:如|詳|同)(?:本函)?說明([一二三四五六七八九十]+)/g,
    accept: ({ match }, { text }) => {
      const asked = readMarker(`${match[1]}、`).value ?? 0;
      const tops = text.parts.filter(
        ({ path, section }) => section === '說明' && /^\/sections\/\d+\/items\/\d+\/text$/.test(path),
      );
      return asked > tops.length;
    },
    bad: [withFields('如說明四，只有二項', { subject: '請如說明四辦理，請查照。' })],
    good: [
      withFields('如說明二', { subject: '請如說明二辦理，請查照。' }),
      withFields('如說明', { subject: '復如說明，請查照。' }),
    ],
  }),
  withWrittenBullets(
    markerRule(
      {
        id: 'GW-P012',
        severity: 'warning',
        tier: 'K',
        title: '不用符號或英文字母作項次',
        message: '不以「{found}」為項次；請改為「{right}」',
        source: cite('handbook104', '16(四)'),
        bad: [withFields('•', two({ marker: '•' })), withFields('①', two({ marker: '①' }))],
        good: [withFields('一、', two({}))],
      },
      (read) => read.series === 'bullet',
    ),
  ),
];
