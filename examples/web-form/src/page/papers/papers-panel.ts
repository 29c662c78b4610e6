import { button, el } from '../dom.ts';
import { download, type PaperFile } from './download.ts';
import { PaperFailure } from './server-pdf.ts';

/** A file that the panel offers. */
export interface OfferedPaper {
  readonly id: string;
  readonly label: string;
  make(): Promise<PaperFile>;
}

export interface OfferedGroup {
  readonly title: string;
  readonly papers: readonly OfferedPaper[];
}

/** Buttons for files, in groups, with one line that says what came of it. */
export function papersPanel(title: string, groups: readonly OfferedGroup[]): HTMLElement {
  const status = el('p', { role: 'status', class: 'status' });
  const make = async (paper: OfferedPaper): Promise<void> => {
    status.className = 'status busy';
    status.textContent = `正在製作${paper.label}…`;
    try {
      const file = await paper.make();
      download(file);
      status.className = 'status good';
      status.textContent = `已下載 ${file.name}`;
    } catch (error) {
      status.className = 'status bad';
      status.textContent = error instanceof PaperFailure ? error.message : whyNot(error);
    }
  };
  return el(
    'section',
    { class: 'papers', 'aria-labelledby': 'papers-title' },
    el('h2', { id: 'papers-title' }, title),
    ...groups.map((group) =>
      el(
        'div',
        { class: 'group', role: 'group', 'aria-label': group.title },
        el('h3', {}, group.title),
        el(
          'p',
          { class: 'buttons' },
          ...group.papers.map((paper) =>
            button(paper.label, () => void make(paper), { class: 'second', 'data-paper': paper.id }),
          ),
        ),
      ),
    ),
    status,
  );
}

const whyNot = (error: unknown): string =>
  `沒有做成：${error instanceof Error ? error.message : '不明的原因'}`;
