/** A page of the app; drawn into `<main>`. */
export interface Page {
  readonly title: string;
  /** Draws the page; what it gives back takes it away again. */
  draw(main: HTMLElement): (() => void) | undefined;
}

/** Gives the page for the parts of an address such as `#/forms/g2b2c-01`; undefined when there is none. */
export type FindPage = (parts: readonly string[]) => Promise<Page | undefined> | Page | undefined;

const SITE = '公文與申請表單';

/**
 * Shows the page that the address names and follows its changes. Addresses carry names of pages only, never data. The
 * heading takes the focus, so that a reader of the screen learns where it is.
 */
export function startRouter(main: HTMLElement, find: FindPage): void {
  let leave: (() => void) | undefined;
  let turn = 0;
  const show = async (first: boolean): Promise<void> => {
    if (!first && !location.hash.startsWith('#/')) return;
    const mine = ++turn;
    const page = await find(location.hash.replace(/^#\/?/, '').split('/').filter(Boolean));
    // Another address was asked for while this page was being loaded.
    if (mine !== turn) return;
    leave?.();
    main.replaceChildren();
    document.title = page === undefined ? `沒有這一頁－${SITE}` : `${page.title}－${SITE}`;
    leave = page?.draw(main);
    if (page === undefined)
      main.innerHTML = '<h1 tabindex="-1">沒有這一頁</h1><p><a href="#/">回首頁</a></p>';
    // Tells whoever waits for a page, such as a test, that it stands.
    main.dataset.shown = location.hash;
    markCurrent();
    if (first) return;
    main.querySelector<HTMLElement>('h1')?.focus();
    scrollTo(0, 0);
  };
  addEventListener('hashchange', () => void show(false));
  document.querySelector('.skip')?.addEventListener('click', (event) => {
    event.preventDefault();
    main.focus();
  });
  void show(true);
}

/** Marks the link of the page that is shown. */
function markCurrent(): void {
  for (const link of document.querySelectorAll('nav a')) {
    const address = link.getAttribute('href') ?? '';
    const current = location.hash === address || location.hash.startsWith(`${address}/`);
    if (current) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
}
