import { type DraftReading, formatDraft, type Letter, parseDraft } from '@kcc/gongwen';

/** Who changed the draft: the editor that shows it already, or something else, after which editors draw anew. */
export type ChangeBy = 'editor' | 'other';

/** The letter being written, as the plain text that clerks write, with a way back. */
export interface Draft {
  readonly text: string;
  /** What the text was read as. */
  readonly reading: DraftReading;
  /** The last letter that could be read; the picture stays while a line is half written. */
  readonly letter: Letter | undefined;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** @param where changes in the same place within two seconds are one step back. */
  edit(text: string, by: ChangeBy, where?: string): void;
  /** Takes a changed letter; the text is written anew from it. */
  take(letter: Letter): void;
  undo(): void;
  redo(): void;
  subscribe(listener: (by: ChangeBy) => void): () => void;
}

const MOST_STEPS = 200;
const ONE_STEP_MS = 2_000;

export function createDraft(start: string, now: () => number = Date.now): Draft {
  const listeners = new Set<(by: ChangeBy) => void>();
  const back: string[] = [];
  const forth: string[] = [];
  let text = start;
  let reading = parseDraft(text, { format: 'text' });
  let letter = reading.letter;
  let last = { where: '', at: 0 };
  const set = (next: string, by: ChangeBy): void => {
    text = next;
    reading = parseDraft(text, { format: 'text' });
    letter = reading.letter ?? letter;
    for (const listener of listeners) listener(by);
  };
  const move = (from: string[], to: string[]): void => {
    const next = from.pop();
    if (next === undefined) return;
    to.push(text);
    last = { where: '', at: 0 };
    set(next, 'other');
  };
  const edit: Draft['edit'] = (next, by, where = '') => {
    if (next === text) return;
    const at = now();
    const goesOn = where !== '' && where === last.where && at - last.at < ONE_STEP_MS;
    if (!goesOn) back.push(text);
    if (back.length > MOST_STEPS) back.shift();
    forth.length = 0;
    last = { where, at };
    set(next, by);
  };
  return {
    get text() {
      return text;
    },
    get reading() {
      return reading;
    },
    get letter() {
      return letter;
    },
    get canUndo() {
      return back.length > 0;
    },
    get canRedo() {
      return forth.length > 0;
    },
    edit,
    take: (changed) => edit(formatDraft(changed, 'text'), 'other'),
    undo: () => move(back, forth),
    redo: () => move(forth, back),
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
