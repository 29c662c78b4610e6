import type { Letter } from '../../model/letter.ts';
import { inSubject, withFields } from '../examples.ts';
import { recipientsOf } from '../parties.ts';
import type { Finding, Rule } from '../rule.ts';
import { cite } from '../tables/sources.ts';

const file = (fileName: string, title?: string) => ({ fileName, ...(title && { title }) });
const hasField = ({ attachmentText, attachments }: Letter) =>
  Boolean(attachmentText?.trim()) || attachments.length > 0;

/** What a sentence says that sends papers along. */
const NAMES_PAPERS = /[附檢]|隨文|[份冊件張式]|[書表圖單函冊件]|影本|紀錄|資料|簡章|海報|光碟|名單/;

/** A: attachments. */
export const attachmentRules: readonly Rule[] = [
  {
    id: 'GW-A001',
    severity: 'error',
    tier: 'K',
    fix: 'none',
    kinds: ['letter'],
    title: '文中檢送附件時填附件欄',
    message: '文中寫「{found}」而附件欄空白；請填附件名稱及數量',
    source: cite('handbook104', '19(三)庚'),
    bad: [
      inSubject('檢送計畫書1份，請查照。'),
      inSubject('檢送計畫書一份，請查照。'),
      inSubject('檢送會議紀錄，請查照。'),
    ],
    good: [
      inSubject('檢送計畫書1份，請查照。', { attachmentText: '如主旨' }),
      inSubject('請於文到10日內檢送計畫書，請查照。'),
      inSubject('請檢附申請書，請查照。'),
    ],
    check: (letter, { text }) => {
      if (hasField(letter)) return [];
      // At the beginning of a clause it is the sender who sends; behind 請 it is the receiver who shall.
      const match =
        /(?<=^|[，。；]|隨文|茲|謹)(?:檢送|檢陳|附陳|檢附)(?=[^。\n]{0,200}[\d一二兩三四五乙][份件冊張式])|如附件/m.exec(
          text.masked,
        ) ?? /^(?:茲|謹)?(?:檢送|檢陳|附陳|檢附)/.exec(letter.kind === 'letter' ? letter.subject : '');
      return match ? [{ path: '/attachmentText', params: { found: match[0] } }] : [];
    },
  },
  {
    id: 'GW-A002',
    severity: 'warning',
    tier: 'D',
    fix: 'none',
    kinds: ['letter'],
    title: '有附件時文中提及',
    message: '附件欄寫「{found}」而文中沒有提到；請在主旨或說明寫明',
    source: cite('practice'),
    bad: [withFields('文中沒有提到附件', { attachmentText: '計畫書1份', subject: '請派員參加，請查照。' })],
    good: [withFields('檢送計畫書1份', { attachmentText: '計畫書1份', subject: '檢送計畫書1份，請查照。' })],
    check: (letter, { text }) => {
      if (!hasField(letter) || /^(?:無|無附件|沒有)。?$/.test(letter.attachmentText?.trim() ?? '')) return [];
      const body = text.parts
        .filter(({ role }) => role !== 'attachments')
        .map(({ text: words }) => words)
        .join('\n');
      return /檢送|檢陳|檢附|附陳|檢還|檢奉|附件|隨文|如附|附送|附表|附圖|[冊份]|附/.test(body)
        ? []
        : [
            {
              path: '/attachmentText',
              params: { found: letter.attachmentText ?? letter.attachments[0]?.fileName ?? '' },
            },
          ];
    },
  },
  {
    id: 'GW-A005',
    severity: 'error',
    tier: 'D',
    fix: 'none',
    kinds: ['letter', 'memo'],
    title: '附件欄所指之處提到附件',
    message: '附件欄寫「{found}」而該處沒有提到附件；請改正',
    source: cite('handbook112', '31'),
    bad: [
      withFields('附件：如說明五，只有二項', { attachmentText: '如說明五' }),
      withFields('附件：如主旨，主旨沒有提到', { attachmentText: '如主旨', subject: '請派員參加，請查照。' }),
    ],
    good: [withFields('附件：如主旨', { attachmentText: '如主旨', subject: '檢送計畫書1份，請查照。' })],
    check: (letter, { text }) => {
      const field = letter.attachmentText?.trim() ?? '';
      if (field === '如主旨' && 'subject' in letter && !NAMES_PAPERS.test(letter.subject))
        return [{ path: '/attachmentText', params: { found: field } }];
      const match = /^如說明([一二三四五六七八九])$/.exec(field);
      if (!match || !('sections' in letter)) return [];
      const place = '一二三四五六七八九'.indexOf(match[1] ?? '');
      const items = text.parts.filter(
        ({ section, path }) => section === '說明' && /^\/sections\/\d+\/items\/\d+\/text$/.test(path),
      );
      return place < items.length ? [] : [{ path: '/attachmentText', params: { found: match[0] } }];
    },
  },
  {
    id: 'GW-A007',
    severity: 'warning',
    tier: 'D',
    fix: 'safe',
    kinds: ['letter'],
    title: '副本有附件時註明含附件',
    message: '「{found}」的含附件註記不合，或這件公文沒有附件；請改正',
    source: cite('dtd', '含附件'),
    bad: [
      withFields('副本只註明附件', {
        attachmentText: '如主旨',
        copies: [{ type: 'organisation', name: '嘉禾市西禾區公所', withAttachments: '附件' }],
      }),
      withFields('副本含附件而無附件', {
        copies: [{ type: 'organisation', name: '嘉禾市西禾區公所', withAttachments: '含附件' }],
      }),
    ],
    good: [
      withFields('副本含附件', {
        attachmentText: '如主旨',
        copies: [{ type: 'organisation', name: '嘉禾市西禾區公所', withAttachments: '含附件' }],
      }),
    ],
    check: (letter) =>
      recipientsOf(letter).flatMap(({ path, party }): Finding[] => {
        const mark = party.withAttachments?.trim();
        if (mark === undefined || mark === '' || /^[（(]?不/.test(mark)) return [];
        const place = `${path}/withAttachments`;
        if (!hasField(letter)) return [{ path: place, params: { found: party.name }, safe: false }];
        return /^[（(]?(?:均|皆|各)?[含附]/.test(mark) && mark !== '附件'
          ? []
          : [{ path: place, params: { found: party.name }, edits: [{ path: place, value: '含附件' }] }];
      }),
  },
  {
    id: 'GW-A008',
    severity: 'error',
    tier: 'D',
    fix: 'none',
    title: '附件檔名不重複',
    message: '附件檔名「{found}」重複或空白；請改名',
    source: cite('dtd', 'ENTITY'),
    bad: [withFields('兩個附件同名', { attachments: [file('計畫書.pdf'), file('計畫書.pdf')] })],
    good: [withFields('附件不同名', { attachments: [file('計畫書.pdf'), file('申請書.pdf')] })],
    check: ({ attachments }) => {
      const names = attachments.map(({ fileName }) => fileName.toLowerCase());
      return attachments.flatMap(({ fileName }, index) =>
        fileName.trim() === '' || names.indexOf(fileName.toLowerCase()) < index
          ? [{ path: `/attachments/${index}/fileName`, params: { found: fileName } }]
          : [],
      );
    },
  },
  {
    id: 'GW-A010',
    severity: 'info',
    tier: 'D',
    fix: 'none',
    title: '可編輯附件用 ODF',
    message: '附件「{found}」宜改用 ODF（odt、ods、odp）',
    source: '推動 ODF-CNS 15251 為政府文件標準格式實施計畫',
    bad: [withFields('計畫書.docx', { attachments: [file('計畫書.docx')] })],
    good: [withFields('計畫書.odt', { attachments: [file('計畫書.odt')] })],
    check: ({ attachments }) =>
      attachments.flatMap(({ fileName }, index) =>
        /\.(?:docx?|xlsx?|pptx?)$/i.test(fileName)
          ? [{ path: `/attachments/${index}`, params: { found: fileName } }]
          : [],
      ),
  },
];
