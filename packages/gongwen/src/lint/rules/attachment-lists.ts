import type { Letter } from '../../model/letter.ts';
import { arabicOf } from '../chinese-number.ts';
import { inSubject, withFields } from '../examples.ts';
import type { LetterText } from '../letter-text.ts';
import type { Finding, Rule } from '../rule.ts';
import { cite } from '../tables/sources.ts';

const NUMBERED = /附件\s?(?:\d|[一二三四五六七八九十])/;
const QUANTITY = /(?:\d|[一二兩三四五六七八九十])\s?[份件冊張式本頁套片]/;
const attached = (fileName: string, title: string) => ({ fileName, title });

/** Numbers of 附件 that a text speaks of; those of another letter are its own matter. */
function numbersIn(text: string): number[] {
  return [
    ...text.matchAll(/(?<![函文之號])附件\s?(\d{1,2}|[一二三四五六七八九十]{1,2})(?![\d份件冊])/g),
  ].flatMap(([, found = '']) => {
    const value = Number(/\d/.test(found) ? found : arabicOf(found));
    return Number.isNaN(value) ? [] : [value];
  });
}

const bodyOf = (text: LetterText) =>
  text.parts
    .filter(({ role }) => role !== 'attachments')
    .map(({ text: words }) => words)
    .join('\n');

/** 計畫書1份、申請表1份 as its pieces, when every piece has its quantity. */
function pieces(field: string): string[] {
  const list = field.replace(/。$/, '').split(/[、，；]|及(?=\p{Script=Han}{2})/u);
  return list.length > 1 && list.every((piece) => QUANTITY.test(piece)) ? list : [];
}

function unnumbered(letter: Letter): Finding[] {
  const { attachments, attachmentText = '' } = letter;
  const path = '/attachmentText';
  const list = NUMBERED.test(attachmentText) ? [] : pieces(attachmentText);
  const value = list.map((piece, index) => `附件${index + 1}${piece}`).join('、');
  const named = attachments.filter(({ title }) => title !== undefined);
  const all = named.length > 1 && named.every(({ title = '' }) => !NUMBERED.test(title));
  return [
    ...(list.length > 1 ? [{ path, params: { found: attachmentText }, edits: [{ path, value }] }] : []),
    ...(all && !NUMBERED.test(attachmentText) && list.length === 0
      ? attachments.flatMap(({ title }, index) => {
          const place = `/attachments/${index}/title`;
          return title === undefined
            ? []
            : [
                {
                  path: place,
                  params: { found: title },
                  edits: [{ path: place, value: `附件${index + 1} ${title}` }],
                },
              ];
        })
      : []),
  ];
}

/** A: numbers, names and quantities of attachments. */
export const attachmentListRules: readonly Rule[] = [
  {
    id: 'GW-A003',
    severity: 'warning',
    tier: 'D',
    fix: 'safe',
    title: '附件在兩種以上時編號',
    message: '附件「{found}」沒有編號；請寫附件1、附件2',
    source: cite('act', '第10條'),
    bad: [
      withFields('計畫書1份、申請表1份', { attachmentText: '計畫書1份、申請表1份' }),
      withFields('兩個附件檔', { attachments: [attached('a.pdf', '計畫書'), attached('b.pdf', '申請表')] }),
    ],
    good: [
      withFields('附件1計畫書1份、附件2申請表1份', { attachmentText: '附件1計畫書1份、附件2申請表1份' }),
      withFields('計畫書1份', { attachmentText: '計畫書1份' }),
      withFields('計畫書及附表共2份', { attachmentText: '計畫書及附表共2份' }),
    ],
    check: unnumbered,
  },
  {
    id: 'GW-A004',
    severity: 'warning',
    tier: 'K',
    fix: 'none',
    title: '附件寫名稱及數量',
    message: '附件「{found}」沒有數量；請寫明，如「{found}1份」',
    source: cite('handbook112', '31'),
    bad: [inSubject('檢送計畫書，請查照。', { attachmentText: '計畫書' })],
    good: [
      inSubject('檢送計畫書，請查照。', { attachmentText: '計畫書1份' }),
      inSubject('檢送計畫書1份，請查照。', { attachmentText: '如主旨' }),
      inSubject('檢送計畫書1份，請查照。', { attachmentText: '計畫書' }),
    ],
    check: ({ attachmentText = '' }, { text }) => {
      const found = attachmentText.trim().replace(/。$/, '');
      if (found === '' || /^(?:如|詳|見|隨文|無|附件隨)|另送|清單/.test(found) || QUANTITY.test(found))
        return [];
      return QUANTITY.test(bodyOf(text)) ? [] : [{ path: '/attachmentText', params: { found } }];
    },
  },
  {
    id: 'GW-A006',
    severity: 'warning',
    tier: 'D',
    fix: 'none',
    kinds: ['letter'],
    title: '正本、副本附件不同時分別敘明',
    message: '副本「{found}」的附件與正本不同；請在文中分別敘明',
    source: cite('handbook104', '19(三)庚'),
    bad: [
      inSubject('檢送計畫書及經費表各1份，請查照。', {
        attachmentText: '如主旨',
        copies: [{ type: 'organisation', name: '嘉禾市政府主計處', withAttachments: '含經費表' }],
      }),
    ],
    good: [
      inSubject('檢送計畫書1份，請查照。', {
        attachmentText: '如主旨',
        copies: [{ type: 'organisation', name: '嘉禾市政府主計處', withAttachments: '含附件' }],
      }),
      inSubject('檢送計畫書及經費表（副本僅附經費表）各1份，請查照。', {
        attachmentText: '如主旨',
        copies: [{ type: 'organisation', name: '嘉禾市政府主計處', withAttachments: '含經費表' }],
      }),
    ],
    check: (letter, { text }) =>
      letter.kind !== 'letter' || /副本/.test(bodyOf(text))
        ? []
        : letter.copies.flatMap(({ name, withAttachments = '' }, index) =>
            /^[（(]?含(?!附件[)）]?$)/.test(withAttachments)
              ? [{ path: `/copies/${index}/withAttachments`, params: { found: name } }]
              : [],
          ),
  },
  {
    id: 'GW-A009',
    severity: 'warning',
    tier: 'D',
    fix: 'none',
    title: '附件號次連續，文中與附件欄一致',
    message: '附件{found}：號次不連續，或沒有這個附件；請查對',
    source: cite('practice'),
    bad: [
      inSubject('檢送附件1及附件3，請查照。', { attachmentText: '附件1計畫書1份、附件3申請表1份' }),
      inSubject('檢送附件1、附件2及附件3，請查照。', {
        attachments: [attached('a.pdf', '附件1 計畫書'), attached('b.pdf', '附件2 申請表')],
      }),
    ],
    good: [
      inSubject('檢送附件1及附件2，請查照。', { attachmentText: '附件1計畫書1份、附件2申請表1份' }),
      inSubject('依貴局來文附件5辦理，請查照。', {}),
    ],
    check: ({ attachments, attachmentText = '' }, { text }) => {
      const field = numbersIn(attachmentText);
      const titles = attachments.flatMap(({ title = '' }) => numbersIn(title));
      const said = numbersIn(bodyOf(text));
      const all = [...new Set([...field, ...titles, ...said])].sort((a, b) => a - b);
      const listed = new Set([...field, ...titles]);
      const gap = all.find((number, index) => number !== index + 1);
      const extra = listed.size > 1 ? said.find((number) => !listed.has(number)) : undefined;
      const found = extra ?? gap;
      // A text may speak of one attachment only; a gap counts where the letter lists them.
      if (found === undefined || (extra === undefined && listed.size === 0)) return [];
      return [
        { path: listed.size > 0 && field.length > 0 ? '/attachmentText' : '/attachments', params: { found } },
      ];
    },
  },
];
