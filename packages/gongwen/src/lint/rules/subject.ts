import type { Letter } from '../../model/letter.ts';
import { inAnnouncement, inBodies, inSubject } from '../examples.ts';
import { type PatternSettings, patternRule, SUBJECT_ONLY } from '../pattern-rule.ts';
import type { Finding, Rule } from '../rule.ts';
import { EXPECTATION, misdirected, rightExpectation } from '../tables/expectations.ts';
import { cite } from '../tables/sources.ts';

const SUBJECT: Pick<PatternSettings, 'roles'> = { roles: SUBJECT_ONLY };
const up = (shown: string) => inSubject(shown, { relation: 'up' });
const level = (shown: string) => inSubject(shown, { relation: 'level' });
const subjectOf = (letter: Letter) => ('subject' in letter ? letter.subject : '');

/** Finds an expectation that goes in another direction than the letter. */
export const wrongDirection = (
  roles: PatternSettings['roles'] & object,
): Omit<PatternSettings, 'pattern'> => ({
  roles,
  accept: ({ match }, { relation }) => misdirected(match[2] ?? '', relation),
  replace: ({ match }, { relation }) => {
    const right = rightExpectation(relation);
    return right === undefined ? undefined : `${match[1]}${right}`;
  },
});

const ends = (text: string): Finding[] => {
  const tail = /[.．,，;；、]?\s*$/.exec(text);
  if (text.trim() === '' || /。[」』]?\s*$/.test(text) || !tail) return [];
  const range = [tail.index, text.length] as const;
  return [{ path: '/subject', range, edits: [{ path: '/subject', range, value: '。' }] }];
};

/** B: 主旨. */
export const subjectRules: readonly Rule[] = [
  {
    id: 'GW-B001',
    severity: 'error',
    tier: 'D',
    fix: 'none',
    title: '有主旨',
    message: '沒有主旨；請填寫',
    source: cite('handbook104', '16(三)1'),
    bad: [inSubject('')],
    good: [inSubject('請派員參加，請查照。')],
    check: (letter) => ('subject' in letter && letter.subject.trim() === '' ? [{ path: '/subject' }] : []),
  },
  patternRule({
    id: 'GW-B002',
    severity: 'error',
    tier: 'K',
    fix: 'none',
    kinds: ['letter', 'memo', 'announcement'],
    title: '主旨不分項',
    message: '主旨不分項；請寫成一段，細節移到說明',
    source: cite('handbook104', '16(三)1(2)'),
    ...SUBJECT,
    hint: '一1',
    pattern:
      /(?:^|[：:；;。，\s])(?:一、|[(（]一[)）]|1[、.．])[^\n]{1,300}?(?:二、|[(（]二[)）]|2[、.．])/gm,
    bad: [inSubject('一、請填復調查表。二、請派員參加。')],
    good: [inSubject('請派員參加第一、二場說明會，請查照。')],
  }),
  {
    id: 'GW-B003',
    severity: 'error',
    tier: 'D',
    fix: 'safe',
    kinds: ['letter', 'memo', 'announcement'],
    title: '主旨不換行',
    message: '主旨中間換行；請接成一段',
    source: cite('handbook104', '16(三)1(2)'),
    bad: [inSubject('請派員參加，\n請查照。')],
    good: [inSubject('請派員參加，請查照。')],
    check: (letter) =>
      /\n/.test(subjectOf(letter))
        ? [
            {
              path: '/subject',
              edits: [{ path: '/subject', value: subjectOf(letter).replace(/\s*\n\s*/g, '') }],
            },
          ]
        : [],
  },
  {
    id: 'GW-B004',
    severity: 'warning',
    tier: 'K',
    fix: 'safe',
    kinds: ['letter', 'memo', 'announcement'],
    title: '主旨以句號結束',
    message: '主旨沒有以句號結束；請加「。」',
    source: cite('format', '範例'),
    bad: [inSubject('請派員參加，請查照')],
    good: [inSubject('請派員參加，請查照。')],
    check: (letter) => ends(subjectOf(letter)),
  },
  {
    id: 'GW-B005',
    severity: 'warning',
    tier: 'K',
    fix: 'none',
    kinds: ['letter', 'memo'],
    title: '主旨寫明期望',
    message: '主旨沒有期望語或請求；請加「請查照」「請鑒核」等',
    source: cite('handbook104', '16(三)1(1)'),
    bad: [inSubject('檢送計畫1份。')],
    good: [
      inSubject('檢送計畫1份，請查照。'),
      inSubject('復如說明，希照辦。'),
      inSubject('有關貴校申請補助一案，同意辦理。'),
    ],
    check: (letter) =>
      (letter.kind !== 'letter' || ['函', '書函'].includes(letter.subtype)) &&
      subjectOf(letter) !== '' &&
      !/[請希祈]|查照|鑒核|核示|備查|照辦|見復|同意|准予|礙難|否准|核[准定]|備悉/.test(subjectOf(letter))
        ? [{ path: '/subject' }]
        : [],
  },
  patternRule({
    id: 'GW-B006',
    severity: 'error',
    tier: 'C',
    fix: 'offered',
    kinds: ['letter'],
    title: '期望語合於行文關係',
    message: '「{found}」不合行文關係；請改為「{right}」',
    source: cite('handbook104', '18'),
    hint: '請希祈乞',
    pattern: EXPECTATION,
    ...wrongDirection(SUBJECT_ONLY),
    bad: [up('檢陳計畫1份，請查照。'), level('檢送計畫1份，請鑒核。')],
    good: [up('檢陳計畫1份，請鑒核。'), level('檢送計畫1份，請查照。'), inSubject('檢送計畫1份，請鑒核。')],
  }),
  patternRule({
    id: 'GW-B007',
    severity: 'error',
    tier: 'C',
    fix: 'safe',
    kinds: ['announcement'],
    title: '公告的主旨沒有期望語',
    message: '公告的主旨不用「{found}」；請刪去',
    source: cite('practice', '教材'),
    ...SUBJECT,
    pattern: /，?敬?請[^，。\n]{0,4}(?:查照|鑒核|照辦|周知|核示)(?=。?$)/gm,
    replace: () => '',
    bad: [inAnnouncement('公告獎助申請期間，請查照。', { subject: '公告獎助申請期間，請查照。' })],
    good: [inAnnouncement('公告獎助申請期間。', { subject: '公告獎助申請期間。' })],
  }),
  patternRule({
    id: 'GW-B008',
    severity: 'warning',
    tier: 'K',
    fix: 'none',
    kinds: ['letter', 'memo'],
    title: '期望語不重疊',
    message: '「{found}」疊用期望語；請只留一個',
    source: cite('textbook', '第127頁'),
    ...SUBJECT,
    hint: '查鑒核備照',
    pattern:
      /(?<!同意|准予|原則)(?:查照|鑒核|鑒察|核示|備查|照辦)[，、]?[並及且]?[，、]?(?:請|惠請|敬請)?(?:查照|鑒核|鑒察|核示|備查|照辦)/g,
    bad: [inSubject('檢送計畫1份，請查照並請鑒核。')],
    good: [
      inSubject('檢送計畫1份，請查照並轉知所屬。'),
      inSubject('請查照見復。'),
      inSubject('所報預算書，同意備查，請查照。'),
    ],
  }),
  patternRule({
    id: 'GW-B009',
    severity: 'warning',
    tier: 'K',
    fix: 'none',
    kinds: ['letter'],
    title: '期望語只在主旨',
    message: '說明、辦法不重複期望語「{found}」；請刪去',
    source: cite('handbook104', '19(三)丙'),
    roles: ['section', 'item'],
    pattern: /(?<=[，；。]|^)(?:敬|謹|惠|併|並|復)?請(?:鈞\S|貴\S)?(?:查照|鑒核|鑒察|核示)(?=。?$)/gm,
    bad: inBodies('依年度計畫辦理，請查照。'),
    good: inBodies('本案前經函請查照在案。', '另簽請核示後辦理。'),
  }),
  {
    id: 'GW-B010',
    severity: 'info',
    tier: 'D',
    fix: 'none',
    kinds: ['letter', 'memo', 'announcement'],
    title: '主旨簡短',
    message: '主旨有 {count} 字；宜在 {limit} 字以內，細節移到說明',
    source: cite('textbook', '第68頁'),
    bad: [inSubject(`請填復${'綠美化成果調查表'.repeat(13)}，請查照。`)],
    good: [inSubject('請填復調查表，請查照。')],
    check: (letter, { choices }) =>
      subjectOf(letter).length > choices.subjectLength
        ? [{ path: '/subject', params: { count: subjectOf(letter).length, limit: choices.subjectLength } }]
        : [],
  },
  patternRule({
    id: 'GW-B011',
    severity: 'error',
    tier: 'K',
    fix: 'safe',
    title: '不重複「主旨：」',
    message: '內文重複「{found}」；請刪去',
    source: cite('dtd'),
    ...SUBJECT,
    pattern: /^主旨[：:]\s*/gm,
    replace: () => '',
    bad: [inSubject('主旨：檢送計畫1份，請查照。')],
    good: [inSubject('檢送計畫1份，請查照。')],
  }),
  patternRule({
    id: 'GW-B012',
    severity: 'warning',
    tier: 'K',
    fix: 'none',
    kinds: ['letter'],
    title: '緣由寫在說明',
    message: '主旨以「{found}」說明緣由；請移到說明，主旨先寫行為',
    source: cite('handbook104', '16(三)'),
    ...SUBJECT,
    pattern: /^(?:因(?!應)|由於|鑑於|鑒於|有鑑於)/gm,
    bad: [inSubject('因颱風來襲，請延期辦理，請查照。')],
    good: [inSubject('因應颱風，請延期辦理，請查照。'), inSubject('為辦理說明會，請派員參加，請查照。')],
  }),
  patternRule({
    id: 'GW-B013',
    severity: 'warning',
    tier: 'C',
    fix: 'safe',
    kinds: ['letter'],
    title: '「請核示」只用於簽',
    message: '機關間行文不用「{found}」；請改為「{right}」',
    source: cite('interpretation', '114.1.22、115.3.2'),
    ...SUBJECT,
    pattern: /(?:簽請|請)核示/g,
    replace: (_, { relation }) => (relation === 'up' ? '請鑒核' : undefined),
    bad: [up('檢陳計畫1份，請核示。')],
    good: [up('檢陳計畫1份，請鑒核。')],
  }),
  patternRule({
    id: 'GW-B014',
    severity: 'info',
    tier: 'C',
    fix: 'safe',
    kinds: ['letter'],
    title: '不要求辦理時用「請查照」',
    message: '沒有要求辦理的事，「{found}」宜改為「{right}」',
    source: cite('textbook', '第127頁(2)'),
    ...SUBJECT,
    pattern: /請查照辦理(?=。?$)/gm,
    accept: ({ match, part }, { relation }) =>
      relation !== undefined && !/[請希]|應/.test(part.text.slice(0, match.index - part.start)),
    replace: () => '請查照',
    bad: [level('檢送會議紀錄1份，請查照辦理。')],
    good: [level('請填復調查表，請查照辦理。'), inSubject('檢送會議紀錄1份，請查照辦理。')],
  }),
];
