import { inNotice } from '../examples.ts';
import type { Finding, Rule } from '../rule.ts';
import { cite } from '../tables/sources.ts';

/** M: meetings and inspections. */
export const noticeRules: readonly Rule[] = [
  {
    id: 'GW-M001',
    severity: 'error',
    tier: 'D',
    fix: 'none',
    kinds: ['meeting', 'inspection'],
    title: '開會（會勘）欄位齊全',
    message: '缺少「{name}」；請補上',
    source: cite('dtd'),
    bad: [inNotice('沒有開會地點', { place: '' }), inNotice('沒有出席者', { attendees: [] })],
    good: [inNotice('欄位齊全', {})],
    check: (letter) => {
      if (letter.kind !== 'meeting' && letter.kind !== 'inspection') return [];
      const word = letter.kind === 'meeting' ? '開會' : '會勘';
      const wanted: readonly (readonly [string, string, boolean])[] = [
        ['/subject', `${word}事由`, letter.subject.trim() === ''],
        ['/times', `${word}時間`, letter.times.length === 0],
        ['/place', `${word}地點`, letter.place.trim() === ''],
        ['/chairs', '主持人', letter.chairs.length === 0],
        ['/attendees', '出席者', letter.attendees.length === 0],
      ];
      return wanted.filter(([, , missing]) => missing).map(([path, name]) => ({ path, params: { name } }));
    },
  },
  {
    id: 'GW-M004',
    severity: 'error',
    tier: 'D',
    fix: 'none',
    kinds: ['meeting', 'inspection'],
    title: '開會星期與日期相符，時間在發文之後',
    message: '開會時間{problem}；請查對',
    source: cite('practice'),
    bad: [
      inNotice('10月15日（星期五）', { times: [{ date: '2026-10-15', weekday: '五', time: '下午2時' }] }),
      inNotice('開會在發文之前', { times: [{ date: '2026-09-15' }] }),
    ],
    good: [inNotice('10月15日（星期四）', {})],
    check: (letter) => {
      if (letter.kind !== 'meeting' && letter.kind !== 'inspection') return [];
      return letter.times.flatMap(({ date, weekday }, index) => {
        if (date === undefined) return [];
        const right = '日一二三四五六'.charAt(new Date(`${date}T00:00:00Z`).getUTCDay());
        const path = `/times/${index}`;
        const found: Finding[] = [];
        if (weekday !== undefined && right !== '' && weekday.replace(/^(?:星期|週)/, '') !== right)
          found.push({ path: `${path}/weekday`, params: { problem: `的星期應為${right}` } });
        if (letter.issueDate !== undefined && date < letter.issueDate)
          found.push({ path: `${path}/date`, params: { problem: '在發文日期之前' } });
        return found;
      });
    },
  },
  {
    id: 'GW-M005',
    severity: 'warning',
    tier: 'K',
    fix: 'safe',
    kinds: ['meeting', 'inspection'],
    title: '事由不加期望語與文別',
    message: '事由不寫「{found}」；請刪去',
    source: cite('practice'),
    bad: [
      inNotice('研商綠美化事宜，請查照。', { subject: '研商綠美化事宜，請查照。' }),
      inNotice('開會通知單：研商…', { subject: '開會通知單：研商綠美化事宜' }),
    ],
    good: [inNotice('研商綠美化事宜', {})],
    check: (letter) => {
      if (letter.kind !== 'meeting' && letter.kind !== 'inspection') return [];
      return [
        ...letter.subject.matchAll(
          /^(?:開會|會勘)(?:通知單|通知|事由)[：:]|，?敬?請[^，。]{0,6}(?:查照|鑒核|照辦|出席|參加|與會|蒞臨|列席)。?$/g,
        ),
      ].map((match) => {
        const range = [match.index, match.index + match[0].length] as const;
        return {
          path: '/subject',
          range,
          params: { found: match[0] },
          edits: [{ path: '/subject', range, value: '' }],
        };
      });
    },
  },
  {
    id: 'GW-M006',
    severity: 'warning',
    tier: 'D',
    fix: 'none',
    kinds: ['meeting', 'inspection'],
    title: '聯絡人有姓名與電話',
    message: '聯絡人缺少{name}；請補上',
    source: cite('dtd', '聯絡人及電話'),
    bad: [inNotice('聯絡人沒有電話', { contacts: [{ name: '陳○○', phone: '' }] })],
    good: [inNotice('姓名、電話', {})],
    check: (letter) =>
      letter.kind === 'meeting' || letter.kind === 'inspection'
        ? letter.contacts.flatMap(({ name, phone }, index) =>
            name.trim() === '' || phone.trim() === ''
              ? [{ path: `/contacts/${index}`, params: { name: name.trim() === '' ? '姓名' : '電話' } }]
              : [],
          )
        : [],
  },
];
