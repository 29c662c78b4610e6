import type { Letter } from '@kcc/gongwen';
import { applyEdits, fixLetter } from '@kcc/gongwen/lint';
import { button, el } from '../dom.ts';
import { LETTER_PAPERS } from '../papers/letter-papers.ts';
import { papersPanel } from '../papers/papers-panel.ts';
import { PaperFailure } from '../papers/server-pdf.ts';
import { picturePanel } from '../picture/picture-panel.ts';
import type { Page } from '../router.ts';
import type { Keep } from '../storage.ts';
import { check, fieldAt, lintOptions, profileOf, type Shown, wordsAt } from './check.ts';
import type { Draft } from './draft.ts';
import { draftTools } from './draft-tools.ts';
import { type Editor, fieldsEditor, textEditor } from './editor.ts';
import { findingsList, summaryOf } from './findings.ts';
import { readSettings } from './letter-settings.ts';
import { settingsPanel } from './settings-panel.ts';

const WAIT_MS = 200;

/** 寫公文: the editor, what was found, the picture, the files. */
export function letterPage(draft: Draft, keep: Keep): Page {
  return {
    title: '寫公文',
    draw(main) {
      let settings = readSettings(keep);
      let editor: Editor | undefined;
      let timer: ReturnType<typeof setTimeout> | undefined;
      const said = el('p', { role: 'status', class: 'status' });
      const summary = el('p', { class: 'summary-line', role: 'status', id: 'found-summary' });
      const list = el('div', { id: 'found-list' });
      const title = el('h2', { id: 'found-title', tabindex: '-1' }, '檢查結果');
      const jump = button('檢查', () => title.focus(), { class: 'link jump' });
      const picture = picturePanel(() => print());
      const place = el('div', { id: 'editor' });

      const mountEditor = (): void => {
        editor = settings.view === 'fields' ? fieldsEditor(draft) : undefined;
        editor ??= textEditor(draft);
        place.replaceChildren(editor.element);
      };
      const take = (letter: Letter, what: string): void => {
        draft.take(letter);
        said.textContent = `${what}。按「復原」可以回到前一步。`;
        list.querySelector<HTMLElement>('button')?.focus();
      };
      const actions = {
        placeOf: (shown: Shown) =>
          fieldAt(draft.letter, shown.path) ?? (shown.line ? `第 ${shown.line} 行` : ''),
        goTo: (shown: Shown) =>
          editor?.goTo({
            field: fieldAt(draft.letter, shown.path),
            words: wordsAt(draft.letter, shown),
            line: shown.line,
          }),
        fix(shown: Shown) {
          if (draft.letter && shown.edits)
            take(applyEdits(draft.letter, shown.edits), `已修正：${shown.fix?.label ?? ''}`);
        },
        fixAll() {
          if (draft.letter === undefined) return;
          const { letter, applied } = fixLetter(
            draft.letter,
            lintOptions(profileOf(settings.profile), settings),
          );
          take(letter, `已修正 ${applied.length} 項`);
        },
      };
      const show = (): void => {
        const found = check(draft.reading.issues, draft.reading.letter, settings);
        const text = summaryOf(found);
        // Said again only when it changed, so that typing is not interrupted by the same words.
        if (summary.textContent !== text) summary.textContent = text;
        jump.textContent = `檢查：${text}`;
        list.replaceChildren(findingsList(found, actions));
        picture.show(draft.letter);
      };
      const later = (): void => {
        clearTimeout(timer);
        timer = setTimeout(show, WAIT_MS);
      };
      const letterNow = (): Letter => {
        if (draft.reading.letter === undefined) throw new PaperFailure('草稿還讀不成公文，請先看檢查結果。');
        return draft.reading.letter;
      };
      const papers = papersPanel(
        '下載',
        (['paper', 'exchange', 'draft'] as const).map((group) => ({
          title: { paper: '紙本', exchange: '電子交換', draft: '草稿（可再匯入）' }[group],
          papers: LETTER_PAPERS.filter((paper) => paper.group === group).map((paper) => ({
            ...paper,
            make: () => paper.make(letterNow(), picture.copy),
          })),
        })),
      );
      const tools = draftTools(draft, keep, {
        say: (text) => {
          said.textContent = text;
        },
        keepContacts: () => settings.keepContacts,
      });
      const panel = settingsPanel(draft, settings, (next) => {
        const view = settings.view !== next.view;
        settings = next;
        keep.write('letter-settings', next);
        if (view) mountEditor();
        tools.save();
        show();
      });
      tools.element.append(jump);
      mountEditor();
      main.append(
        el('h1', { tabindex: '-1' }, '寫公文'),
        tools.element,
        said,
        el(
          'div',
          { class: 'two' },
          el('div', {}, panel, place),
          el(
            'div',
            { class: 'side' },
            el('section', { class: 'found', 'aria-labelledby': 'found-title' }, title, summary, list),
            picture.element,
            papers,
          ),
        ),
      );
      show();
      const stop = draft.subscribe((by) => {
        if (by === 'other') {
          if (settings.view === 'fields') mountEditor();
          else editor?.refresh();
          show();
        } else later();
        tools.refresh();
        tools.save();
      });
      return () => {
        clearTimeout(timer);
        stop();
        tools.close();
      };
    },
  };
}
