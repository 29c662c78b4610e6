import type { Relation } from '@kcc/gongwen';
import { el } from '../dom.ts';
import { PROFILES } from './check.ts';
import type { Draft } from './draft.ts';
import type { LetterSettings } from './letter-settings.ts';

const RELATIONS: readonly { readonly id: Relation | ''; readonly label: string }[] = [
  { id: '', label: '未指定' },
  { id: 'up', label: '上行（對上級機關）' },
  { id: 'up-non-subordinate', label: '上行（對無隸屬的較高機關）' },
  { id: 'level', label: '平行' },
  { id: 'down', label: '下行' },
  { id: 'people', label: '對人民或團體' },
  { id: 'mixed', label: '混合' },
];

interface Choice {
  readonly id: string;
  readonly label: string;
}

function choice(
  id: string,
  label: string,
  choices: readonly Choice[],
  value: string,
  onChange: (id: string) => void,
) {
  const select = el(
    'select',
    { id, onchange: () => onChange(select.value) },
    ...choices.map((each) => el('option', { value: each.id, selected: each.id === value }, each.label)),
  );
  const element = el('div', { class: 'field' }, el('label', { for: id }, label), select);
  return { element, select };
}

/** 行文關係, which stands in the draft itself. */
function relationChoice(draft: Draft) {
  return choice('relation', '行文關係', RELATIONS, draft.letter?.relation ?? '', (id) => {
    const relation = RELATIONS.find((each) => each.id === id)?.id;
    if (draft.reading.letter === undefined) return;
    const { relation: _, ...letter } = draft.reading.letter;
    draft.take(relation ? { ...letter, relation } : letter);
  });
}

function tick(id: string, label: string, value: boolean, onChange: (value: boolean) => void): HTMLElement {
  const box = el('input', { type: 'checkbox', id, checked: value, onchange: () => onChange(box.checked) });
  return el('div', { class: 'choice' }, box, el('label', { for: id }, label));
}

export interface SettingsPanel {
  readonly element: HTMLElement;
  /** Shows what another draft says. */
  refresh(): void;
}

/** How the draft is shown, checked and kept. */
export function settingsPanel(
  draft: Draft,
  start: LetterSettings,
  onChange: (settings: LetterSettings) => void,
): SettingsPanel {
  let settings = start;
  const set = (part: Partial<LetterSettings>): void => {
    settings = { ...settings, ...part };
    onChange(settings);
  };
  const views = [
    { id: 'fields', label: '分欄填寫' },
    { id: 'text', label: '全文編輯' },
  ];
  const relation = relationChoice(draft);
  const view = choice('view', '編輯方式', views, settings.view, (id) =>
    set({ view: id === 'text' ? 'text' : 'fields' }),
  );
  const profile = choice('profile', '檢查範圍', PROFILES, settings.profile, (id) => set({ profile: id }));
  const finished = tick('finished', '準備發文：日期、字號、受文者都要有', settings.finished, (value) =>
    set({ finished: value }),
  );
  const contacts = tick(
    'keep-contacts',
    '這台電腦也保存聯絡方式（個人資料）',
    settings.keepContacts,
    (value) => set({ keepContacts: value }),
  );
  const parts = [view.element, profile.element, relation.element, finished, contacts];
  return {
    element: el(
      'details',
      { class: 'settings' },
      el('summary', {}, '編輯、檢查與保存方式'),
      el('div', { class: 'settings-grid' }, ...parts),
    ),
    refresh() {
      relation.select.value = draft.letter?.relation ?? '';
    },
  };
}
