import { type CheckOptions, type CheckResult, openReport } from './check.ts';
import { tidyText } from './half-width.ts';

export type EmailCode = keyof typeof emailMessages;

export const emailMessages = {
  EMAIL_FORMAT: '電子郵件應如 name@example.tw：一個 @，網域用半形英數字與點。',
  EMAIL_BLANK: '電子郵件中間不可有空白。',
  EMAIL_SEVERAL: '一欄只能填一個電子郵件。',
  EMAIL_NON_ASCII: '電子郵件只能用半形英數字，「{char}」不可用。',
  EMAIL_TYPO: '網域「{domain}」可能打錯，請核對。',
} as const;

const ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
const EMAIL = new RegExp(
  `^${ATOM}(?:\\.${ATOM})*@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z]{2,63}$`,
);
/** Domain endings that are nearly always slips, with what was meant. */
const SLIPS: readonly (readonly [slip: RegExp, meant: string])[] = [
  [/\.(?:con|cmo|ocm|comm)$/i, '.com'],
  [/\.(?:tw\.com|com\.tv|tww)$/i, '.com.tw'],
  [/^(?:gmial|gamil|gmai|gnail)\./i, 'gmail.'],
  [/^(?:yaho|yahooo|yhaoo)\./i, 'yahoo.'],
];

/** Checks one e-mail address (電子郵件信箱). */
export function checkEmail(value: string, options: CheckOptions = {}): CheckResult<EmailCode> {
  const report = openReport(emailMessages, options, 'RFC 5321');
  const email = report.read(value, (text) => tidyText(text).replace(/。/g, '.'));
  if (email === undefined) return report.done();
  const [, char] = /([^ -~\s])/u.exec(email) ?? [];
  if (email.split('@').length > 2 || /[;,、，]/.test(email)) report.add('error', 'EMAIL_SEVERAL');
  else if (char) report.add('error', 'EMAIL_NON_ASCII', { char });
  else if (/\s/.test(email)) report.add('error', 'EMAIL_BLANK', undefined, mend(email));
  else if (email.length > 254 || email.indexOf('@') > 64 || !EMAIL.test(email))
    report.add('error', 'EMAIL_FORMAT');
  else {
    const at = email.indexOf('@') + 1;
    const domain = email.slice(at);
    const meant = SLIPS.reduce((text, [slip, right]) => text.replace(slip, right), domain);
    if (meant !== domain) report.add('warning', 'EMAIL_TYPO', { domain }, email.slice(0, at) + meant);
  }
  return report.done(email);
}

/** True when the text, as it stands, is one e-mail address. */
export function isEmail(value: string, options: CheckOptions = {}): boolean {
  return checkEmail(value, { mode: 'strict', ...options }).ok;
}

/** Without blanks; `. TV`, a frequent misreading of `.tw` on scanned papers, as `.tw`. */
const mend = (email: string): string => email.replace(/\.\s+TV$/, '.tw').replace(/\s/g, '');
