import { el } from '../dom.ts';
import type { Draft } from './draft.ts';
import { type DraftFields, joinDraft, splitDraft } from './draft-fields.ts';
import { type FieldSpec, KIND_WORDS, kindOf } from './field-table.ts';

/** The part of the page where the letter is typed, as fields or as one text. */
export interface Editor {
  readonly element: HTMLElement;
  /** Draws anew from the draft. */
  refresh(): void;
  /** Puts the cursor into a field, or on a line of the text, and marks the words there. */
  goTo(place: {
    readonly field?: string | undefined;
    readonly words?: string | undefined;
    readonly line?: number | undefined;
  }): void;
}

export type EditorView = 'fields' | 'text';

const idOf = (label: string): string => `f-${label}`;

/** Fields for the kinds that have them; undefined for a draft that only the text shows. */
export function fieldsEditor(draft: Draft): Editor | undefined {
  let fields = splitDraft(draft.text);
  if (fields === undefined) return undefined;
  const element = el('div', { class: 'fields' });
  const change = (next: DraftFields, where: string): void => {
    fields = next;
    draft.edit(joinDraft(next), 'editor', where);
  };
  const redraw = (): void => {
    const now = splitDraft(draft.text) ?? fields;
    if (now === undefined) return;
    fields = now;
    element.replaceChildren(
      kindChoice(now, (word) => {
        change({ ...now, ...(fields ?? now), word }, '文別');
        redraw();
        element.querySelector('select')?.focus();
      }),
    );
    for (const spec of kindOf(now.word)?.fields ?? []) {
      element.append(
        fieldOf(spec, now.values.get(spec.label) ?? '', (value) => {
          const current = fields ?? now;
          change({ ...current, values: new Map(current.values).set(spec.label, value) }, spec.label);
        }),
      );
    }
    if (now.others !== '' || now.word === '令') {
      element.append(
        fieldOf(
          { label: '其他段落', rows: 5, hint: '例如「建議：」。整段照原樣寫入。' },
          now.others,
          (others) => change({ ...(fields ?? now), others }, '其他段落'),
        ),
      );
    }
  };
  redraw();
  return {
    element,
    refresh: redraw,
    goTo({ field = '', words }) {
      const control = document.getElementById(idOf(field)) ?? document.getElementById(idOf('其他段落'));
      control?.focus();
      markWords(control, words);
    },
  };
}

function kindChoice(fields: DraftFields, onChange: (word: string) => void): HTMLElement {
  const select = el(
    'select',
    { id: 'kind', onchange: () => onChange(select.value) },
    ...KIND_WORDS.map((word) => el('option', { value: word, selected: word === fields.word }, word)),
  );
  return el('div', { class: 'field' }, el('label', { for: 'kind' }, '文別'), select);
}

function fieldOf(spec: FieldSpec, value: string, onInput: (value: string) => void): HTMLElement {
  const { label, rows, hint, choices, repeated } = spec;
  const id = idOf(label);
  const shared = {
    id,
    autocomplete: 'off',
    ...(hint === undefined ? {} : { 'aria-describedby': `${id}-hint` }),
    oninput: (event: Event) => {
      if (event.target instanceof HTMLTextAreaElement || event.target instanceof HTMLInputElement)
        onInput(event.target.value);
      if (event.target instanceof HTMLSelectElement) onInput(event.target.value);
    },
  };
  const many = rows > 1 || (repeated === true && value.includes('\n'));
  const control = choices
    ? el(
        'select',
        shared,
        ...withOwn(choices, value).map((each) =>
          el('option', { value: each, selected: each === value }, each || '（不填）'),
        ),
      )
    : many
      ? el('textarea', { ...shared, rows: Math.max(rows, Math.min(12, value.split('\n').length + 1)) })
      : el('input', { ...shared, type: 'text' });
  if (!(control instanceof HTMLSelectElement)) control.value = value;
  return el(
    'div',
    { class: rows > 1 ? 'field wide' : 'field' },
    el('label', { for: id }, label),
    ...(hint === undefined ? [] : [el('p', { class: 'hint', id: `${id}-hint` }, hint)]),
    control,
  );
}

const withOwn = (choices: readonly string[], value: string): readonly string[] =>
  choices.includes(value) ? choices : [...choices, value];

/** The whole draft as one text. */
export function textEditor(draft: Draft): Editor {
  const area = el('textarea', {
    id: 'draft-text',
    class: 'draft-text',
    rows: 26,
    spellcheck: 'false',
    autocomplete: 'off',
    'aria-describedby': 'draft-text-hint',
    oninput: () => draft.edit(area.value, 'editor', 'text'),
  });
  area.value = draft.text;
  const element = el(
    'div',
    { class: 'field wide' },
    el('label', { for: 'draft-text' }, '全文'),
    el(
      'p',
      { class: 'hint', id: 'draft-text-hint' },
      '一欄一行：「主旨：…」。以 # 開頭的行是說明，不會寫入公文。',
    ),
    area,
  );
  return {
    element,
    refresh() {
      if (area.value !== draft.text) area.value = draft.text;
    },
    goTo({ words, line }) {
      area.focus();
      if (line === undefined) markWords(area, words);
      else {
        const start =
          area.value
            .split('\n')
            .slice(0, line - 1)
            .join('\n').length + (line > 1 ? 1 : 0);
        const end = area.value.indexOf('\n', start);
        area.setSelectionRange(start, end < 0 ? area.value.length : end);
      }
    },
  };
}

/** Marks the words in a control where they stand. */
function markWords(control: HTMLElement | null, words: string | undefined): void {
  if (words === undefined || words === '') return;
  if (!(control instanceof HTMLTextAreaElement || control instanceof HTMLInputElement)) return;
  const start = control.value.indexOf(words);
  if (start >= 0) control.setSelectionRange(start, start + words.length);
}
