import type { Keep } from '../storage.ts';
import type { EditorView } from './editor.ts';

/** How the letter page was set up last time. */
export interface LetterSettings {
  readonly view: EditorView;
  readonly profile: string;
  readonly finished: boolean;
  /** Contact data of persons may stay in this browser. */
  readonly keepContacts: boolean;
}

const START: LetterSettings = { view: 'fields', profile: 'council', finished: false, keepContacts: false };

export function readSettings(keep: Keep): LetterSettings {
  const { view, profile, finished, keepContacts } = Object(keep.read('letter-settings'));
  return {
    view: view === 'text' ? 'text' : START.view,
    profile: typeof profile === 'string' ? profile : START.profile,
    finished: finished === true,
    keepContacts: keepContacts === true,
  };
}
