import { formatDraft, newDraft, parseDraft, readLetter } from '@kcc/gongwen';
import { button, el } from '../dom.ts';
import type { Keep } from '../storage.ts';
import type { Draft } from './draft.ts';
import { KIND_WORDS } from './field-table.ts';
import { savableText } from './saved-draft.ts';

export interface DraftToolsOptions {
  /** Says something in the status line. */
  say(text: string): void;
  keepContacts(): boolean;
}

export interface DraftTools {
  readonly element: HTMLElement;
  /** Switches undo and redo on and off. */
  refresh(): void;
  /** Keeps the draft in the browser, a moment later. */
  save(): void;
  close(): void;
}

/** Kinds that a blank draft is offered of; the last two have no fields and are written as one text. */
export const TEMPLATES: readonly string[] = [...KIND_WORDS, '簽稿會核單', '會銜公文會辦單'];

const SAVE_MS = 600;
const MOST_BYTES = 2 * 1024 * 1024;

/** Undo, redo, new, import, clear; keeping the draft in this browser. */
export function draftTools(draft: Draft, keep: Keep, options: DraftToolsOptions): DraftTools {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const undo = button('復原', () => draft.undo(), { class: 'second', 'aria-keyshortcuts': 'Control+Alt+Z' });
  const redo = button('重做', () => draft.redo(), { class: 'second' });
  const kept = el('span', { class: 'kept' });
  const file = el('input', {
    type: 'file',
    id: 'import',
    class: 'hidden-file',
    accept: '.txt,.json,.yaml,.yml,.di,text/plain',
    onchange: () => void importFile(),
  });
  const importFile = async (): Promise<void> => {
    const [chosen] = file.files ?? [];
    if (chosen === undefined) return;
    const { text, problem } = await readFile(chosen);
    file.value = '';
    if (text === undefined) options.say(`沒有匯入「${chosen.name}」：${problem ?? '讀不懂這個檔案'}`);
    else {
      draft.edit(text, 'other');
      options.say(`已匯入「${chosen.name}」。按「復原」可以回到原來的草稿。`);
    }
  };
  const clear = (): void => {
    keep.remove('letter');
    draft.edit(starting('函'), 'other');
    clearTimeout(timer);
    options.say('已清除這台電腦保存的草稿，換成空白範本。按「復原」可以取回。');
  };
  const template = el(
    'select',
    { id: 'template', 'aria-label': '範本' },
    ...TEMPLATES.map((word) => el('option', { value: word }, word)),
  );
  const useTemplate = (): void => {
    draft.edit(starting(template.value), 'other');
    options.say(`已換成「${template.value}」的空白範本。按「復原」可以取回原來的草稿。`);
  };
  const saveNow = (): void => {
    const text = savableText(draft.text, draft.reading.letter, options.keepContacts());
    if (text === undefined) kept.textContent = '草稿讀不成公文時暫不保存';
    else if (!keep.write('letter', text)) kept.textContent = '這個瀏覽器不讓網頁保存草稿';
    else
      kept.textContent = options.keepContacts() ? '草稿已存在這台電腦' : '草稿已存在這台電腦（不含聯絡方式）';
  };
  const onKey = (event: KeyboardEvent): void => {
    if (!event.ctrlKey || !event.altKey || event.key.toLowerCase() !== 'z') return;
    event.preventDefault();
    if (event.shiftKey) draft.redo();
    else draft.undo();
  };
  addEventListener('keydown', onKey);
  addEventListener('pagehide', saveNow);
  const refresh = (): void => {
    undo.toggleAttribute('disabled', !draft.canUndo);
    redo.toggleAttribute('disabled', !draft.canRedo);
  };
  refresh();
  return {
    element: el(
      'div',
      { class: 'tools', role: 'group', 'aria-label': '草稿' },
      undo,
      redo,
      file,
      el('label', { for: 'import', class: 'as-button second' }, '匯入檔案'),
      template,
      button('使用範本', useTemplate, { class: 'second' }),
      button('清除草稿', clear, { class: 'second' }),
      kept,
    ),
    refresh,
    save() {
      clearTimeout(timer);
      timer = setTimeout(saveNow, SAVE_MS);
    },
    close() {
      clearTimeout(timer);
      removeEventListener('keydown', onKey);
      removeEventListener('pagehide', saveNow);
      saveNow();
    },
  };
}

/** A draft of a kind to start from, without the template's comments. */
export function starting(kind: string): string {
  const { letter } = parseDraft(newDraft(kind)?.text ?? '');
  return letter === undefined ? '' : formatDraft(letter, 'text');
}

/** A draft in any of its forms, or a letter of the exchange (DI). */
async function readFile(file: File): Promise<{ text?: string; problem?: string }> {
  if (file.size > MOST_BYTES) return { problem: '檔案超過 2 MB' };
  const bytes = new Uint8Array(await file.arrayBuffer());
  const { letter, issues } = /\.di$/i.test(file.name)
    ? readLetter(bytes)
    : parseDraft(new TextDecoder().decode(bytes));
  const [error] = issues.filter(({ severity }) => severity === 'error');
  if (letter === undefined) return { problem: error?.message ?? '讀不懂這個檔案' };
  return { text: formatDraft(letter, 'text') };
}
