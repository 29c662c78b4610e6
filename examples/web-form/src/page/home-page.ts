import { el } from './dom.ts';
import type { Page } from './router.ts';

const TASKS = [
  {
    href: '#/letter',
    title: '寫公文',
    text: '函、開會通知單、公告、簽…，邊寫邊檢查，看得到紙本樣子，下載 Word、ODF、PDF 與交換檔。',
  },
  {
    href: '#/forms',
    title: '填申請表單',
    text: '組織及團體憑證（XCA）申請書、交換中心連線同意書、G2B2C 連線申請表…，一頁一個主題。',
  },
  { href: '#/sign', title: '簽章與驗章', text: '用憑證 IC 卡經本機的 HiPKI 元件簽章，並看簽章的驗證等級。' },
] as const;

export const homePage: Page = {
  title: '首頁',
  draw(main) {
    main.append(
      el('h1', { tabindex: '-1' }, '公文電子化，從這裡開始'),
      el('p', { class: 'lead' }, '給議員服務處與組織團體的承辦人：申請憑證與連線、寫公文、簽章。'),
      el(
        'ul',
        { class: 'tasks' },
        ...TASKS.map(({ href, title, text }) =>
          el('li', {}, el('h2', {}, el('a', { href }, title)), el('p', {}, text)),
        ),
      ),
    );
    return undefined;
  },
};
