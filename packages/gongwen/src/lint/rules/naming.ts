import { inBodies } from '../examples.ts';
import { matchesIn } from '../pattern-rule.ts';
import type { Finding, Rule } from '../rule.ts';
import { cite } from '../tables/sources.ts';

const DECLARED = /[（(](?:以下)?簡稱[「]?([\p{Script=Han}]{2,8})[」]?[)）]/gu;
const FORMS =
  /([王李張劉陳楊黃趙吳周徐孫馬朱胡郭何林高羅鄭梁謝宋唐許鄧馮蕭曾蔡潘彭呂蘇盧蔣])([○\p{Script=Han}]{0,2}?)(先生|女士|小姐|君)/gu;

/** T: names and what they are shortened to. */
export const namingRules: readonly Rule[] = [
  {
    id: 'GW-T017',
    severity: 'info',
    tier: 'H',
    fix: 'none',
    title: '簡稱第一次出現時先說明',
    message: '「{found}」在註明簡稱之前就使用；請先寫全名並註明',
    source: cite('textbook', '附錄第28頁三(三)'),
    bad: inBodies('市府業已同意。嘉禾市政府（以下簡稱市府）將辦理。'),
    good: inBodies('嘉禾市政府（以下簡稱市府）將辦理，市府業已同意。'),
    check: (_, { text }): Finding[] =>
      text.characters.has('簡')
        ? [...text.raw.matchAll(DECLARED)].flatMap((declared) => {
            const found = declared[1] ?? '';
            const first = text.raw.indexOf(found);
            const part = text.parts.find(({ text: words }) => words.includes(found));
            return part && first < declared.index - found.length
              ? [{ path: part.path, params: { found } }]
              : [];
          })
        : [],
  },
  {
    id: 'GW-T018',
    severity: 'info',
    tier: 'H',
    fix: 'none',
    title: '同一人用同一稱呼',
    message: '同一人先稱「{right}」，又稱「{found}」；請統一',
    source: cite('textbook', '附錄第28頁三(二)'),
    bad: inBodies('張○○先生來函，復張君如下。'),
    good: inBodies('張○○先生來函，復張○○先生如下。', '張○○先生及李君均已到場。'),
    check: (_, context): Finding[] => {
      const seen = new Map<string, string>();
      return matchesIn(context, { pattern: FORMS, hint: '生士姐君' }).flatMap(({ match, part, range }) => {
        const [found, surname = '', , form = ''] = match;
        const before = seen.get(surname);
        if (before === undefined) seen.set(surname, found);
        return before !== undefined && !before.endsWith(form)
          ? [{ path: part.path, range, params: { found, right: before } }]
          : [];
      });
    },
  },
];
