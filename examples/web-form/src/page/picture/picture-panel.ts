import { type CopyKind, type Letter, renderText } from '@kcc/gongwen';
import { button, el } from '../dom.ts';
import { letterPictures } from './page-picture.ts';

const COPIES: readonly { readonly id: CopyKind; readonly label: string }[] = [
  { id: 'original', label: '正式公文' },
  { id: 'draft', label: '稿' },
  { id: 'sent', label: '已電子交換的稿' },
  { id: 'received', label: '收文列印' },
];

/** The picture of the pages, with the same as text for readers of the screen. */
export interface PicturePanel {
  readonly element: HTMLElement;
  /** The copy that is shown; papers are made of the same one. */
  readonly copy: CopyKind;
  show(letter: Letter | undefined): void;
}

export function picturePanel(onPrint: () => void): PicturePanel {
  let copy: CopyKind = 'original';
  let shown: Letter | undefined;
  const sheets = el('div', { class: 'sheets' });
  const text = el('pre', { class: 'as-text', tabindex: '0', 'aria-label': '紙本的文字' });
  const draw = (): void => {
    if (shown === undefined) sheets.replaceChildren(el('p', {}, '草稿還讀不成公文，請看檢查結果。'));
    else sheets.replaceChildren(...letterPictures(shown, { copy }));
    text.textContent = shown === undefined ? '' : renderText(shown, { copy });
  };
  const select = el(
    'select',
    {
      id: 'copy',
      onchange: () => {
        copy = COPIES.find(({ id }) => id === select.value)?.id ?? 'original';
        draw();
      },
    },
    ...COPIES.map(({ id, label }) => el('option', { value: id }, label)),
  );
  const element = el(
    'section',
    { class: 'picture', 'aria-labelledby': 'picture-title' },
    el('h2', { id: 'picture-title' }, '紙本樣子'),
    el(
      'div',
      { class: 'tools' },
      el('label', { for: 'copy' }, '本別'),
      select,
      button('列印', onPrint, { class: 'second' }),
    ),
    sheets,
    el('details', {}, el('summary', {}, '文字版'), text),
  );
  return {
    element,
    get copy() {
      return copy;
    },
    show(letter) {
      shown = letter;
      draw();
    },
  };
}
