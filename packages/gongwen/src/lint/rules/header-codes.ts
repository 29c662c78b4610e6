import type { ClassificationLevel, Urgency } from '../../model/letter.ts';
import { plainLetter, withContext, withFields, without } from '../examples.ts';
import type { Rule } from '../rule.ts';
import { cite } from '../tables/sources.ts';

const LEVELS: readonly string[] = [
  '密',
  '機密',
  '極機密',
  '絕對機密',
] satisfies readonly ClassificationLevel[];
const MEANT: Readonly<Record<string, Urgency>> = {
  普通: '普通件',
  速: '速件',
  最速: '最速件',
  特急件: '最速件',
};
// A caller's unchecked data may hold words that the types do not allow.
const urgency = (text: string) => text as Urgency;
const level = (text: string) => text as ClassificationLevel;

/** H: fixed words of the head. */
export const headerCodeRules: readonly Rule[] = [
  {
    id: 'GW-H013',
    severity: 'error',
    tier: 'D',
    fix: 'safe',
    title: '速別為最速件、速件或普通件（C6）',
    message: '沒有「{found}」這種速別；請改為最速件、速件或普通件',
    source: cite('dtd', '速別'),
    bad: [withFields('急件', { urgency: urgency('急件') }), withFields('速', { urgency: urgency('速') })],
    good: [withFields('速件', { urgency: '速件' })],
    check: (letter, { choices }) => {
      const found: string | undefined = letter.urgency;
      if (found === undefined || choices.urgencies.includes(found)) return [];
      const path = '/urgency';
      const right = MEANT[found];
      return [
        {
          path,
          params: { found },
          ...(right ? { edits: [{ path, value: right }] } : { safe: false as const }),
        },
      ];
    },
  },
  {
    id: 'GW-H014',
    severity: 'warning',
    tier: 'C',
    fix: 'safe',
    kinds: ['letter'],
    title: '限期公文不填速別',
    message: '已訂期限的公文不填速別「{found}」；請留空',
    source: cite('handbook112', '31'),
    bad: [withFields('限期公文填速件', { deadline: '2026-10-30', urgency: '速件' })],
    good: [
      { shown: '限期公文速別空白', letter: { ...without(plainLetter, 'urgency'), deadline: '2026-10-30' } },
      withFields('沒有期限', { urgency: '速件' }),
    ],
    check: ({ deadline, urgency: found }) =>
      deadline !== undefined && found !== undefined
        ? [{ path: '/urgency', params: { found }, edits: [{ path: '/urgency', value: undefined }] }]
        : [],
  },
  {
    id: 'GW-H015',
    severity: 'error',
    tier: 'D',
    fix: 'safe',
    title: '密等為密、機密、極機密、絕對機密或空白（C7）',
    message: '沒有「{found}」這種密等；非機密文書請留空',
    source: cite('dtd', '密等'),
    bad: [withFields('密等：普通', { classification: { level: level('普通') } })],
    good: [withFields('密等空白', {})],
    check: ({ classification }, { choices }) => {
      const found: string | undefined = classification?.level;
      if (found === undefined || LEVELS.includes(found) || found === choices.ordinaryClassification)
        return [];
      const path = '/classification';
      return [
        {
          path,
          params: { found },
          ...(found === '普通' ? { edits: [{ path, value: undefined }] } : { safe: false as const }),
        },
      ];
    },
  },
  {
    id: 'GW-H017',
    severity: 'error',
    tier: 'C',
    fix: 'none',
    title: '機密文書不經一般電子交換或雲端工具',
    message: '「{found}」公文不得經{name}傳遞；請依機密文書規定處理',
    source: cite('act', '第12條'),
    bad: [
      withContext(
        { route: 'exchange' },
        withFields('機密公文交換', {
          classification: { level: '機密', declassification: '至116年1月1日解密' },
        }),
      ),
    ],
    good: [
      withContext(
        { route: 'paper' },
        withFields('機密公文紙本', {
          classification: { level: '機密', declassification: '至116年1月1日解密' },
        }),
      ),
      withContext({ route: 'exchange' }, withFields('普通公文交換', {})),
    ],
    check: ({ classification }, { route }) =>
      classification?.level !== undefined && (route === 'exchange' || route === 'cloud')
        ? [
            {
              path: '/classification',
              params: {
                found: classification.level,
                name: route === 'exchange' ? '一般電子交換' : '雲端工具',
              },
            },
          ]
        : [],
  },
  {
    id: 'GW-H020',
    severity: 'info',
    tier: 'D',
    fix: 'none',
    title: '檔號、保存年限的寫法',
    message: '「{found}」不是{name}的寫法；請查對本機關的檔案分類及保存年限表',
    source: cite('format', '4(六)(七)'),
    bad: [
      withFields('保存年限：很久', { archive: { retention: '很久' } }),
      withFields('檔號：第一卷', { archive: { fileNumber: '第一卷' } }),
    ],
    good: [withFields('115/010101/1、10年', { archive: { fileNumber: '115/010101/1', retention: '10年' } })],
    check: ({ archive }) => {
      const { fileNumber = '', retention = '' } = archive ?? {};
      return [
        ...(/^[\w./-]*$/.test(fileNumber)
          ? []
          : [{ path: '/archive/fileNumber', params: { found: fileNumber, name: '檔號' } }]),
        ...(/^(?:永久|(?:\d{1,2}|[一二三四五六七八九十]{1,3})年?)?$/.test(retention)
          ? []
          : [{ path: '/archive/retention', params: { found: retention, name: '保存年限' } }]),
      ];
    },
  },
];
