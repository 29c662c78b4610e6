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
  return el('div', { class: 'field' }, el('label', { for: id }, label), select);
}

function tick(id: string, label: string, value: boolean, onChange: (value: boolean) => void): HTMLElement {
  const box = el('input', { type: 'checkbox', id, checked: value, onchange: () => onChange(box.checked) });
  return el('div', { class: 'choice' }, box, el('label', { for: id }, label));
}

/** How the draft is shown, checked and kept. */
export function settingsPanel(
  draft: Draft,
  start: LetterSettings,
  onChange: (settings: LetterSettings) => void,
): HTMLElement {
  let settings = start;
  const set = (part: Partial<LetterSettings>): void => {
    settings = { ...settings, ...part };
    onChange(settings);
  };
  const views = [
    { id: 'fields', label: '分欄填寫' },
    { id: 'text', label: '全文編輯' },
  ];
  return el(
    'details',
    { class: 'settings' },
    el('summary', {}, '編輯、檢查與保存方式'),
    el(
      'div',
      { class: 'settings-grid' },
      choice('view', '編輯方式', views, settings.view, (view) =>
        set({ view: view === 'text' ? 'text' : 'fields' }),
      ),
      choice('profile', '檢查範圍', PROFILES, settings.profile, (profile) => set({ profile })),
      choice('relation', '行文關係', RELATIONS, draft.letter?.relation ?? '', (id) => {
        const relation = RELATIONS.find((each) => each.id === id)?.id;
        if (draft.reading.letter === undefined) return;
        const { relation: _, ...letter } = draft.reading.letter;
        draft.take(relation ? { ...letter, relation } : letter);
      }),
      tick('finished', '準備發文：日期、字號、受文者都要有', settings.finished, (finished) =>
        set({ finished }),
      ),
      tick('keep-contacts', '這台電腦也保存聯絡方式（個人資料）', settings.keepContacts, (keepContacts) =>
        set({ keepContacts }),
      ),
    ),
  );
}
