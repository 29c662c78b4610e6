import { type Form, forms } from '@kcc/forms';
import { el } from '../dom.ts';
import type { Page } from '../router.ts';

const GROUPS: readonly { readonly title: string; readonly belongs: (id: string) => boolean }[] = [
  { title: '憑證 IC 卡（XCA 組織及團體憑證）', belongs: (id) => id.startsWith('xca-') },
  { title: '公文電子交換連線', belongs: (id) => !id.startsWith('xca-') },
];

/** The list of the forms, in the order of the way. */
export const formsPage: Page = {
  title: '申請表單',
  draw(main) {
    main.append(
      el('h1', { tabindex: '-1' }, '申請表單'),
      el(
        'p',
        { class: 'lead' },
        '一頁一個主題，最後檢查答案再列印。同樣的資料（全銜、地址、聯絡人）只要填一次。',
      ),
      ...GROUPS.map(({ title, belongs }) =>
        el(
          'section',
          { 'aria-label': title },
          el('h2', {}, title),
          el('ul', { class: 'form-list' }, ...forms.filter(({ id }) => belongs(id)).map(itemOf)),
        ),
      ),
    );
    return undefined;
  },
};

function itemOf(form: Form): HTMLElement {
  const unverified = form.marks.some(({ kind }) => kind === 'unverified');
  return el(
    'li',
    {},
    el('h3', {}, el('a', { href: `#/forms/${form.id}` }, form.title)),
    el('p', {}, form.purpose),
    ...(unverified ? [el('p', { class: 'notice' }, '部分內容未見官方原件，送出前請核對。')] : []),
  );
}
