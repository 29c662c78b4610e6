import type { OfficialLetter } from '../model/official-letter.ts';

/**
 * Hides the recipients of a letter from each other (行文單位保密): the letter's 正本 becomes one blank 總稱, and only
 * the roster names them.
 */
export function hideRecipients(letter: OfficialLetter): OfficialLetter {
  return {
    ...letter,
    addressee: { type: 'roster', text: '如正本' },
    recipients: [{ type: 'collective', name: '', members: letter.recipients }],
  };
}
