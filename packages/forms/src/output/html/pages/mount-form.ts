import { savableDraft } from '../../../define/draft-policy.ts';
import type { Form } from '../../../define/form.ts';
import { createFormModel, type FormModel, type FormModelOptions } from '../../../view/form-model.ts';
import { fillHtml } from '../fill-html.ts';
import { draw, goTo, goToField, type PageState, submitPage } from './page-state.ts';
import { takeInput } from './take-input.ts';

/** How the pages behave. */
export interface MountOptions extends FormModelOptions {
  /** Takes a finished file instead of a download, such as a program around the page. */
  readonly onFile?: (name: string, text: string, type: string) => void;
}

/** The pages of a form on a web page. */
export interface MountedForm<F extends Form = Form> {
  readonly model: FormModel<F>;
  /** Takes the pages away and stops listening. */
  unmount(): void;
}

/**
 * Puts the pages of a form into an element: one topic a page, 「檢查您的答案」 at the end, an error summary that takes the
 * focus. Works without a server; nothing leaves the page but the files that the person asks for.
 *
 * @param root an empty element inside `<main>`
 * @param form a form of the catalogue or of your own
 * @param options the day whose rules apply, the council, known values
 */
export function mountForm<F extends Form>(root: HTMLElement, form: F, options: MountOptions): MountedForm<F> {
  const model = createFormModel(form, options);
  const title = root.ownerDocument.title;
  const state: PageState = { root, form, model, count: model.pages().length, index: 0, refused: false };
  const listeners = {
    input: (event: Event) => takeInput(event, state),
    change: (event: Event) => takeInput(event, state),
    submit: (event: Event) => {
      event.preventDefault();
      submitPage(state);
    },
    click: (event: Event) => takeClick(event, state, options),
  };
  for (const [type, listener] of Object.entries(listeners)) root.addEventListener(type, listener);
  draw(state, 'none');
  return {
    model,
    unmount() {
      for (const [type, listener] of Object.entries(listeners)) root.removeEventListener(type, listener);
      root.replaceChildren();
      root.ownerDocument.title = title;
    },
  };
}

function takeClick(event: Event, state: PageState, options: MountOptions): void {
  const target = event.target instanceof Element ? event.target : undefined;
  const link = target?.closest('.summary a');
  if (link) {
    event.preventDefault();
    goToField(state, (link.getAttribute('href') ?? '').slice(1));
    return;
  }
  const { action, index } = target?.closest<HTMLElement>('[data-action]')?.dataset ?? {};
  if (action === 'back') goTo(state, state.index - 1);
  if (action === 'go') goTo(state, Number(index));
  if (action === 'save') saveData(state, options);
  if (action === 'print') saveSheet(state, options);
}

/** The data file: never with secrets, with contact data only when the box is ticked. */
function saveData({ root, form, model }: PageState, { onFile = download }: MountOptions): void {
  const keep = root.querySelector('#keep-personal');
  const keepPersonal = keep instanceof HTMLInputElement && keep.checked;
  const data = savableDraft(form, model.check().value, { keepPersonal });
  onFile(`${form.id}.json`, `${JSON.stringify(data, null, 2)}\n`, 'application/json');
}

function saveSheet({ form, model }: PageState, options: MountOptions): void {
  const { data: _, onFile = download, ...fill } = options;
  onFile(`${form.id}.html`, fillHtml(form, model.check().value, fill), 'text/html');
}

/** Hands a file to the person; its address is taken back at once. */
function download(name: string, text: string, type: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
