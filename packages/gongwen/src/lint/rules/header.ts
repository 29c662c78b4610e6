import { parseRocDate } from '@kcc/validators';
import { inNotice, plainLetter, plainNotice, withFields, without } from '../examples.ts';
import { recipientsOf } from '../parties.ts';
import type { Finding, Rule } from '../rule.ts';
import { cite } from '../tables/sources.ts';

const rocYear = (iso: string | undefined) => (iso === undefined ? undefined : Number(iso.slice(0, 4)) - 1911);
const shaped = /^(?:中華民國|民國)?\d{1,3}年\d{1,2}月\d{1,2}日$/;
const DAY = 86_400_000;

/** True for a day of the calendar as `YYYY-MM-DD`. */
function isIsoDay(text: string): boolean {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** H: fields of the head. */
export const headerRules: readonly Rule[] = [
  {
    id: 'GW-H004',
    severity: 'warning',
    tier: 'D',
    fix: 'none',
    kinds: ['letter'],
    title: '函有地址及聯絡方式',
    message: '缺少「{name}」；請補上',
    source: cite('dtd'),
    bad: [{ shown: '沒有地址', letter: without(plainLetter, 'address') }],
    good: [withFields('有地址、電話', {})],
    check: (letter) => {
      if (letter.kind !== 'letter') return [];
      const missing: Finding[] = [];
      if (!letter.address?.trim()) missing.push({ path: '/address', params: { name: '地址' } });
      if (letter.contactLines.every((line) => line.trim() === ''))
        missing.push({ path: '/contactLines', params: { name: '聯絡方式' } });
      return missing;
    },
  },
  {
    id: 'GW-H005',
    severity: 'info',
    tier: 'K',
    fix: 'none',
    kinds: ['letter'],
    title: '聯絡方式列承辦人、電話、傳真、電子信箱',
    message: '聯絡方式沒有「{name}」',
    source: cite('format', '6 範例'),
    bad: [withFields('只有電話', { contactLines: ['電話：(00)2345-6789'] })],
    good: [withFields('四項齊全', {})],
    check: (letter) => {
      if (letter.kind !== 'letter' || letter.contactLines.length === 0) return [];
      const all = letter.contactLines.join('\n');
      const wanted: readonly (readonly [string, RegExp])[] = [
        ['承辦人', /承辦人|聯絡人/],
        ['電話', /電話/],
        ['傳真', /傳真/],
        ['電子信箱', /信箱|郵件|@/],
      ];
      return wanted
        .filter(([, test]) => !test.test(all))
        .map(([name]) => ({ path: '/contactLines', params: { name } }));
    },
  },
  {
    id: 'GW-H006',
    severity: 'info',
    tier: 'K',
    fix: 'safe',
    kinds: ['letter'],
    title: '分機寫「分機」',
    message: '「{found}」請改為「分機」',
    source: cite('practice'),
    bad: [withFields('(02)2345-6789#123', { contactLines: ['電話：(02)2345-6789#123'] })],
    good: [withFields('(02)2345-6789分機123', {})],
    check: (letter) =>
      letter.kind !== 'letter'
        ? []
        : letter.contactLines.flatMap((line, index): Finding[] => {
            const match = /(?<=\d)\s*[#＃]\s*(?=\d)/.exec(line);
            if (!match) return [];
            const path = `/contactLines/${index}`;
            const range = [match.index, match.index + match[0].length] as const;
            return [{ path, range, params: { found: match[0] }, edits: [{ path, range, value: '分機' }] }];
          }),
  },
  {
    id: 'GW-H007',
    severity: 'error',
    tier: 'D',
    fix: 'safe',
    title: '發文日期寫中華民國Y年M月D日',
    message: '發文日期「{found}」請改為「中華民國○年○月○日」的寫法',
    source: cite('act', '第6條'),
    bad: [
      { shown: '2026/11/23', letter: { ...without(plainLetter, 'issueDate'), issueDateText: '2026/11/23' } },
    ],
    good: [withFields('中華民國115年11月23日', { issueDate: '2026-11-23' })],
    check: (letter) => {
      const found = letter.issueDateText;
      if (found === undefined || shaped.test(found)) return [];
      const date = parseRocDate(found)?.iso;
      const edits = date
        ? [
            { path: '/issueDate', value: date },
            { path: '/issueDateText', value: undefined },
          ]
        : undefined;
      return [{ path: '/issueDateText', params: { found }, ...(edits && { edits }) }];
    },
  },
  {
    id: 'GW-H008',
    severity: 'error',
    tier: 'D',
    fix: 'none',
    title: '發文日期存在',
    message: '沒有「{found}」這一天；請查對',
    source: cite('practice'),
    bad: [
      {
        shown: '115年2月30日',
        letter: { ...without(plainLetter, 'issueDate'), issueDateText: '中華民國115年2月30日' },
      },
    ],
    good: [withFields('115年2月28日', { issueDate: '2026-02-28' })],
    check: ({ issueDate, issueDateText }) => {
      if (
        issueDateText !== undefined &&
        shaped.test(issueDateText) &&
        parseRocDate(issueDateText) === undefined
      )
        return [{ path: '/issueDateText', params: { found: issueDateText } }];
      return issueDate !== undefined && !isIsoDay(issueDate)
        ? [{ path: '/issueDate', params: { found: issueDate } }]
        : [];
    },
  },
  {
    id: 'GW-H009',
    severity: 'warning',
    tier: 'C',
    fix: 'none',
    title: '發文日期在合理期間',
    message: '發文日期 {found} 離今天太遠；請查對年份',
    source: cite('practice'),
    bad: [withFields('105年的發文日期', { issueDate: '2016-10-02', documentNumbers: [] })],
    good: [withFields('近日的發文日期', {})],
    check: (letter, { asOf }) => {
      if (!asOf || letter.issueDate === undefined || letter.generation !== undefined) return [];
      const days = (Date.parse(letter.issueDate) - asOf.getTime()) / DAY;
      return days > 60 || days < -366 ? [{ path: '/issueDate', params: { found: letter.issueDate } }] : [];
    },
  },
  {
    id: 'GW-H010',
    severity: 'warning',
    tier: 'K',
    fix: 'offered',
    kinds: ['letter', 'decree', 'announcement', 'meeting', 'inspection'],
    title: '發文字號為○字第○號',
    message: '發文字號「{found}」不是「○字第○號」；請改正',
    source: cite('format', '6 範例'),
    bad: [withFields('嘉府資訊1150012345', { documentNumbers: [{ text: '嘉府資訊1150012345' }] })],
    good: [
      withFields('嘉府資訊字第1150012345號', { documentNumbers: [{ text: '嘉府資訊字第1150012345號' }] }),
    ],
    check: ({ documentNumbers }) =>
      documentNumbers.flatMap((number, index) => {
        const { prefix = '', year = '', serial = '', text } = number;
        const good =
          text !== undefined
            ? /^\S+字第\s?[\d-]+\s?號$/.test(text)
            : prefix !== '' && /^\d+$/.test(year + serial);
        const path = `/documentNumbers/${index}`;
        const [, word, digits] = /^(\p{Script=Han}+?)字?第?\s?(\d{7,})號?$/u.exec(text ?? '') ?? [];
        const edits = word ? [{ path: `${path}/text`, value: `${word}字第${digits}號` }] : undefined;
        return good
          ? []
          : [{ path, params: { found: text ?? `${prefix}${year}${serial}` }, ...(edits && { edits }) }];
      }),
  },
  {
    id: 'GW-H011',
    severity: 'warning',
    tier: 'C',
    fix: 'none',
    title: '文號年度與發文日期相符',
    message: '文號年度 {found} 與發文日期的 {right} 年不符；請查對',
    source: cite('format', '6 範例'),
    bad: [
      withFields('字第1140012345號，115年', {
        documentNumbers: [{ prefix: '府範', year: '114', serial: '0012345' }],
      }),
    ],
    good: [withFields('字第1150012345號，115年', {})],
    check: ({ documentNumbers, issueDate }) => {
      const right = rocYear(issueDate);
      return documentNumbers.flatMap(({ year, text }, index) => {
        const found = year ?? /第(\d{3})\d{4,}/.exec(text ?? '')?.[1];
        return right === undefined || found === undefined || Number(found) === right
          ? []
          : [{ path: `/documentNumbers/${index}`, params: { found, right } }];
      });
    },
  },
  {
    id: 'GW-H012',
    severity: 'error',
    tier: 'D',
    fix: 'none',
    kinds: ['letter', 'decree', 'announcement'],
    title: '會銜公文一機關一字號',
    message: '有 {found} 個發文機關、{right} 個發文字號；請一機關一字號，主辦機關在前',
    source: cite('dtd'),
    bad: [
      withFields('二機關一字號', {
        issuers: [...plainLetter.issuers, { type: 'organisation', name: '嘉禾縣政府' }],
      }),
    ],
    good: [withFields('一機關一字號', {})],
    check: ({ issuers, documentNumbers }) =>
      issuers.length > 1 && documentNumbers.length > 0 && documentNumbers.length !== issuers.length
        ? [{ path: '/documentNumbers', params: { found: issuers.length, right: documentNumbers.length } }]
        : [],
  },
  {
    id: 'GW-H016',
    severity: 'warning',
    tier: 'C',
    fix: 'none',
    title: '機密文書註明解密條件或保密期限',
    message: '「{found}」公文沒有解密條件或保密期限；請註明',
    source: cite('handbook112', '31'),
    bad: [withFields('機密', { classification: { level: '機密' } })],
    good: [
      withFields('機密（至116年1月1日解密）', {
        classification: { level: '機密', declassification: '至116年1月1日解密' },
      }),
    ],
    check: ({ classification }) =>
      classification?.level && !classification.declassification
        ? [{ path: '/classification', params: { found: classification.level } }]
        : [],
  },
  {
    id: 'GW-H018',
    severity: 'warning',
    tier: 'D',
    fix: 'safe',
    title: '沒有附件就留空',
    message: '附件寫「{found}」；沒有附件請留空',
    source: cite('handbook112', '31'),
    bad: [withFields('附件：無', { attachmentText: '無' })],
    good: [withFields('附件：（空白）', {})],
    check: ({ attachmentText }) =>
      attachmentText !== undefined && /^(?:無|無附件|沒有)[。]?$/.test(attachmentText.trim())
        ? [
            {
              path: '/attachmentText',
              params: { found: attachmentText },
              edits: [{ path: '/attachmentText', value: undefined }],
            },
          ]
        : [],
  },
  {
    id: 'GW-H019',
    severity: 'error',
    tier: 'D',
    fix: 'none',
    kinds: ['letter', 'meeting', 'inspection'],
    title: '有受文者',
    message: '沒有受文者；請填寫',
    source: cite('dtd'),
    bad: [{ shown: '沒有受文者', letter: { ...without(plainNotice, 'addressee'), generation: '104' } }],
    good: [inNotice('有受文者', { generation: '104' })],
    check: (letter, { finished }) => {
      if (!finished || letter.addressee !== undefined) return [];
      // What is still a draft gets its 受文者 from its recipients when it is written.
      const derived = letter.generation === undefined && recipientsOf(letter).length > 0;
      return derived ? [] : [{ path: '/addressee' }];
    },
  },
];
