import { inBodies, inBody, inSubject } from '../examples.ts';
import { patternRule } from '../pattern-rule.ts';
import type { Rule } from '../rule.ts';
import { EXPECTATION } from '../tables/expectations.ts';
import { SURNAMES } from '../tables/placeholders.ts';
import { cite } from '../tables/sources.ts';
import { wrongDirection } from './subject.ts';

const bodies = (relation: 'up' | 'level' | 'down' | 'people' | 'up-non-subordinate', ...texts: string[]) =>
  texts.map((text) => inBody(text, { relation }));
const AGENCY = '(?=[部署會局府處院廳縣市鄉鎮區校館所社]|機關|單位|中心|公司|協會)';

/** A person's name before a title, such as 王大鈞處長. */
const NAMED = new RegExp(`[${SURNAMES}][\\p{Script=Han}]?[貴鈞][\\p{Script=Han}]長`, 'u');

/** T: wording by the relation of sender and receiver. */
export const relationWordingRules: readonly Rule[] = [
  patternRule({
    id: 'GW-T001',
    severity: 'error',
    tier: 'C',
    fix: 'offered',
    kinds: ['letter'],
    title: '說明、辦法的期望語合於行文關係',
    message: '「{found}」不合行文關係；請改為「{right}」',
    source: cite('handbook104', '18'),
    pattern: new RegExp(EXPECTATION.source.replace(/\(\?=.*$/, '(?=[，。；]|$)'), 'gm'),
    ...wrongDirection(['section', 'item']),
    accept: (found, context) =>
      found.match.index === found.part.start ||
      /[，；。]/.test(context.text.masked.charAt(found.match.index - 1))
        ? (wrongDirection([]).accept?.(found, context) ?? false)
        : false,
    bad: bodies('up', '檢陳計畫1份，請照辦。'),
    good: [...bodies('down', '檢送計畫1份，請照辦。'), ...bodies('up', '前經函請內政部查照。')],
  }),
  patternRule({
    id: 'GW-T002',
    severity: 'error',
    tier: 'C',
    fix: 'offered',
    kinds: ['letter'],
    title: '稱謂合於行文關係',
    message: '「{found}」不合行文關係；請改為「{right}」',
    source: cite('handbook104', '18(三)1–3'),
    hint: '貴鈞大',
    pattern: new RegExp(`(?<![尊高珍寶昂富])[貴鈞大]${AGENCY}`, 'g'),
    accept: ({ match }, { relation, text }) => {
      if (NAMED.test(text.masked.slice(Math.max(0, match.index - 2), match.index + 3))) return false;
      if (match[0] === '大')
        return (
          relation !== undefined &&
          !['up-non-subordinate', 'mixed'].includes(relation) &&
          /[請依復奉據向經]/.test(text.masked.charAt(match.index - 1)) &&
          /^大(?:[院府署]|部(?![分份]))/.test(text.masked.slice(match.index, match.index + 3))
        );
      if (relation === 'up') return match[0] === '貴';
      return relation === 'level' || relation === 'down' || relation === 'people'
        ? match[0] === '鈞'
        : relation === 'up-non-subordinate';
    },
    replace: (_, { relation }) =>
      relation === 'up' ? '鈞' : relation === 'up-non-subordinate' ? '大' : '貴',
    bad: [...bodies('up', '依貴部函辦理。'), ...bodies('level', '依鈞局函辦理。', '請大院同意。')],
    good: [
      ...bodies('up', '依鈞部函辦理。'),
      ...bodies('level', '依貴局函辦理。'),
      ...bodies('up', '經費昂貴部分由本府支應。', '請林貴館長列席。'),
      ...bodies('level', '會議由王大鈞處長主持。'),
      ...bodies('level', '經大部分委員同意。'),
      ...bodies('up-non-subordinate', '依大院函辦理。'),
    ],
  }),
  patternRule({
    id: 'GW-T003',
    severity: 'warning',
    tier: 'C',
    fix: 'safe',
    kinds: ['letter'],
    title: '對人民稱臺端、先生、女士、君',
    message: '對個人不稱「{found}」；請改為「{right}」',
    source: cite('handbook104', '18(三)5'),
    pattern: /貴(?:先生|女士|君(?![子王])|民(?!族)|[台臺]端)/g,
    accept: (_, { relation }) => relation === 'people',
    replace: () => '臺端',
    bad: bodies('people', '復貴先生來信。'),
    good: bodies('people', '復臺端來信。'),
  }),
  patternRule({
    id: 'GW-T011',
    severity: 'warning',
    tier: 'C',
    fix: 'offered',
    kinds: ['letter'],
    title: '上行用檢陳，平行、下行用檢送',
    message: '「{found}」不合行文關係；請改為「{right}」',
    source: cite('interpretation', '113'),
    roles: ['subject', 'section', 'item'],
    hint: '檢陳',
    pattern: /(?<=[，。；]|隨文|茲|^)(檢送|檢陳|附陳)/gm,
    accept: ({ match }, { relation }) =>
      relation === 'up'
        ? match[1] === '檢送'
        : ['level', 'down', 'people'].includes(relation ?? '') && match[1] !== '檢送',
    replace: (_, { relation }) => (relation === 'up' ? '檢陳' : '檢送'),
    bad: [
      inSubject('檢送計畫1份，請鑒核。', { relation: 'up' }),
      inSubject('檢陳計畫1份，請查照。', { relation: 'down' }),
    ],
    good: [
      inSubject('檢陳計畫1份，請鑒核。', { relation: 'up' }),
      inSubject('檢送計畫1份，請查照。', { relation: 'level' }),
    ],
  }),
  patternRule({
    id: 'GW-T012',
    severity: 'warning',
    tier: 'C',
    fix: 'offered',
    title: '引上級來文用奉',
    message: '對上級來文不用「{found}」；請改為「{right}」',
    source: cite('interpretation', '108.7.24'),
    pattern: /(?<![依根證])據(?=鈞)/g,
    replace: () => '奉',
    bad: inBodies('據鈞部函辦理。'),
    good: inBodies('奉鈞部函辦理。', '依據鈞部函辦理。'),
  }),
  patternRule({
    id: 'GW-T021',
    severity: 'warning',
    tier: 'C',
    fix: 'offered',
    kinds: ['letter'],
    title: '對上級不用卓參',
    message: '對上級不用「{found}」；請改為「{right}」',
    source: cite('textbook', '第127頁(6)'),
    pattern: /請卓參/g,
    accept: (_, { relation }) => relation === 'up',
    replace: () => '請鑒核',
    bad: [inSubject('檢陳意見1份，請卓參。', { relation: 'up' })],
    good: [inSubject('檢送意見1份，請卓參。', { relation: 'level' })],
  }),
  patternRule({
    id: 'GW-T013',
    severity: 'warning',
    tier: 'H',
    fix: 'offered',
    title: '間接引敘改稱謂',
    message: '間接引敘他函時，「{found}」宜改為「{right}」或機關名稱',
    source: cite('handbook104', '16(二)7'),
    pattern: /(?<=(?:函|略以|內開)[，：]?[^「」。，\n]{0,12}請)[貴鈞](?=[府局部會處署院校所])/g,
    replace: () => '本',
    bad: inBodies('嘉禾縣政府函請貴府協助。'),
    good: inBodies('嘉禾縣政府函請本府協助。', '嘉禾縣政府函：「請貴府協助」。', '請貴府協助。'),
  }),
  patternRule({
    id: 'GW-T020',
    severity: 'info',
    tier: 'C',
    fix: 'none',
    kinds: ['letter'],
    title: '應辦之事不寫成請協助配合',
    message: '對下級交辦應辦之事，「{found}」語氣過輕；請直接寫應辦事項',
    source: cite('textbook', '第127頁(8)'),
    pattern: /請(?:惠予)?協助配合(?:辦理)?/g,
    accept: (_, { relation }) => relation === 'down',
    bad: bodies('down', '請協助配合辦理。'),
    good: [...bodies('down', '請於期限內辦理。'), ...bodies('level', '請協助配合辦理。')],
  }),
];
