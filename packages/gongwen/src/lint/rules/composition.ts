import type { Item, Letter, Section } from '../../model/index.ts';
import { inMemo, inSubject, withContext, withFields } from '../examples.ts';
import { patternRule } from '../pattern-rule.ts';
import { readMarker } from '../read-marker.ts';
import type { Finding, Rule } from '../rule.ts';
import { cite } from '../tables/sources.ts';

const ORDER_CODES: ReadonlySet<string> = new Set(['GRAMMAR_ELEMENT_UNEXPECTED', 'GRAMMAR_ELEMENT_MISSING']);
const misplaced = {
  code: 'GRAMMAR_ELEMENT_UNEXPECTED',
  severity: 'error',
  path: '/函/主旨',
  message: '<主旨> 不可出現在 <函> 的這個位置',
} as const;

/** True for what a grammar says about the order of elements. */
export const isOrderIssue = ({ code }: { readonly code: string }): boolean => ORDER_CODES.has(code);

const section = (name: string, ...texts: string[]): Section => ({
  name,
  items: texts.map((text) => ({ text, items: [] })),
});
const sentences = (letter: Letter, name: string): readonly string[] =>
  'sections' in letter
    ? letter.sections
        .filter((each) => each.name === name)
        .flatMap(textsOf)
        .flatMap((text) => text.split(/[。；]/))
        .map((text) => text.trim())
        .filter((text) => text.length >= 8)
    : [];

function textsOf({ text, items }: { readonly text?: string; readonly items: readonly Item[] }): string[] {
  return [...(text === undefined ? [] : [text]), ...items.flatMap(textsOf)];
}

const SERIES = ['han', 'arabic', 'stem', 'branch'];

function skippedItems(items: readonly Item[], path: string, level = 0): Finding[] {
  return items.flatMap((item, index) => {
    const own = `${path}/items/${index}`;
    const read = item.marker === undefined ? undefined : readMarker(item.marker);
    const series = SERIES.indexOf(read?.series ?? '');
    const written = series < 0 ? level : series * 2 + (read?.bracket === 'none' ? 0 : 1);
    const hollow = item.items.length > 0 && (item.text ?? '').trim() === '';
    const skipped = level > 0 && written > level;
    return [
      ...(hollow || skipped ? [{ path: own, params: { found: item.marker ?? '' } }] : []),
      ...skippedItems(item.items, own, level + 1),
    ];
  });
}

/** S, P: how the text is put together. */
export const compositionRules: readonly Rule[] = [
  {
    id: 'GW-S003',
    severity: 'error',
    tier: 'D',
    fix: 'none',
    title: '交換檔的元素依 DTD 的順序（與紙本不同，C9）',
    message: '{problem}；請重新寫出交換檔，順序由套件排定',
    source: cite('dtd'),
    bad: [withContext({ grammar: [misplaced] }, withFields('主旨在附件之前', {}))],
    good: [withContext({ grammar: [] }, withFields('順序合於 DTD', {}))],
    check: (_, { grammar = [] }) =>
      grammar
        .filter((issue) => issue.severity !== 'info' && isOrderIssue(issue))
        .map(({ path, message }) => ({ path, params: { problem: message } })),
  },
  patternRule({
    id: 'GW-S010',
    severity: 'warning',
    tier: 'H',
    fix: 'none',
    kinds: ['letter'],
    title: '一文一事',
    message: '主旨以「{found}」另提一事；宜分文辦理',
    source: cite('handbook104', '16(二)6'),
    roles: ['subject'],
    pattern: /[，；。](?:另|又)(?:有關|關於|請|查)/g,
    bad: [inSubject('請填復綠美化調查表；另請推薦模範勞工1名，請查照。')],
    good: [inSubject('請填復綠美化調查表，並副知本府，請查照。'), inSubject('請另案辦理，請查照。')],
  }),
  {
    id: 'GW-S013',
    severity: 'warning',
    tier: 'H',
    fix: 'none',
    kinds: ['memo'],
    title: '簽的說明不提擬辦，擬辦不重複說明',
    message: '「{found}」{problem}；請改寫',
    source: cite('handbook104', '19(二)'),
    bad: [
      inMemo('兩段同一句', {
        sections: [
          section('說明', '調查表應於年底前送達各區公所。', '依年度計畫辦理。'),
          section('擬辦', '調查表應於年底前送達各區公所。'),
        ],
      }),
      inMemo('說明裡的擬辦', {
        sections: [section('說明', '擬請准予辦理。'), section('擬辦', '奉核後辦理。')],
      }),
    ],
    good: [inMemo('各段分明', {})],
    check: (letter) => {
      if (letter.kind !== 'memo') return [];
      const said = sentences(letter, '說明');
      const repeated = sentences(letter, '擬辦').filter((text) => said.includes(text));
      const at = letter.sections.findIndex(({ name }) => name === '說明');
      const proposal = letter.sections
        .filter(({ name }) => name === '說明')
        .flatMap(textsOf)
        .find((text) => /^擬(?:請|予|由|於|同意|准)/.test(text));
      return [
        ...repeated.map((found) => ({
          path: `/sections/${letter.sections.findIndex(({ name }) => name === '擬辦')}`,
          params: { found, problem: '與說明重複' },
        })),
        ...(proposal === undefined
          ? []
          : [{ path: `/sections/${at}`, params: { found: proposal, problem: '是擬辦意見' } }]),
      ];
    },
  },
  {
    id: 'GW-S015',
    severity: 'info',
    tier: 'H',
    fix: 'none',
    kinds: ['letter'],
    title: '已分行其他機關者於文末敘明',
    message: '「{found}」宜移到文末',
    source: cite('handbook104', '16(二)10'),
    bad: [
      withFields('分行寫在說明一', { sections: [section('說明', '本案已分行各區公所。', '請依限填復。')] }),
    ],
    good: [
      withFields('分行寫在最後', { sections: [section('說明', '請依限填復。', '本案已分行各區公所。')] }),
    ],
    check: (_, { text }) => {
      const body = text.parts.filter(({ role }) => role === 'section' || role === 'item');
      return body.slice(0, -1).flatMap(({ path, text: words }) => {
        const found = /(?:業|已)(?:另)?分(?:行|函)/.exec(words)?.[0];
        return found === undefined ? [] : [{ path, params: { found } }];
      });
    },
  },
  {
    id: 'GW-P003',
    severity: 'error',
    tier: 'D',
    fix: 'none',
    title: '分項不跳層',
    message: '「{found}」之下跳過一層，或這一項沒有文字；請補上或調整層次',
    source: cite('handbook112', '16'),
    bad: [
      withFields('一、之下直接1、', {
        sections: [
          {
            name: '說明',
            items: [
              { text: '應備文件：', items: [{ marker: '1、', text: '申請書。', items: [] }] },
              { text: '請填復。', items: [] },
            ],
          },
        ],
      }),
      withFields('只有項次沒有文字', {
        sections: [{ name: '說明', items: [{ items: [{ text: '申請書。', items: [] }] }] }],
      }),
    ],
    good: [
      withFields('一、之下(一)', {
        sections: [
          {
            name: '說明',
            items: [
              { text: '應備文件：', items: [{ marker: '(一)', text: '申請書。', items: [] }] },
              { text: '請填復。', items: [] },
            ],
          },
        ],
      }),
    ],
    check: (letter) =>
      'sections' in letter
        ? letter.sections.flatMap(({ items }, index) => skippedItems(items, `/sections/${index}`))
        : [],
  },
];
