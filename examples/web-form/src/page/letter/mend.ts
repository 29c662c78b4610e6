import type { Letter } from '@kcc/gongwen';
import { applyEdits, fixLetter } from '@kcc/gongwen/lint';
import { check, fieldAt, lintOptions, profileOf, type Shown, wordsAt } from './check.ts';
import type { Draft } from './draft.ts';
import type { Editor } from './editor.ts';
import type { FindingsActions } from './findings.ts';
import type { LetterSettings } from './letter-settings.ts';

export interface MendOptions {
  settings(): LetterSettings;
  editor(): Editor | undefined;
  /** Says what was done; the draft stands changed already. */
  done(text: string): void;
}

const isSame = (one: Shown, other: Shown): boolean =>
  one.code === other.code && one.path === other.path && one.message === other.message;

/** What the buttons of a finding do to the draft. */
export function findingActions(draft: Draft, options: MendOptions): FindingsActions {
  const take = (letter: Letter, what: string): void => {
    draft.take(letter);
    options.done(`${what}。按「復原」可以回到前一步。`);
  };
  return {
    placeOf: (shown) => fieldAt(draft.letter, shown.path) ?? (shown.line ? `第 ${shown.line} 行` : ''),
    goTo: (shown: Shown) =>
      options.editor()?.goTo({
        field: fieldAt(draft.letter, shown.path),
        words: wordsAt(draft.letter, shown),
        line: shown.line,
      }),
    fix(shown) {
      const { letter, issues } = draft.reading;
      // Looked for anew: a letter typed since may have moved the place.
      const now = check(issues, letter, options.settings()).find((each) => isSame(each, shown));
      if (letter && now?.edits) take(applyEdits(letter, now.edits), `已修正：${now.fix?.label ?? ''}`);
    },
    fixAll() {
      const { letter } = draft.reading;
      if (letter === undefined) return;
      const settings = options.settings();
      const fixed = fixLetter(letter, lintOptions(profileOf(settings.profile), settings));
      take(fixed.letter, `已修正 ${fixed.applied.length} 項`);
    },
  };
}
