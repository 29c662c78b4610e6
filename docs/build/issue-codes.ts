import type { Issue, Severity } from '@kcc/validators';
import { enIssues } from '../../packages/exchange-client/src/messages/en-issues.ts';
import { zhTw } from '../../packages/exchange-client/src/messages/zh-tw.ts';
import { en as formsEn } from '../../packages/forms/src/messages/en.ts';
import { zh as formsZh } from '../../packages/forms/src/messages/zh.ts';
import { dispatchMessages } from '../../packages/gongwen/src/dispatch/check-messages.ts';
import { convertMessages } from '../../packages/gongwen/src/dispatch/convert/messages.ts';
import { extendMessages } from '../../packages/gongwen/src/grammar/extend-messages.ts';
import { grammarMessages } from '../../packages/gongwen/src/grammar/messages.ts';
import { importMessages } from '../../packages/gongwen/src/import/messages.ts';
import { en as gongwenEn } from '../../packages/gongwen/src/messages/en.ts';
import { readMessages } from '../../packages/gongwen/src/model/reading/messages.ts';
import { writeMessages } from '../../packages/gongwen/src/model/writing/messages.ts';
import { renderMessages } from '../../packages/gongwen/src/render/messages.ts';
import { signOffMessages } from '../../packages/gongwen/src/sign-off/messages.ts';
import { draftMessages } from '../../packages/gongwen/src/text/messages.ts';
import { xmlMessages } from '../../packages/gongwen/src/xml/messages.ts';
import { salvageMessages } from '../../packages/gongwen/src/xml/salvage/messages.ts';
import { en as validatorsEn } from '../../packages/validators/src/messages/en.ts';
import { valueMessages } from '../../packages/validators/src/value-rules.ts';
import { pathIssues } from '../../packages/xca-card/src/certificate/path-issues.ts';
import { cmsIssues } from '../../packages/xca-card/src/cms/cms-issues.ts';

/** One issue code with both messages. */
export interface IssueCode {
  readonly code: Issue['code'];
  readonly zh: string;
  readonly en: string;
}

/** A text, or the severity that goes with it and the text. */
type Catalogue = Readonly<Record<string, string | readonly [Severity, string]>>;

const gongwenZh: Catalogue = {
  ...xmlMessages,
  ...salvageMessages,
  ...grammarMessages,
  ...extendMessages,
  ...readMessages,
  ...writeMessages,
  ...draftMessages,
  ...dispatchMessages,
  ...convertMessages,
  ...signOffMessages,
  ...renderMessages,
  ...importMessages,
};

const pair = (zh: Catalogue, en: Readonly<Record<string, string>>): IssueCode[] =>
  Object.entries(zh).map(([code, entry]) => ({
    code,
    zh: typeof entry === 'string' ? entry : entry[1],
    en: en[code] ?? '',
  }));

const table = (
  entries: Readonly<Record<string, { readonly zh: string; readonly en: string }>>,
): IssueCode[] => Object.entries(entries).map(([code, { zh, en }]) => ({ code, zh, en }));

/** Every issue code of every package, except the rules of official writing, which the ledger lists. */
export function issueCodes(): Readonly<Record<string, readonly IssueCode[]>> {
  return {
    '@kcc/validators': pair(valueMessages(), validatorsEn),
    '@kcc/gongwen': pair(gongwenZh, gongwenEn),
    '@kcc/xca-card': [...table(pathIssues), ...table(cmsIssues)],
    '@kcc/forms': pair(formsZh, formsEn),
    '@kcc/exchange-client': pair(zhTw, enIssues),
  };
}
