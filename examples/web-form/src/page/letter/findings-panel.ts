import { button, el } from '../dom.ts';
import type { Shown } from './check.ts';
import { type FindingsActions, findingsList, summaryOf } from './findings.ts';

/** 檢查結果, and a button for the top of the page that says how many there are and leads to it. */
export interface FindingsPanel {
  readonly element: HTMLElement;
  readonly jump: HTMLElement;
  show(found: readonly Shown[]): void;
  /** After a fix the button that was pressed is gone; the next one takes the focus. */
  focusNext(): void;
}

export function findingsPanel(actions: FindingsActions): FindingsPanel {
  const title = el('h2', { id: 'found-title', tabindex: '-1' }, '檢查結果');
  const summary = el('p', { class: 'summary-line', role: 'status', id: 'found-summary' });
  const list = el('div', { id: 'found-list' });
  const goThere = (): void => {
    title.focus({ preventScroll: true });
    title.scrollIntoView({ block: 'start' });
  };
  const jump = button('檢查', goThere, { class: 'link jump' });
  return {
    element: el('section', { class: 'found', 'aria-labelledby': 'found-title' }, title, summary, list),
    jump,
    show(found) {
      const text = summaryOf(found);
      // Said again only when it changed, so that typing is not interrupted by the same words.
      if (summary.textContent !== text) summary.textContent = text;
      jump.textContent = `檢查：${text}`;
      list.replaceChildren(findingsList(found, actions));
    },
    focusNext: () => (list.querySelector<HTMLElement>('button') ?? title).focus(),
  };
}
