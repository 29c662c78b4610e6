import { type CheckOptions, type CheckResult, type CodeOf, type Rule, runCheck } from './check.ts';
import { isCp950 } from './cp950.ts';
import { lookAlikes, lookAlikesInNames } from './data/look-alikes.ts';
import { variantPairs } from './data/variants.ts';
import type { IssueParams } from './issue.ts';
import { once } from './once.ts';

/** What the rules look at: a text, or a name, in which dashes beside Chinese characters are doubted. */
export interface CharactersSubject {
  readonly text: string;
  readonly isName?: boolean;
}

export const charactersRules = [
  [
    'CHARACTER_PRIVATE',
    '{codes} 是造字，別人看不到，請改用全字庫 CNS11643 的字。',
    ({ text }) => find(text, /\p{Co}/gu),
  ],
  [
    'CHARACTER_BROKEN',
    '{codes} 是看不見或損壞的字元，請刪除。',
    ({ text, isName }) =>
      find(isName ? text : text.replace(/[\t\n\r]/g, ''), /[\p{Cc}\p{Cs}\p{NChar}\ufffd]/gu),
  ],
  [
    'CHARACTER_INVISIBLE',
    '{codes} 是看不見或損壞的字元，請刪除。',
    ({ text }) => find(text, /[\p{Cf}\p{Zl}\p{Zp}]/gu),
    'warning',
  ],
  [
    'CHARACTER_RADICAL',
    '「{chars}」是部首符號，應為「{better}」。',
    ({ text }) => find(text, /[⺀-⿕]/gu, (char) => char.normalize('NFKC')),
  ],
  [
    'CHARACTER_NOT_NFC',
    '「{chars}」是分開的符號，應為「{better}」。',
    ({ text }) => find(text, /\P{M}\p{M}+/gu, (char) => char.normalize()),
    'warning',
  ],
  [
    'CHARACTER_COMPATIBILITY',
    '「{chars}」是相容字，請核對。',
    ({ text }) => find(text, /[\uf900-\ufaff\u{2f800}-\u{2fa1f}]/gu),
    'info',
  ],
  [
    'CHARACTER_LOOK_ALIKE',
    '「{chars}」形似「{better}」，請核對。',
    ({ text, isName }) => {
      const [pattern, meant] = isName ? lookAlikesInNames : lookAlikes;
      return find(text, pattern, (char) => meant[char] ?? char);
    },
    'info',
  ],
  [
    'CHARACTER_VARIANT',
    '「{chars}」應為「{better}」，請核對。',
    ({ text }) => find(text, /./gu, (char) => variants().get(char) ?? char),
    'info',
  ],
  [
    'CHARACTER_NOT_BIG5',
    '「{chars}」不在 Big5，可能印成造字。',
    ({ text }) => find([...text].filter((char) => !isCp950(char) && !variants().has(char)).join(''), PRINTED),
    'info',
  ],
] as const satisfies readonly Rule<CharactersSubject, CheckOptions>[];

export type CharactersCode = CodeOf<typeof charactersRules>;

/** Characters of which no other rule speaks. */
const PRINTED = /[^\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{M}\p{Z}\ufffd⼀-⿕]/gu;

const variants = /* @__PURE__ */ once(
  (): ReadonlyMap<string, string> =>
    new Map(Array.from(variantPairs.matchAll(/(.)(.)/gu), ([, found = '', meant = '']) => [found, meant])),
);

/**
 * Checks the characters of a free text; line breaks and tabs are allowed.
 *
 * NFC and NFKC are looked at, never applied: NFC changes 兀 (U+FA0C) to another code, NFKC turns ㈱ into (株).
 */
export function checkCharacters(value: string, options: CheckOptions = {}): CheckResult<CharactersCode> {
  return runCheck(charactersRules, value, options, String, (text) => ({ text: doubtful(text) }), true);
}

/** True when every character can be exchanged; characters outside Big5 are allowed. */
export function isCharacters(value: string): boolean {
  return checkCharacters(value).ok;
}

/** The text, or nothing where every character is printable ASCII or a usual one of Big5: most texts need no more. */
export function doubtful(text: string): string {
  return /^[ -~一-龥]*$/.test(text) && [...text].every(isCp950) ? '' : text;
}

/** The matches that `better` would change, once each, with their code points and the mended text. */
export function find(text: string, pattern: RegExp, better?: (found: string) => string): IssueParams | false {
  if (!text) return false;
  const found = [...new Set(text.match(pattern))].filter((char) => better?.(char) !== char);
  const codes = found.map((char) => `U+${char.codePointAt(0)?.toString(16).padStart(4, '0').toUpperCase()}`);
  return (
    found.length > 0 && {
      chars: found.join(''),
      codes: codes.join(' '),
      ...(better && { better: found.map(better).join(''), fix: text.replace(pattern, better) }),
    }
  );
}
