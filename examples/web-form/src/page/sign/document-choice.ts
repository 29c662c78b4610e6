import { el } from '../dom.ts';
import type { Draft } from '../letter/draft.ts';
import { exchangeFiles } from '../papers/letter-papers.ts';
import { PaperFailure } from '../papers/server-pdf.ts';

/** The bytes that are signed. */
export interface ChosenDocument {
  readonly name: string;
  readonly content: Uint8Array;
}

/** Where the document comes from: the letter that is being written, or a file. */
export interface DocumentChoice {
  readonly element: HTMLElement;
  /** @throws PaperFailure when nothing is chosen, or the letter is not ready */
  chosen(): Promise<ChosenDocument>;
}

export function documentChoice(draft: Draft): DocumentChoice {
  const file = el('input', { type: 'file', id: 'sign-file' });
  const letter = el('input', { type: 'radio', name: 'document', id: 'document-letter', checked: true });
  const other = el('input', { type: 'radio', name: 'document', id: 'document-file' });
  const filePlace = el('div', { class: 'field' }, el('label', { for: 'sign-file' }, '檔案'), file);
  const show = (): void => {
    filePlace.hidden = !other.checked;
  };
  letter.addEventListener('change', show);
  other.addEventListener('change', show);
  show();
  return {
    element: el(
      'fieldset',
      {},
      el('legend', {}, '要簽章的文件'),
      el(
        'div',
        { class: 'choice' },
        letter,
        el('label', { for: 'document-letter' }, '正在寫的公文（交換檔 DI）'),
      ),
      el('div', { class: 'choice' }, other, el('label', { for: 'document-file' }, '這台電腦上的檔案')),
      filePlace,
    ),
    async chosen() {
      if (other.checked) {
        const [chosen] = file.files ?? [];
        if (chosen === undefined) throw new PaperFailure('請先選擇檔案。');
        return { name: chosen.name, content: new Uint8Array(await chosen.arrayBuffer()) };
      }
      if (draft.reading.letter === undefined)
        throw new PaperFailure('草稿還讀不成公文，請先到「寫公文」修正。');
      const di = exchangeFiles(draft.reading.letter).find(({ path }) => path.endsWith('.di'));
      if (di === undefined) throw new PaperFailure('沒有製成交換檔。');
      return { name: di.path, content: di.bytes };
    },
  };
}
