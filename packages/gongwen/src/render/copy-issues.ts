import type { Issue } from '@kcc/validators';
import type { LayoutOptions } from '../layout/options.ts';
import type { Letter } from '../model/letter.ts';
import { renderIssue } from './messages.ts';

/** What is wrong with the copy that was asked for, whatever the output. */
export function copyIssues(letter: Letter, options: LayoutOptions): Issue[] {
  if (options.copy !== 'paper' || options.addressedTo !== undefined) return [];
  if (letter.addressee?.type !== 'roster') return [];
  return [renderIssue('RENDER_ADDRESSEE_ROSTER', '/addressee', { text: letter.addressee.text })];
}
