import { type CheckOptions, type CheckResult, openReport } from './check.ts';
import { isCp950 } from './cp950.ts';
import { lookAlikes } from './data/look-alikes.ts';
import { variantPairs } from './data/variants.ts';
import type { IssueParams, Severity } from './issue.ts';

export type CharactersCode = keyof typeof charactersMessages;

export const charactersMessages = {
  CHARACTER_PRIVATE: '含造字（{codes}），別人的電腦看不到；請改用全字庫 CNS11643 的標準字。',
  CHARACTER_RADICAL: '「{chars}」是部首符號，不是文字（多因複製 PDF）；應為「{better}」。',
  CHARACTER_BROKEN: '含損壞的字元（{codes}），請重新輸入。',
  CHARACTER_CONTROL: '含看不見的控制字元（{codes}），請刪除。',
  CHARACTER_INVISIBLE: '含看不見的字元（{codes}），請刪除。',
  CHARACTER_NOT_NFC: '「{chars}」由分開的符號組成，應為單一字元。',
  CHARACTER_COMPATIBILITY: '「{chars}」是相容字，轉檔後可能變成另一碼。',
  CHARACTER_LOOK_ALIKE: '「{chars}」形似「{better}」，請確認用字。',
  CHARACTER_VARIANT: '「{chars}」是簡體或異體字，建議改為「{better}」。',
  CHARACTER_NOT_BIG5: '「{chars}」不在 Big5 字集，在舊系統可能印成造字。',
} as const;

/** The part of a report that characters need; the reports of names and addresses have it too. */
export interface CharactersReport {
  add(severity: Severity, code: CharactersCode, params?: IssueParams, replacement?: string): void;
}

/** Code of the catalogue, its severity and what it looks for. */
const PATTERNS = [
  ['CHARACTER_PRIVATE', 'error', /\p{Co}/gu],
  ['CHARACTER_BROKEN', 'error', /[\ufffd\p{Cs}\ufdd0-\ufdef]|[\u{fffe}\u{ffff}\u{1fffe}\u{1ffff}]/gu],
  ['CHARACTER_INVISIBLE', 'warning', /[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]/gu],
  ['CHARACTER_COMPATIBILITY', 'info', /[\uf900-\ufaff\u{2f800}-\u{2fa1f}]/gu],
] as const;

const RADICALS = /[\u2e80-\u2fd5]/gu;
/** Of the whole text NFC changes, these alone are left to CHARACTER_COMPATIBILITY. */
const COMBINING = /.[\u0300-\u036f\u3099\u309a]+/gu;

const variants: ReadonlyMap<string, string> = /* @__PURE__ */ new Map(
  /* @__PURE__ */ Array.from(
    /* @__PURE__ */ variantPairs.matchAll(/(.)(.)/gu),
    ([, found = '', meant = '']) => [found, meant],
  ),
);

/** Checks the characters of a free text; line breaks and tabs are allowed. */
export function checkCharacters(value: string, options: CheckOptions = {}): CheckResult<CharactersCode> {
  const report = openReport(charactersMessages, options);
  const text = report.read(value, (given) => given);
  if (text !== undefined) inspectCharacters(report, text, false);
  return report.done(text);
}

/** True when every character can be exchanged; characters outside Big5 are allowed. */
export function isCharacters(value: string): boolean {
  return checkCharacters(value).ok;
}

/**
 * Reports doubtful characters of a text.
 *
 * NFC and NFKC are looked at, never applied: NFC changes 兀 (U+FA0C) to another code, NFKC turns ㈱ into (株).
 *
 * @param isName true for a name: line breaks are refused, dashes between Chinese characters are doubted
 */
export function inspectCharacters(report: CharactersReport, text: string, isName: boolean): void {
  if (/^[ -~]*$/.test(text)) return;
  const told = new Set<string>();
  const find = (pattern: RegExp): string[] => {
    const found = [...new Set(text.match(pattern))];
    for (const char of found) told.add(char);
    return found;
  };
  const tell = (
    severity: 'error' | 'warning' | 'info',
    code: CharactersCode,
    found: readonly string[],
  ): void => {
    if (found.length)
      report.add(severity, code, { chars: found.slice(0, 10).join(''), codes: codePoints(found) });
  };
  for (const [code, severity, pattern] of PATTERNS) tell(severity, code, find(pattern));
  tell(
    'error',
    'CHARACTER_CONTROL',
    find(isName ? /[\0-\x1f\x7f-\x9f]/g : /[\0-\x08\v\f\x0e-\x1f\x7f-\x9f]/g),
  );
  suggest('error', 'CHARACTER_RADICAL', find(RADICALS), (char) => char.normalize('NFKC'));
  tell(
    'warning',
    'CHARACTER_NOT_NFC',
    find(COMBINING).filter((part) => part.normalize() !== part),
  );
  for (const [look, meant, namesOnly] of lookAlikes) {
    if ((namesOnly && !isName) || !text.includes(look)) continue;
    const beside = new RegExp(`(?<=\\p{Script=Han})${look}|${look}(?=\\p{Script=Han})`, 'gu');
    suggest('info', 'CHARACTER_LOOK_ALIKE', find(beside), () => meant);
  }
  const foreign = [...new Set(text)].filter((char) => char >= '\x80' && !told.has(char) && !isCp950(char));
  suggest(
    'info',
    'CHARACTER_VARIANT',
    foreign.filter((char) => variants.has(char)),
    (char) => variants.get(char),
  );
  tell(
    'info',
    'CHARACTER_NOT_BIG5',
    foreign.filter((char) => !variants.has(char)),
  );

  function suggest(
    severity: 'error' | 'info',
    code: CharactersCode,
    found: readonly string[],
    better: (char: string) => string | undefined,
  ): void {
    if (!found.length) return;
    const params = { chars: found.join(''), better: found.map((char) => better(char) ?? char).join('') };
    const mended = Array.from(text, (char) => (found.includes(char) ? (better(char) ?? char) : char)).join(
      '',
    );
    report.add(severity, code, params, mended);
  }
}

function codePoints(chars: readonly string[]): string {
  const names = chars.slice(0, 10).map((char) => (char.codePointAt(0) ?? 0).toString(16).toUpperCase());
  return names.map((name) => `U+${name.padStart(4, '0')}`).join(' ');
}
