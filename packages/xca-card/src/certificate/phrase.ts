import type { IssueParams } from '@kcc/validators';

/** A piece of a message that is itself words: both languages. */
export interface Phrase {
  readonly zh: string;
  readonly en: string;
}

/** What fills a message: values, and phrases, of which each language takes its own. */
export type IssueFacts = Readonly<Record<string, string | number | Phrase>>;

/** Parameters of a message: a phrase `rule` gives `rule` in zh-TW and `ruleEn` for the English template. */
export function paramsOf(facts: IssueFacts): IssueParams {
  const params: Record<string, string | number> = {};
  for (const [name, fact] of Object.entries(facts)) {
    if (typeof fact !== 'object') {
      params[name] = fact;
      continue;
    }
    params[name] = fact.zh;
    params[`${name}En`] = fact.en;
  }
  return params;
}

/** The same words in both languages, such as a figure or a technical term. */
export function sameWords(text: string): Phrase {
  return { zh: text, en: text };
}
