import { type Form, type Draft as FormDraft, type FormModel, forms } from '@kcc/forms';
import { mountForm } from '@kcc/forms/html';
import { el } from '../dom.ts';
import type { Draft } from '../letter/draft.ts';
import { download } from '../papers/download.ts';
import type { Page } from '../router.ts';
import type { Keep } from '../storage.ts';
import { createFormDrafts } from './form-drafts.ts';
import { type FormPapersPanel, formPapersPanel } from './form-papers-panel.ts';
import { formTools } from './form-tools.ts';

const SAVE_MS = 600;

/** Today in Taiwan, ISO. */
const today = (): string => new Date().toLocaleDateString('sv-SE', { timeZone: 'Asia/Taipei' });

/** One form: its pages, its papers, what is kept of it; undefined for an id that no form has. */
export function formPage(id: string, keep: Keep, letterDraft: Draft): Page | undefined {
  const form = forms.find((each) => each.id === id);
  if (form === undefined) return undefined;
  return { title: form.title, draw: (main) => drawFormPage(main, form, keep, letterDraft) };
}

function drawFormPage(main: HTMLElement, form: Form, keep: Keep, letterDraft: Draft): () => void {
  const drafts = createFormDrafts(keep);
  const asOf = today();
  const root = el('div', { id: 'form-root' });
  const papers = el('div', {});
  let timer: ReturnType<typeof setTimeout> | undefined;
  let model: FormModel | undefined;
  let panel: FormPapersPanel | undefined;
  let unmount = (): void => undefined;
  const save = (): void => {
    if (model !== undefined) tools.saved(drafts.save(form, model.draft()));
  };
  const later = (): void => {
    save();
    panel?.refresh();
  };
  const mount = (data: FormDraft = drafts.start(form)): void => {
    unmount();
    const mounted = mountForm(root, form, {
      asOf,
      data,
      onFile: (name, content, type) => download({ name, content, type }),
    });
    model = mounted.model;
    const stop = mounted.model.subscribe(() => {
      clearTimeout(timer);
      timer = setTimeout(later, SAVE_MS);
    });
    unmount = () => {
      clearTimeout(timer);
      stop();
      mounted.unmount();
    };
    panel = formPapersPanel(mounted.model, { asOf, letterDraft, say: tools.say });
    papers.replaceChildren(...(panel === undefined ? [] : [panel.element]));
  };
  const tools = formTools(form, drafts, { mount, current: () => model?.draft() ?? {} });
  main.append(
    el('p', {}, el('a', { href: '#/forms' }, '‹ 所有表單')),
    el('div', { class: 'beside' }, root, el('div', {}, papers, tools.element)),
  );
  mount();
  return () => {
    save();
    unmount();
  };
}
