import type { Letter } from '../../model/letter.ts';
import type { Party, Recipient } from '../../model/party.ts';
import { inSubject, withFields } from '../examples.ts';
import { recipientsOf } from '../parties.ts';
import type { Finding, Rule } from '../rule.ts';
import { cite } from '../tables/sources.ts';

const organisation = (name: string) => ({ type: 'organisation', name }) as const;

/** Kinds of addressees in the order in which they are named. */
const RANKS: readonly RegExp[] = [
  /^(?:總統府|國家安全會議|(?:行政|立法|司法|考試|監察)院|中央)|^[^縣市]{2,6}部(?:$|[^隊])|^[^縣市]*委員會$/,
  /[縣市](?:政府|議會)|[縣市].*(?:局|處|公所|所)$/,
  /大學|學院$|高級中(?:等)?學|高級.*職業學校|國民[中小]學|學校$/,
  /法人|協會$|基金會$|公會$|學會$|工會$/,
  /公司$|行號$|事務所$|商行$/,
];

const rankOf = (party: Party): number | undefined => {
  if (party.type === 'person') return RANKS.length;
  // The most particular word decides: a school of a city is a school.
  for (let rank = RANKS.length - 1; rank >= 0; rank -= 1) if (RANKS[rank]?.test(party.name)) return rank;
  return undefined;
};

const listOf = (letter: Letter): readonly Recipient[] =>
  letter.kind === 'letter' || letter.kind === 'decree' ? letter.recipients : [];

/** What a recipient is asked for beside its name, such as （請依說明三辦理）. */
const noteOf = ({ name, withAttachments = '' }: Recipient) =>
  `${withAttachments}${/[（(]([^（）()]+)[)）]/.exec(name)?.[1] ?? ''}`;

function mixedChannels(letter: Letter): boolean {
  const parties = recipientsOf(letter).map(({ party }) => party);
  const electronic = parties.some(
    (party) =>
      party.channel === 'electronic' || (party.channel === undefined && 'code' in party && party.code),
  );
  return electronic && parties.some(({ channel }) => channel === 'paper');
}

/** R: order, channels and notes of recipients. */
export const recipientListRules: readonly Rule[] = [
  {
    id: 'GW-R005',
    severity: 'info',
    tier: 'C',
    fix: 'offered',
    kinds: ['letter', 'decree'],
    title: '受文者依既定順序：中央、地方、學校、法人、公司、個人',
    message: '「{found}」宜列在「{right}」之前',
    source: cite('handbook104', '16(二)11'),
    bad: [
      withFields('公司在部之前', {
        recipients: [organisation('嘉禾營造股份有限公司'), organisation('內政部')],
      }),
    ],
    good: [
      withFields('部、市政府、公司', {
        recipients: [
          organisation('內政部'),
          organisation('嘉禾市政府'),
          organisation('嘉禾營造股份有限公司'),
        ],
      }),
    ],
    check: (letter) => {
      const list = listOf(letter);
      const ranks = list.map(rankOf);
      for (const [index, rank] of ranks.entries()) {
        const before = ranks.findIndex((other, place) => place < index && (other ?? -1) > (rank ?? Infinity));
        if (rank === undefined || before < 0) continue;
        const params = { found: list[index]?.name ?? '', right: list[before]?.name ?? '' };
        const sorted = list
          .map((party, place) => ({ party, rank: ranks[place] ?? 0 }))
          .sort((a, b) => a.rank - b.rank)
          .map(({ party }) => party);
        const known = ranks.every((each) => each !== undefined);
        return [
          {
            path: `/recipients/${index}`,
            params,
            ...(known && { edits: [{ path: '/recipients', value: sorted }] }),
          },
        ];
      }
      return [];
    },
  },
  {
    id: 'GW-R006',
    severity: 'warning',
    tier: 'C',
    fix: 'none',
    kinds: ['letter'],
    title: '請副本受文者辦理之事寫在說明',
    message: '副本「{found}」註明請其辦理，說明卻沒有寫；請在說明敘明',
    source: cite('handbook104', '19(三)己'),
    bad: [
      withFields('副本：財政局（請協助查復）', { copies: [organisation('嘉禾市政府財政局（請協助查復）')] }),
    ],
    good: [
      withFields('說明寫明副本請查復', {
        copies: [organisation('嘉禾市政府財政局（請協助查復）')],
        sections: [{ name: '說明', text: '副本抄送本府財政局，請協助查復。', items: [] }],
      }),
      withFields('副本：人事處（含附件）', {
        attachmentText: '如主旨',
        copies: [{ ...organisation('嘉禾市政府人事處'), withAttachments: '含附件' }],
      }),
    ],
    check: (letter, { text }) => {
      if (letter.kind !== 'letter') return [];
      const body = text.parts
        .filter(({ role }) => role === 'section' || role === 'item')
        .map(({ text: words }) => words)
        .join('\n');
      return letter.copies.flatMap((party, index) => {
        const bare = party.name.replace(/[（(].*$/, '');
        if (!/請|查復|惠復/.test(noteOf(party)) || /副本/.test(body) || body.includes(bare)) return [];
        return [{ path: `/copies/${index}`, params: { found: party.name } }];
      });
    },
  },
  {
    id: 'GW-R007',
    severity: 'warning',
    tier: 'C',
    fix: 'none',
    kinds: ['letter', 'meeting', 'inspection'],
    title: '電子與紙本受文者並存時列清單註明',
    message: '受文者有電子交換也有紙本；請附清單註明各以何種方式發送',
    source: cite('exchange', '第7條(四)'),
    bad: [
      withFields('一個電子、一個紙本', {
        recipients: [
          { ...organisation('嘉禾市東禾區公所'), code: 'Z10000001B' },
          { ...organisation('嘉禾文化協會'), channel: 'paper' },
        ],
      }),
    ],
    good: [
      withFields('都以電子交換', {
        recipients: [{ ...organisation('嘉禾市東禾區公所'), code: 'Z10000001B' }],
      }),
      withFields('附發文清單', {
        attachmentText: '發文清單1份',
        recipients: [
          { ...organisation('嘉禾市東禾區公所'), code: 'Z10000001B' },
          { ...organisation('嘉禾文化協會'), channel: 'paper' },
        ],
      }),
    ],
    check: (letter, { text }) => {
      const roster = letter.addressee?.type === 'roster' ? letter.addressee.text : '';
      const named = [
        text.raw,
        roster,
        ...letter.attachments.map(({ title = '', fileName }) => title + fileName),
      ];
      return mixedChannels(letter) && !named.some((words) => words.includes('清單'))
        ? [{ path: '/recipients' }]
        : [];
    },
  },
  {
    id: 'GW-R010',
    severity: 'info',
    tier: 'C',
    fix: 'none',
    kinds: ['letter'],
    title: '同時對上、對下行文時，用語依第一個正本',
    message: '「{found}」有上下之分；請依第一個正本「{right}」的關係選用',
    source: cite('practice'),
    bad: [inSubject('檢送計畫1份，請照辦。', { relation: 'mixed', attachmentText: '如主旨' })],
    good: [inSubject('檢送計畫1份，請查照。', { relation: 'mixed', attachmentText: '如主旨' })],
    check: (letter, { relation }) => {
      const found = letter.kind === 'letter' ? /請?(?:鑒核|鑒察|照辦|核備|核轉)/.exec(letter.subject) : null;
      return relation === 'mixed' && found
        ? [{ path: '/subject', params: { found: found[0], right: listOf(letter)[0]?.name ?? '' } }]
        : [];
    },
  },
  {
    id: 'GW-R011',
    severity: 'warning',
    tier: 'K',
    fix: 'safe',
    title: '受文者之間用頓號',
    message: '「{found}」的機關之間請用「、」，或分列',
    source: cite('format', '範例'),
    bad: [
      withFields('東禾區公所,西禾區公所', {
        recipients: [organisation('嘉禾市東禾區公所,嘉禾市西禾區公所')],
      }),
      withFields('東禾區公所；西禾區公所', {
        recipients: [organisation('嘉禾市東禾區公所；嘉禾市西禾區公所')],
      }),
    ],
    good: [
      withFields('東禾區公所', {}),
      withFields('外國公司', { recipients: [organisation('Example Co., Ltd.')] }),
    ],
    check: (letter) =>
      recipientsOf(letter).flatMap(({ path, party }): Finding[] => {
        const value = party.name.replace(/(?<=[\p{Script=Han}）)])\s*[,，;；]\s*(?=\p{Script=Han})/gu, '、');
        const place = `${path}/name`;
        return value === party.name
          ? []
          : [{ path: place, params: { found: party.name }, edits: [{ path: place, value }] }];
      }),
  },
  {
    id: 'GW-R012',
    severity: 'info',
    tier: 'D',
    fix: 'none',
    title: '總稱在交換表展開',
    message: '「{found}」是總稱，無法交換；請列出其機關，寫入交換表',
    source: cite('dtd', '交換表'),
    bad: [
      withFields('本府各一級機關，沒有成員', {
        recipients: [{ type: 'collective', name: '本府各一級機關' }],
      }),
    ],
    good: [
      withFields('總稱有成員', {
        recipients: [
          { type: 'collective', name: '本府各一級機關', members: [organisation('嘉禾市政府人事處')] },
        ],
      }),
    ],
    check: (letter) =>
      recipientsOf(letter).flatMap(({ path, party }) =>
        party.type === 'collective' && party.name !== '' && (party.members ?? []).length === 0
          ? [{ path, params: { found: party.name } }]
          : [],
      ),
  },
];
