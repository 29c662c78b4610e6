import type { Form } from '../../../define/form.ts';
import type { FormModel } from '../../../view/form-model.ts';
import { pageHtml } from './page-html.ts';
import { reviewHtml } from './review-html.ts';

/** The pages of one form while they are on the screen. */
export interface PageState {
  readonly root: HTMLElement;
  readonly form: Form;
  readonly model: FormModel;
  /** Number of pages that ask; the one after them is 「檢查您的答案」. */
  readonly count: number;
  index: number;
  /** True after a page was refused, until it is left. */
  refused: boolean;
}

/** What takes the focus after a page was drawn. */
export type Focus = 'title' | 'summary' | 'none';

/** Draws the page that is due and moves the focus, so that it is read out. */
export function draw(state: PageState, focus: Focus): void {
  const { root, form, model, index, count, refused } = state;
  const page = model.pages()[index];
  root.innerHTML =
    page === undefined
      ? reviewHtml(form, model.pages(), model.check())
      : pageHtml(page, { formTitle: form.title, index, count, refused });
  const step = page?.title ?? '檢查您的答案';
  root.ownerDocument.title = `${refused ? '錯誤：' : ''}${step}－${form.title}`;
  if (focus === 'none') return;
  const summary = focus === 'summary' ? root.querySelector<HTMLElement>('.summary') : null;
  (summary ?? root.querySelector<HTMLElement>('h1'))?.focus();
  root.ownerDocument.defaultView?.scrollTo(0, 0);
}

/** Goes to a page; 「檢查您的答案」 shows at once what is still wrong. */
export function goTo(state: PageState, index: number): void {
  state.index = Math.min(Math.max(index, 0), state.count);
  state.refused = state.index === state.count && !state.model.check().ok;
  draw(state, state.refused ? 'summary' : 'title');
}

/** 「下一步」: on only when the page has no error. */
export function submitPage(state: PageState): void {
  const page = state.model.pages()[state.index];
  state.refused =
    page !== undefined && state.model.checkPage(page.id).some(({ severity }) => severity === 'error');
  if (state.refused) draw(state, 'summary');
  else goTo(state, state.index + 1);
}

/** Leads from the summary to a field, on another page where need be. */
export function goToField(state: PageState, id: string): void {
  if (state.root.querySelector(`#${id}`) === null) {
    state.index = state.model.pages().findIndex((page) => id.startsWith(`field-${page.id}-`));
    draw(state, 'none');
  }
  state.root.querySelector<HTMLElement>(`#${id}`)?.focus();
}

/** Draws the page again without losing the place of the keyboard. */
export function redraw(state: PageState, id: string): void {
  draw(state, 'none');
  state.root.querySelector<HTMLElement>(`#${id}`)?.focus();
}
