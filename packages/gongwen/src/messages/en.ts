import { extendMessagesEn, grammarMessagesEn } from './en/grammar.ts';
import { importMessagesEn } from './en/import.ts';
import { lintMessagesEn } from './en/lint.ts';
import { modelMessagesEn } from './en/model.ts';
import { renderMessagesEn } from './en/render.ts';
import { salvageMessagesEn } from './en/salvage.ts';
import { xmlMessagesEn } from './en/xml.ts';

/** English messages of every issue code of this package, for `translateIssue`. */
export const en = {
  ...importMessagesEn,
  ...lintMessagesEn,
  ...renderMessagesEn,
  ...extendMessagesEn,
  ...grammarMessagesEn,
  ...modelMessagesEn,
  ...salvageMessagesEn,
  ...xmlMessagesEn,
} as const;
