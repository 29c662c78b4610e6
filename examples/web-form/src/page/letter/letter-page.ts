import { el } from '../dom.ts';
import { picturePanel } from '../picture/picture-panel.ts';
import type { Page } from '../router.ts';
import type { Keep } from '../storage.ts';
import { check } from './check.ts';
import type { ChangeBy, Draft } from './draft.ts';
import { type DraftTools, draftTools } from './draft-tools.ts';
import { type Editor, fieldsEditor, textEditor } from './editor.ts';
import { findingsPanel } from './findings-panel.ts';
import { letterPapersPanel } from './letter-papers-panel.ts';
import { type LetterSettings, readSettings } from './letter-settings.ts';
import { findingActions } from './mend.ts';
import { settingsPanel } from './settings-panel.ts';

const WAIT_MS = 200;

/** 寫公文: the editor, what was found, the picture, the files. */
export function letterPage(draft: Draft, keep: Keep): Page {
  return { title: '寫公文', draw: (main) => drawLetterPage(main, draft, keep) };
}

function drawLetterPage(main: HTMLElement, draft: Draft, keep: Keep): () => void {
  let settings: LetterSettings = readSettings(keep);
  let editor: Editor | undefined;
  const said = el('p', { role: 'status', class: 'status' });
  const say = (text: string): void => {
    said.textContent = text;
  };
  const place = el('div', { id: 'editor' });
  const mountEditor = (): void => {
    const focused = place.contains(document.activeElement) ? document.activeElement?.id : undefined;
    editor = (settings.view === 'fields' ? fieldsEditor(draft) : undefined) ?? textEditor(draft);
    place.replaceChildren(editor.element);
    if (focused) document.getElementById(focused)?.focus();
  };
  // Fields may be others than before; the one text keeps its cursor.
  const redraw = (): void => {
    if (settings.view === 'fields') mountEditor();
    else editor?.refresh();
    panel.refresh();
  };
  const actions = findingActions(draft, {
    settings: () => settings,
    editor: () => editor,
    done(text) {
      say(text);
      found.focusNext();
    },
  });
  const found = findingsPanel(actions);
  const picture = picturePanel(() => print());
  const show = (): void => {
    found.show(check(draft.reading.issues, draft.reading.letter, settings));
    picture.show(draft.letter);
  };
  const tools = draftTools(draft, keep, { say, keepContacts: () => settings.keepContacts });
  const change = (next: LetterSettings): void => {
    const view = settings.view !== next.view;
    settings = next;
    keep.write('letter-settings', next);
    if (view) mountEditor();
    tools.save();
    show();
  };
  const panel = settingsPanel(draft, settings, change);
  tools.element.append(found.jump);
  mountEditor();
  main.append(
    el('h1', { tabindex: '-1' }, '寫公文'),
    tools.element,
    said,
    el(
      'div',
      { class: 'two' },
      el('div', {}, panel.element, place),
      el(
        'div',
        { class: 'side' },
        found.element,
        picture.element,
        letterPapersPanel(draft, () => picture.copy),
      ),
    ),
  );
  show();
  // A form may have put its letter here while this page was not shown.
  if (draft.canUndo) tools.save();
  tools.refresh();
  const stop = follow(draft, tools, show, redraw);
  return () => {
    stop();
    tools.close();
  };
}

/** Follows the draft: what is typed is checked a moment later, every other change at once and in a new editor. */
function follow(draft: Draft, tools: DraftTools, show: () => void, redraw: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const onChange = (by: ChangeBy): void => {
    clearTimeout(timer);
    if (by === 'editor') timer = setTimeout(show, WAIT_MS);
    else {
      redraw();
      show();
    }
    tools.refresh();
    tools.save();
  };
  const stop = draft.subscribe(onChange);
  return () => {
    clearTimeout(timer);
    stop();
  };
}
