import { FormError, type FormModel, printForm, sheetTexts, withoutSecrets } from '@kcc/forms';
import { renderText } from '@kcc/gongwen';
import { el } from '../dom.ts';

/** The words of the paper as it stands, to be read before one agrees or signs; drawn when it is opened. */
export interface PaperText {
  readonly element: HTMLElement;
  /** Draws anew where it is open. */
  refresh(): void;
}

export function paperText(model: FormModel, asOf: string): PaperText {
  const text = el('pre', { class: 'as-text', tabindex: '0', 'aria-label': '紙本全文' });
  const details = el('details', {}, el('summary', {}, '紙本全文（邊填邊更新）'), text);
  const refresh = (): void => {
    if (details.open) text.textContent = textOf(model, asOf);
  };
  details.addEventListener('toggle', refresh);
  return { element: details, refresh };
}

function textOf(model: FormModel, asOf: string): string {
  const { form } = model;
  try {
    const printed = printForm(form, withoutSecrets(form, model.draft()), { asOf, draft: true });
    return printed.type === 'letter' ? renderText(printed.letter) : sheetTexts(printed.sheet).join('\n');
  } catch (error) {
    if (error instanceof FormError) return '填的資料有錯，或必要的資料還沒填完；修正後就會顯示。';
    throw error;
  }
}
