import type { Letter, Section } from '../../model/index.ts';
import { LETTER_SUBTYPES } from '../../model/official-letter.ts';
import { inAnnouncement, inBodies, inBody, inDecree, inMemo, inSubject, withFields } from '../examples.ts';
import { patternRule } from '../pattern-rule.ts';
import type { Finding, Rule } from '../rule.ts';
import { PLACEHOLDER } from '../tables/placeholders.ts';
import { cite } from '../tables/sources.ts';

const NAMES: Readonly<Record<string, readonly string[]>> = {
  letter: ['', '說明', '經過', '原因', '辦法', '建議', '請求', '擬辦', '核示事項'],
  memo: ['', '說明', '經過', '原因', '擬辦', '建議', '請求'],
  announcement: ['', '依據', '說明', '公告事項'],
  decree: [''],
};
const LATE = ['辦法', '建議', '請求', '擬辦', '核示事項', '公告事項'];

const sectionsOf = (letter: Letter): readonly Section[] => ('sections' in letter ? letter.sections : []);
const finding = (path: string, name = ''): Finding => ({ path, params: { name } });
const section = (name: string, text: string): Section => ({ name, text, items: [] });
const said = section('說明', '依年度計畫辦理。');
const how = section('辦法', '請依計畫執行。');

function findSections(letter: Letter, test: (section: Section, index: number) => boolean): Finding[] {
  return sectionsOf(letter).flatMap((each, index) =>
    test(each, index) ? [finding(`/sections/${index}`, each.name)] : [],
  );
}

function checkSingle(letter: Letter): Finding[] {
  return sectionsOf(letter).flatMap(({ name, text, items }, index) => {
    const [only] = items;
    if (text !== undefined || items.length !== 1 || only?.text === undefined) return [];
    const path = `/sections/${index}`;
    return [
      { ...finding(path, name), edits: [{ path, value: { name, text: only.text, items: only.items } }] },
    ];
  });
}

/** 辦法 put behind 說明 as its last items. */
function folded(letter: Letter): Pick<Finding, 'edits'> {
  const list = sectionsOf(letter);
  const [target, remedy] = ['說明', '辦法'].map((name) => list.find((each) => each.name === name));
  if (!target || !remedy) return {};
  const items = [target, remedy].flatMap((each) => [
    ...(each.text === undefined ? [] : [{ text: each.text, items: [] }]),
    ...each.items,
  ]);
  const value = list.flatMap((each) =>
    each === remedy ? [] : [each === target ? { name: each.name, items } : each],
  );
  return { edits: [{ path: '/sections', value }] };
}

/** S: sections of the letter. */
export const sectionRules: readonly Rule[] = [
  {
    id: 'GW-S001',
    severity: 'error',
    tier: 'D',
    fix: 'none',
    kinds: ['letter'],
    title: '函類別應為 DTD 所列',
    message: '沒有「{found}」這種函；請改用函、書函等 DTD 所列的函類別',
    source: cite('dtd', '函類別'),
    bad: [withFields('公函', { subtype: '公函' })],
    good: [withFields('書函', { subtype: '書函', signatures: [] })],
    check: (letter) =>
      letter.kind === 'letter' && !(LETTER_SUBTYPES as readonly string[]).includes(letter.subtype)
        ? [{ path: '/subtype', params: { found: letter.subtype } }]
        : [],
  },
  {
    id: 'GW-S002',
    severity: 'error',
    tier: 'D',
    fix: 'none',
    title: '必要欄位齊全',
    message: '缺少「{name}」；請補上',
    source: cite('dtd'),
    bad: [withFields('沒有發文機關', { issuers: [] })],
    good: [withFields('欄位齊全', {})],
    check: (letter, { finished }) => {
      const missing: Finding[] = [];
      if (letter.issuers.every(({ name }) => name.trim() === ''))
        missing.push(finding('/issuers', '發文機關'));
      if (!finished || letter.kind === 'memo' || letter.kind === 'review' || letter.kind === 'joint')
        return missing;
      if (letter.issueDate === undefined && letter.issueDateText === undefined)
        missing.push(finding('/issueDate', '發文日期'));
      if (letter.documentNumbers.length === 0) missing.push(finding('/documentNumbers', '發文字號'));
      return missing;
    },
  },
  {
    id: 'GW-S004',
    severity: 'error',
    tier: 'D',
    fix: 'none',
    title: '段名合於文別',
    message: '這種公文沒有「{name}」段；函用說明、辦法，簽用說明、擬辦，公告用依據、公告事項，令不分段',
    source: cite('handbook104', '16(三)、19'),
    bad: [
      inMemo('簽的「辦法：」', { sections: [said, how] }),
      inAnnouncement('公告的「辦法：」', { sections: [how] }),
    ],
    good: [withFields('說明、辦法', { sections: [said, how] }), inDecree('令不分段', {})],
    check: (letter) => findSections(letter, ({ name }) => !(NAMES[letter.kind] ?? [name]).includes(name)),
  },
  {
    id: 'GW-S005',
    severity: 'error',
    tier: 'D',
    fix: 'safe',
    title: '不留空段',
    message: '「{name}」段沒有內容；請填寫或刪去',
    source: cite('handbook104', '16(三)4'),
    bad: [withFields('「辦法：」後面沒有文字', { sections: [said, { name: '辦法', items: [] }] })],
    good: [withFields('辦法：請依計畫執行。', { sections: [said, how] })],
    check: (letter) =>
      findSections(letter, ({ text = '', items }) => text.trim() === '' && items.length === 0).map(
        (each) => ({
          ...each,
          edits: [{ path: each.path, value: undefined }],
        }),
      ),
  },
  {
    id: 'GW-S006',
    severity: 'error',
    tier: 'D',
    fix: 'offered',
    title: '段落依主旨、說明（依據）、辦法（擬辦、公告事項）的順序',
    message: '「{name}」應在辦法、擬辦或公告事項之前；請調整順序',
    source: cite('handbook104', '16(三)'),
    bad: [withFields('辦法在說明之前', { sections: [how, said] })],
    good: [withFields('說明在辦法之前', { sections: [said, how] })],
    check: (letter) => {
      const list = sectionsOf(letter);
      const first = list.findIndex(({ name }) => LATE.includes(name));
      if (first < 0) return [];
      return findSections(
        letter,
        ({ name }, index) =>
          index > first &&
          ['說明', '依據', '經過', '原因'].includes(name) &&
          !(letter.kind === 'announcement' && name === '說明'),
      );
    },
  },
  {
    id: 'GW-S007',
    severity: 'error',
    tier: 'D',
    fix: 'none',
    title: '段名不重複',
    message: '「{name}」段重複；請合併',
    source: cite('handbook104', '16(三)'),
    bad: [withFields('兩個說明段', { sections: [said, said] })],
    good: [withFields('一個說明段', { sections: [said] })],
    check: (letter) => {
      const names = sectionsOf(letter).map(({ name }) => name);
      return findSections(letter, ({ name }, index) => name !== '' && names.indexOf(name) < index);
    },
  },
  {
    id: 'GW-S008',
    severity: 'warning',
    tier: 'D',
    fix: 'safe',
    title: '只有一項時不編號，文字緊接段名',
    message: '「{name}」段只有一項；請不要編號，文字接在冒號之後',
    source: cite('handbook104', '16(三)2(2)'),
    bad: [
      withFields('說明：一、依計畫辦理。', {
        sections: [{ name: '說明', items: [{ text: '依計畫辦理。', items: [] }] }],
      }),
    ],
    good: [withFields('說明：依計畫辦理。', { sections: [said] }), withFields('兩項以上', {})],
    check: (letter, { text }) => {
      const referred = /說明一/.test(text.raw);
      return checkSingle(letter).map((each) => (referred ? { ...each, safe: false as const } : each));
    },
  },
  {
    id: 'GW-S009',
    severity: 'warning',
    tier: 'C',
    fix: 'offered',
    kinds: ['letter'],
    title: '上行函不列辦法段（C12）',
    message: '對上級機關的函不宜列「{name}」段；請併入說明',
    source: cite('practice', '教材；layout C12'),
    bad: [withFields('上行函有辦法段', { relation: 'up', sections: [said, how] })],
    good: [withFields('平行函有辦法段', { relation: 'level', sections: [said, how] })],
    check: (letter, { relation, choices }) =>
      relation === 'up' && choices.remedyUpward === 'warn'
        ? findSections(letter, ({ name }) => name === '辦法').map((each) => ({ ...each, ...folded(letter) }))
        : [],
  },
  {
    id: 'GW-S011',
    severity: 'warning',
    tier: 'C',
    fix: 'none',
    kinds: ['letter'],
    title: '辦理或答復期限寫在主旨',
    message: '期限 {found} 沒有寫在主旨；請在主旨寫明',
    source: cite('handbook104', '19(三)甲'),
    bad: [withFields('主旨沒有期限', { deadline: '2026-12-15', subject: '請填復調查表，請查照。' })],
    good: [
      withFields('主旨有期限', {
        deadline: '2026-12-15',
        subject: '請於115年12月15日前填復調查表，請查照。',
      }),
    ],
    check: (letter) => {
      const day = /^\d+-0?(\d+)-0?(\d+)$/.exec(letter.deadline ?? '');
      if (!day || letter.kind !== 'letter') return [];
      const text = `${day[1]}月${day[2]}日`;
      return letter.subject.includes(text) ? [] : [{ path: '/subject', params: { found: text } }];
    },
  },
  patternRule({
    id: 'GW-S012',
    severity: 'error',
    tier: 'K',
    fix: 'none',
    title: '不留待補文字',
    message: '「{found}」尚未填寫；請補上實際內容',
    source: cite('practice'),
    hint: '○待TX＿_',
    pattern: PLACEHOLDER,
    bad: [...inBodies('請於○月○日前填復。', '經費〔待補〕元。', 'TODO 補上依據。', '聯絡人＿＿＿＿。')],
    good: [
      ...inBodies(
        '統一編號A12345○○○○。',
        '王○○先生所陳意見。',
        '一一○年起施行。',
        '本案承辦人許○○。',
        '一○五年度。',
      ),
    ],
  }),
  {
    id: 'GW-S014',
    severity: 'warning',
    tier: 'C',
    fix: 'none',
    kinds: ['letter'],
    title: '復文引述來文日期及字號',
    message: '復文沒有引述來文的日期與字號；請寫「復貴（鈞）機關○年○月○日○字第○號函」',
    source: cite('handbook104', '16(二)9'),
    bad: [
      inBody('復貴局函。'),
      inSubject('函轉內政部函，請查照。'),
      withFields('沒有引述所復的文', { replyTo: { number: '嘉資字第1150001234號' } }),
    ],
    good: [inBody('復貴局115年10月1日嘉資字第1150001234號函。'), inBody('請儘速函復。')],
    check: ({ replyTo }, { text }) => {
      if (/字第[\d\s]+號/.test(text.raw)) return [];
      if (replyTo?.number !== undefined) return [{ path: '/subject' }];
      return text.parts
        .filter(({ text: words }) => /復[貴鈞大]\S{0,6}函|^(?:函轉|轉陳|轉送|檢轉)[^，。]*函/.test(words))
        .map(({ path }) => ({ path }));
    },
  },
  {
    id: 'GW-S016',
    severity: 'warning',
    tier: 'H',
    fix: 'none',
    title: '引文摘要，不全文照錄',
    message: '引文有 {count} 字；請摘述，全文改列附件',
    source: cite('handbook104', '16(二)2、19(三)乙'),
    bad: [inBody(`略以：「${'綠美化'.repeat(80)}」。`)],
    good: [inBody('略以：「應辦理綠美化」。')],
    check: (_, { text }) =>
      text.parts.flatMap(({ path, text: words }) =>
        [...words.matchAll(/「([^「」]{200,})」/g)].map((match) => ({
          path,
          params: { count: match[1]?.length ?? 0 },
        })),
      ),
  },
];
