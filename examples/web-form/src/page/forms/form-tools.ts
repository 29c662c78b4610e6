import type { Draft, Form } from '@kcc/forms';
import { button, el } from '../dom.ts';
import type { FormDrafts } from './form-drafts.ts';

export interface FormToolsOptions {
  /** Puts the pages up again with these data; without them with what is kept. */
  mount(data?: Draft): void;
  current(): Draft;
}

export interface FormTools {
  readonly element: HTMLElement;
  say(text: string): void;
  /** Says whether the browser kept the data. */
  saved(kept: boolean): void;
}

const MOST_BYTES = 512 * 1024;

/** What is kept of a form in this browser: contact data on request, clearing with a way back, a data file read in. */
export function formTools(form: Form, drafts: FormDrafts, { mount, current }: FormToolsOptions): FormTools {
  const status = el('p', { role: 'status', class: 'status' });
  const kept = el('p', { class: 'kept' });
  let cleared: Draft | undefined;
  const say = (text: string): void => {
    status.textContent = text;
  };
  const undo = button(
    '復原清除',
    () => {
      if (cleared === undefined) return;
      drafts.save(form, cleared);
      mount(cleared);
      undo.hidden = true;
      say('已取回。');
    },
    { class: 'second', hidden: true },
  );
  const clear = (): void => {
    cleared = current();
    drafts.clear(form);
    mount({});
    undo.hidden = false;
    say('已清除這張表單保存在這台電腦的資料。');
    undo.focus();
  };
  const box = el('input', { type: 'checkbox', id: 'keep-forms', checked: drafts.keepPersonal });
  box.addEventListener('change', () => {
    drafts.setKeepPersonal(box.checked);
    if (box.checked) drafts.save(form, current());
    say(box.checked ? '聯絡人資料會保存在這台電腦。' : '聯絡人資料不保存，已存的也已移除。');
  });
  const file = el('input', {
    type: 'file',
    id: 'form-import',
    class: 'hidden-file',
    accept: '.json,application/json',
  });
  file.addEventListener('change', () => {
    const [chosen] = file.files ?? [];
    if (chosen === undefined) return;
    void readData(chosen).then((data) => {
      file.value = '';
      if (data === undefined) return say(`「${chosen.name}」不是這張表單的資料檔。`);
      mount(data);
      drafts.save(form, data);
      return say(`已匯入「${chosen.name}」。`);
    });
  });
  return {
    element: el(
      'section',
      { class: 'card', 'aria-labelledby': 'kept-title' },
      el('h2', { id: 'kept-title' }, '保存在這台電腦的資料'),
      kept,
      el(
        'div',
        { class: 'choice' },
        box,
        el('label', { for: 'keep-forms' }, '也保存聯絡人資料（個人資料；公用電腦請勿勾選）'),
      ),
      el(
        'div',
        { class: 'tools' },
        file,
        el('label', { for: 'form-import', class: 'as-button second' }, '匯入資料檔'),
        button('清除', clear, { class: 'second' }),
        undo,
      ),
      status,
    ),
    say,
    saved(done) {
      kept.textContent = done
        ? `已保存${drafts.keepPersonal ? '' : '（不含聯絡人資料）'}。用戶代碼與 PIN 碼一律不保存。`
        : '這個瀏覽器不讓網頁保存資料。';
    },
  };
}

async function readData(file: File): Promise<Draft | undefined> {
  if (file.size > MOST_BYTES) return undefined;
  try {
    const value: unknown = JSON.parse(await file.text());
    const isSections = typeof value === 'object' && value !== null && !Array.isArray(value);
    // The form checks every value like typed input.
    return isSections ? (value as Draft) : undefined;
  } catch {
    return undefined;
  }
}
