import { grammarMessagesEn } from './en/grammar.ts';
import { renderMessagesEn } from './en/render.ts';
import { xmlMessagesEn } from './en/xml.ts';

/** English messages of every issue code of this package, for `translateIssue`. */
export const en = {
  ...renderMessagesEn,
  ...grammarMessagesEn,
  ...xmlMessagesEn,
} as const;
