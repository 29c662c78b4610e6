import type { CopyKind, Letter } from '@kcc/gongwen';
import { LETTER_PAPERS } from '../papers/letter-papers.ts';
import { papersPanel } from '../papers/papers-panel.ts';
import { PaperFailure } from '../papers/server-pdf.ts';
import type { Draft } from './draft.ts';

const TITLES = { paper: '紙本', exchange: '電子交換', draft: '草稿（可再匯入）' } as const;

/** Every file of the letter, as it stands at the click. */
export function letterPapersPanel(draft: Draft, copy: () => CopyKind): HTMLElement {
  const letterNow = (): Letter => {
    if (draft.reading.letter === undefined) throw new PaperFailure('草稿還讀不成公文，請先看檢查結果。');
    return draft.reading.letter;
  };
  const groups = (['paper', 'exchange', 'draft'] as const).map((group) => ({
    title: TITLES[group],
    papers: LETTER_PAPERS.filter((paper) => paper.group === group).map((paper) => ({
      ...paper,
      make: async () => await paper.make(letterNow(), copy()),
    })),
  }));
  return papersPanel('下載', groups);
}
