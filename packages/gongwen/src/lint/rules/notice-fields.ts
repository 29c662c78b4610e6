import { parseRocDate } from '@kcc/validators';
import type { MeetingTime, Notice } from '../../model/letter.ts';
import { inNotice } from '../examples.ts';
import type { Finding, Rule } from '../rule.ts';
import { cite } from '../tables/sources.ts';

const LABEL = /^(?:主旨|說明|辦法)[：:]\s*/;
const isNotice = (letter: { readonly kind: string }): letter is Notice =>
  letter.kind === 'meeting' || letter.kind === 'inspection';
const weekdayOf = (date: string) => '日一二三四五六'.charAt(new Date(`${date}T00:00:00Z`).getUTCDay());

/** 14:00 or 14時 → 下午2時; undefined where it is unclear which half of the day is meant. */
export function spokenTime(text: string): string | undefined {
  const match = /^(上午|下午)?\s*(\d{1,2})(?:[:：](\d{2})|[時點](?:(\d{1,2})分?)?)(.*)$/s.exec(text.trim());
  const hour = Number(match?.[2]);
  if (!match || hour > 23) return undefined;
  const half = match[1] ?? (hour === 12 ? '中午' : hour > 12 ? '下午' : hour > 7 ? '上午' : undefined);
  if (half === undefined) return undefined;
  const minutes = Number(match[3] ?? match[4] ?? 0);
  return `${half}${hour > 12 ? hour - 12 : hour}時${minutes === 0 ? '' : `${minutes}分`}${untilOf(match[5] ?? '')}`;
}

/** -12:00 → 至12時; anything else stays. */
function untilOf(text: string): string {
  const match = /^\s*[-~～–至]\s*(\d{1,2})[:：](\d{2})$/.exec(text);
  if (!match) return text;
  const hour = Number(match[1]);
  const minutes = Number(match[2]);
  return `至${hour > 12 ? `下午${hour - 12}` : hour}時${minutes === 0 ? '' : `${minutes}分`}`;
}

const SPOKEN = /^(?:上午|中午|下午|晚間|晚上|凌晨)\s?(?:[0-9]|1[0-2])時/;

const BRACKETED = /^\s*[（(](?:星期|週)?([日一二三四五六])[)）]\s*/;
const WHOLE = /^(?:中華民國)?(\d[\d/.\-年月日]*\d日?)\s*((?:[（(]|上午|下午|中午|\d{1,2}[:：時點]).*)?$/s;

/** The time of a meeting as it should be written; undefined where its parts cannot be told apart. */
function rightTime(time: MeetingTime): MeetingTime | undefined {
  const written =
    time.dateText === undefined ? (time.time ?? '') : `${time.dateText} ${time.time ?? ''}`.trim();
  const [, first = '', rest = ''] = time.date === undefined ? (WHOLE.exec(written) ?? []) : ['', '', written];
  const date = time.date ?? parseRocDate(first)?.iso;
  if (date === undefined) return undefined;
  const bracketed = BRACKETED.exec(rest);
  const clock = rest.slice(bracketed?.[0].length ?? 0).trim();
  const spoken = clock === '' || SPOKEN.test(clock) ? clock : spokenTime(clock);
  if (spoken === undefined) return undefined;
  const weekday = time.weekday ?? bracketed?.[1] ?? weekdayOf(date);
  return { date, weekday, ...(spoken !== '' && { time: spoken }) };
}

/** What is not written as the norm has it in one 開會時間. */
function timeFaults(time: MeetingTime, path: string): Finding[] {
  const { date, dateText, weekday, time: clock } = time;
  const untold =
    clock !== undefined &&
    (BRACKETED.test(clock) || (/\d{1,2}[:：點]|^\d{1,2}時/.test(clock) && !SPOKEN.test(clock)));
  const late = clock !== undefined && /^下午\s*(?:1[3-9]|2[0-3])時/.test(clock);
  const problem =
    date === undefined
      ? `日期「${dateText ?? clock ?? ''}」`
      : untold || late
        ? `時間「${clock}」`
        : weekday === undefined
          ? '沒有星期'
          : undefined;
  if (problem === undefined) return [];
  const value = rightTime(time);
  return [
    { path, params: { problem }, ...(value ? { edits: [{ path, value }] } : { safe: false as const }) },
  ];
}

/** M: how the fields of a notice are written. */
export const noticeFieldRules: readonly Rule[] = [
  {
    id: 'GW-M002',
    severity: 'error',
    tier: 'D',
    fix: 'safe',
    kinds: ['meeting', 'inspection'],
    title: '通知單不分主旨、說明、辦法',
    message: '通知單沒有「{found}」；請刪去段名，內容寫在事由或備註',
    source: cite('format', '8'),
    bad: [
      inNotice('事由寫「主旨：」', { subject: '主旨：研商綠美化事宜' }),
      inNotice('備註寫成說明段', { remarks: { name: '說明', text: '請攜帶資料。', items: [] } }),
    ],
    good: [inNotice('固定欄位', {})],
    check: (letter) => {
      if (!isNotice(letter)) return [];
      const found: Finding[] = [];
      const label = LABEL.exec(letter.subject)?.[0];
      if (label !== undefined) {
        const range = [0, label.length] as const;
        const edits = [{ path: '/subject', range, value: '' }];
        found.push({ path: '/subject', range, params: { found: label }, edits });
      }
      const { name = '' } = letter.remarks ?? {};
      if (/^(?:主旨|說明|辦法)[：:]?$/.test(name)) {
        const path = '/remarks/name';
        found.push({ path, params: { found: name }, edits: [{ path, value: '' }] });
      }
      return found;
    },
  },
  {
    id: 'GW-M003',
    severity: 'warning',
    tier: 'K',
    fix: 'safe',
    kinds: ['meeting', 'inspection'],
    title: '時間寫年月日（星期）上午或下午幾時',
    message: '{problem}不合「中華民國Y年M月D日（星期X）上午H時M分」的寫法；請改正',
    source: cite('format', '8 範例'),
    bad: [
      inNotice('115/10/15、14:00', { times: [{ dateText: '115/10/15', weekday: '四', time: '14:00' }] }),
      inNotice('115/10/15 14:00', { times: [{ time: '115/10/15 14:00' }] }),
      inNotice('(四)14:00', { times: [{ date: '2026-10-15', time: '(四)14:00' }] }),
      inNotice('下週四', { times: [{ time: '下週四下午2時' }] }),
      inNotice('上午9:30-12:00', { times: [{ date: '2026-10-15', weekday: '四', time: '上午9:30-12:00' }] }),
      inNotice('沒有星期', { times: [{ date: '2026-10-15', time: '下午2時' }] }),
      inNotice('下午14時', { times: [{ date: '2026-10-15', weekday: '四', time: '下午14時' }] }),
    ],
    good: [
      inNotice('10月15日（星期四）下午2時', {}),
      inNotice('上午9時30分至12時', {
        times: [{ date: '2026-10-15', weekday: '四', time: '上午9時30分至12時' }],
      }),
    ],
    check: (letter) =>
      isNotice(letter) ? letter.times.flatMap((time, index) => timeFaults(time, `/times/${index}`)) : [],
  },
  {
    id: 'GW-M007',
    severity: 'info',
    tier: 'K',
    fix: 'none',
    kinds: ['meeting'],
    title: '地點寫場所及地址',
    message: '地點「{found}」缺少{name}；請補上',
    source: cite('format', '8 範例'),
    bad: [
      inNotice('第一會議室', { place: '第一會議室' }),
      inNotice('範例路1號', { place: '嘉禾市範例路1號' }),
    ],
    good: [inNotice('會議室（地址）', {}), inNotice('視訊會議', { place: '視訊會議（連結另寄）' })],
    check: (letter) => {
      if (!isNotice(letter) || letter.place.trim() === '' || /視訊|線上|https?:/.test(letter.place))
        return [];
      const missing = !/[路街巷村里段].*號|\d+號/.test(letter.place)
        ? '地址'
        : /[室廳堂館樓所]|中心|禮堂|校/.test(letter.place)
          ? undefined
          : '場所';
      return missing === undefined
        ? []
        : [{ path: '/place', params: { found: letter.place, name: missing } }];
    },
  },
  {
    id: 'GW-M008',
    severity: 'info',
    tier: 'D',
    fix: 'none',
    kinds: ['meeting', 'inspection'],
    title: '備註分項依項次的規定',
    message: '備註在文字裡自編「{found}」；請改成分項',
    source: cite('dtd', '備註'),
    bad: [inNotice('1.…2.…', { remarks: { name: '', text: '1.請攜帶資料。2.請自備環保杯。', items: [] } })],
    good: [
      inNotice('一、…二、…', {}),
      inNotice('不分項', { remarks: { name: '', text: '請攜帶資料。', items: [] } }),
    ],
    check: (letter) => {
      const found = isNotice(letter)
        ? /^\s*(?:\d{1,2}[.、)]|[(（]?一[)）、]|[•●-])/.exec(letter.remarks?.text ?? '')?.[0]
        : undefined;
      return found === undefined ? [] : [{ path: '/remarks/text', params: { found } }];
    },
  },
];
