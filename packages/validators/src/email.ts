import { type CheckOptions, type CheckResult, type CodeOf, type Rule, runCheck } from './check.ts';
import { tidyText } from './half-width.ts';

/** RFC 5321: a dot-atom of at most 64 characters and a domain that ends in letters, 254 characters in all; other than ASCII is told before. */
const EMAIL =
  /^(?!\.|.{255}|[^@]*\.[.@])[^@"(),:;<>[\]\\]{1,64}@(?!-)([a-z\d-]{1,63}(?<!-)\.(?!-))+[a-z]{2,63}$/i;

export const emailRules = [
  ['EMAIL_SEVERAL', '一欄只能填一個電子郵件。', (email) => /[;,、，]|@.*@/.test(email)],
  ['EMAIL_BLANK', '電子郵件不可有空白。', (email) => email.includes(' ') && { fix: mend(email) }],
  [
    'EMAIL_FORMAT',
    '電子郵件應如 name@example.tw，為半形英文字母、數字與符號。',
    (email) => /[^ -~]/.test(email) || !EMAIL.test(email),
  ],
] as const satisfies readonly Rule<string, CheckOptions>[];

export type EmailCode = CodeOf<typeof emailRules>;

const tidyEmail = (text: string): string => tidyText(text).replace(/。/g, '.');

/** Checks one e-mail address (電子郵件信箱). */
export function checkEmail(value: string, options: CheckOptions = {}): CheckResult<EmailCode> {
  return runCheck(emailRules, value, options, tidyEmail);
}

/** True when the text, as it stands, is one e-mail address. */
export function isEmail(value: string, options: CheckOptions = {}): boolean {
  return checkEmail(value, { mode: 'strict', ...options }).ok;
}

/** Without blanks; `. TV`, a frequent misreading of `.tw` on scanned papers, as `.tw`. */
const mend = (email: string): string => email.replace(/\. +TV$/, '.tw').replace(/ /g, '');
