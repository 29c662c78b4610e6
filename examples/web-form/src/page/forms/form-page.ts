import { FormError, type FormModel, findForm } from '@kcc/forms';
import { mountForm } from '@kcc/forms/html';
import { button, el } from '../dom.ts';
import type { Draft } from '../letter/draft.ts';
import { download } from '../papers/download.ts';
import { papersPanel } from '../papers/papers-panel.ts';
import { PaperFailure } from '../papers/server-pdf.ts';
import type { Page } from '../router.ts';
import type { Keep } from '../storage.ts';
import { createFormDrafts } from './form-drafts.ts';
import { formPapers, letterOf } from './form-papers.ts';
import { formTools } from './form-tools.ts';

const SAVE_MS = 600;

/** Today in Taiwan, ISO. */
export const today = (): string => new Date().toLocaleDateString('sv-SE', { timeZone: 'Asia/Taipei' });

/** One form: its pages, its papers, what is kept of it. */
export function formPage(id: string, keep: Keep, letterDraft: Draft): Page | undefined {
  const form = formOf(id);
  if (form === undefined) return undefined;
  return {
    title: form.title,
    draw(main) {
      const drafts = createFormDrafts(keep);
      const asOf = today();
      const root = el('div', { id: 'form-root' });
      const below = el('div', { id: 'form-root-papers' });
      let timer: ReturnType<typeof setTimeout> | undefined;
      let secrets = false;
      let model: FormModel | undefined;
      let unmount = (): void => undefined;
      const save = (): void => {
        if (model !== undefined) tools.saved(drafts.save(form, model.draft()));
      };
      const mount = (data = drafts.start(form)): void => {
        unmount();
        const mounted = mountForm(root, form, {
          asOf,
          data,
          onFile: (name, content, type) => download({ name, content, type }),
        });
        model = mounted.model;
        const stop = mounted.model.subscribe(() => {
          clearTimeout(timer);
          timer = setTimeout(save, SAVE_MS);
        });
        unmount = () => {
          stop();
          mounted.unmount();
        };
        drawPapers(mounted.model);
      };
      const drawPapers = (now: FormModel): void => {
        const groups = formPapers(now, { asOf, includeSecrets: () => secrets });
        below.replaceChildren();
        if (groups.length === 0) return;
        const panel = papersPanel('下載紙本', groups);
        if (form.printsSecrets) panel.append(secretTick());
        if (form.outputs.letter !== undefined)
          panel.append(button('放進「寫公文」再修改', () => toLetter(now)));
        below.append(panel);
      };
      const secretTick = (): HTMLElement => {
        const box = el('input', { type: 'checkbox', id: 'print-secret' });
        box.addEventListener('change', () => {
          secrets = box.checked;
        });
        return el(
          'div',
          { class: 'choice' },
          box,
          el('label', { for: 'print-secret' }, '在下載的紙本印出用戶代碼（請妥善保管）'),
        );
      };
      const toLetter = (now: FormModel): void => {
        try {
          const letter = letterOf(now, asOf);
          if (letter === undefined) return;
          letterDraft.take(letter);
          location.hash = '#/letter';
        } catch (error) {
          if (!(error instanceof PaperFailure)) throw error;
          tools.say(error.message);
        }
      };
      const tools = formTools(form, drafts, { mount, current: () => model?.draft() ?? {} });
      main.append(
        el('p', {}, el('a', { href: '#/forms' }, '‹ 所有表單')),
        el('div', { class: 'narrow' }, root, below, tools.element),
      );
      mount();
      return () => {
        clearTimeout(timer);
        save();
        unmount();
      };
    },
  };
}

function formOf(id: string) {
  try {
    return findForm(id);
  } catch (error) {
    if (error instanceof FormError) return undefined;
    throw error;
  }
}
