import type { Issue } from '@kcc/validators';
import type { PaperLetter, PaperOptions } from '../layout/paper-type.ts';
import { renderIssue } from './messages.ts';

/** What is wrong with the copy that was asked for, whatever the output. */
export function copyIssues(letter: PaperLetter, options: PaperOptions): Issue[] {
  if (options.copy !== 'paper' || options.addressedTo !== undefined) return [];
  if (letter.addressee?.type !== 'roster') return [];
  return [renderIssue('RENDER_ADDRESSEE_ROSTER', '/addressee', { text: letter.addressee.text })];
}
