import type { FormModel } from '@kcc/forms';
import { button, el } from '../dom.ts';
import type { Draft } from '../letter/draft.ts';
import { papersPanel } from '../papers/papers-panel.ts';
import { PaperFailure } from '../papers/server-pdf.ts';
import { formPapers, letterOf } from './form-papers.ts';
import { paperText } from './paper-text.ts';

export interface FormPapersPanelOptions {
  readonly asOf: string;
  /** The letter being written, which a form that is a letter can be put into. */
  readonly letterDraft: Draft;
  say(text: string): void;
}

export interface FormPapersPanel {
  readonly element: HTMLElement;
  /** Follows what was typed. */
  refresh(): void;
}

/** The papers of a form; undefined for one that is only asked on the web. */
export function formPapersPanel(
  model: FormModel,
  options: FormPapersPanelOptions,
): FormPapersPanel | undefined {
  const { asOf, letterDraft, say } = options;
  const { form } = model;
  const secret = el('input', { type: 'checkbox', id: 'print-secret' });
  const groups = formPapers(model, { asOf, includeSecrets: () => secret.checked });
  if (groups.length === 0) return undefined;
  const toLetter = (): void => {
    try {
      const letter = letterOf(model, asOf);
      if (letter === undefined) return;
      letterDraft.take(letter);
      location.hash = '#/letter';
    } catch (error) {
      if (!(error instanceof PaperFailure)) throw error;
      say(error.message);
    }
  };
  const panel = papersPanel('下載紙本', groups);
  if (form.printsSecrets) {
    const label = el('label', { for: 'print-secret' }, '在下載的紙本印出用戶代碼（請妥善保管）');
    panel.append(el('div', { class: 'choice' }, secret, label));
  }
  if (form.outputs.letter !== undefined) panel.append(button('放進「寫公文」再修改', toLetter));
  const text = paperText(model, asOf);
  panel.append(text.element);
  return { element: panel, refresh: text.refresh };
}
