import { expect, it } from 'vitest';
import { layoutLetter } from '../../src/layout/index.ts';
import { resolveLayout } from '../../src/layout/options.ts';
import { plainDecree, plainLetter, plainNotice } from '../../src/lint/examples.ts';
import {
  CONFLICTS,
  DEFAULT_CHOICES,
  type LintChoices,
  lintLetter,
  strictProfile,
} from '../../src/lint/index.ts';
import type { Letter, Urgency } from '../../src/model/letter.ts';

const all = { ...strictProfile, severities: ['error', 'warning', 'info'] } as const;
const codes = (letter: Letter, choices: Partial<LintChoices>, more: Parameters<typeof lintLetter>[1] = {}) =>
  lintLetter(letter, { profile: all, choices, ...more }).map(({ code }) => code);
const level = (text: string) => text as Urgency;
const pages = (options: Parameters<typeof layoutLetter>[1]) => {
  const document = layoutLetter(plainLetter, options);
  return { paged: { document, pages: [] } };
};
const wide = { ...resolveLayout().page, bottomPt: 85 };

it('names the twelve conflicts, each with its choice', () => {
  expect(CONFLICTS.map(({ id }) => id)).toEqual(Array.from({ length: 12 }, (_, index) => `C${index + 1}`));
  const layout = resolveLayout();
  for (const { choice, layoutOption } of CONFLICTS) {
    if (choice !== undefined) expect(DEFAULT_CHOICES).toHaveProperty(choice);
    if (layoutOption !== undefined) expect(layout).toHaveProperty(layoutOption);
  }
});

it.each<[string, string, Partial<LintChoices>, Letter, Parameters<typeof lintLetter>[1]]>([
  ['C1', 'GW-Y002', { margins: { cm: 2.5, toleranceCm: 0.6 } }, plainLetter, pages({ page: wide })],
  ['C2', 'GW-Y006', { bodyPitch: [20, 40] }, plainLetter, pages({ bodyPitchPt: 36 })],
  ['C5', 'GW-U009', { boldTitle: true }, plainLetter, pages({ boldTitle: true })],
  ['C6', 'GW-H013', { urgencies: ['特急件'] }, { ...plainLetter, urgency: level('特急件') }, {}],
  [
    'C8',
    'GW-T009',
    { inspectWord: 'allow' },
    { ...plainLetter, relation: 'up-non-subordinate', subject: '檢送計畫1份，請察照。' },
    {},
  ],
  [
    'C12',
    'GW-S009',
    { remedyUpward: 'allow' },
    {
      ...plainLetter,
      relation: 'up',
      sections: [...plainLetter.sections, { name: '辦法', text: '擬予辦理。', items: [] }],
    },
    {},
  ],
])('%s: %s is silent under the other choice', (_, rule, choice, letter, more) => {
  expect(codes(letter, {}, more)).toContain(rule);
  expect(codes(letter, choice, more)).not.toContain(rule);
});

it('C3: brackets of the other width are named under either choice', () => {
  const marked = (marker: string): Letter => ({
    ...plainLetter,
    sections: [{ name: '說明', items: [{ text: '如下：', items: [{ marker, text: '甲。', items: [] }] }] }],
  });
  expect(codes(marked('（一）'), {})).toContain('GW-P004');
  expect(codes(marked('（一）'), { brackets: 'full' })).not.toContain('GW-P004');
  expect(codes(marked('(一)'), { brackets: 'full' })).toContain('GW-P004');
});

it('C4: 如正副本行文單位 is for the master', () => {
  const letter: Letter = { ...plainLetter, addressee: { type: 'roster', text: '如正副本行文單位' } };
  expect(codes(letter, {})).not.toContain('GW-R003');
  expect(codes(letter, { collectiveAddressee: false })).toContain('GW-R003');
});

it('C7: 普通 is no 密等 unless the office prints it', () => {
  const checked = JSON.parse('{"level":"普通"}');
  const letter: Letter = { ...plainLetter, classification: checked };
  expect(codes(letter, {})).toContain('GW-H015');
  expect(codes(letter, { ordinaryClassification: '普通' })).not.toContain('GW-H015');
});

it('C9: the paper has its own order, with the contact after the chair', () => {
  const roles = layoutLetter(plainNotice).blocks.flatMap((block) =>
    block.type === 'paragraph' ? [block.label] : [],
  );
  const chair = roles.findIndex((label) => label.startsWith('主持人'));
  expect(roles.findIndex((label) => label.startsWith('聯絡人'))).toBeGreaterThan(chair);
});

it('C10: fields that only the paper has are named where the office wants the exchange form', () => {
  const letter: Letter = { ...plainDecree, kind: 'announcement', sections: [], subject: '公告事項。' };
  expect(codes(letter, { paperOnlyFields: false })).toContain('GW-K001');
});

it('C11: the annex number follows the chosen edition', () => {
  const letter: Letter = { ...plainLetter, subject: '請於115/11/23前填復，請查照。' };
  const source = (citeAnnex: LintChoices['citeAnnex']) =>
    lintLetter(letter, { choices: { citeAnnex } }).find(({ code }) => code === 'GW-N002')?.source;
  expect(source('none')).not.toContain('附錄');
  expect(source('104')).toContain('附錄5');
  expect(source('112')).toContain('附錄4');
});
