import { tidyText } from './half-width.ts';
import { fillTemplate, type Issue, type IssueParams, type Level, levelOf, type Severity } from './issue.ts';

/** Anything that knows which values are really in use: a Set, a Map, or a front of a register or address book. */
export interface Register {
  /** @param value normalised value @returns true when the register holds it */
  has(value: string): boolean;
}

/** What every check takes. */
export interface CheckOptions {
  /**
   * `lenient` (default) mends blanks, full width and, where allowed, case and separators, and reports it as info;
   * `strict` refuses such input: only what may be stored as it stands passes.
   */
  readonly mode?: 'strict' | 'lenient';
  /** ISO date whose rules apply, such as `2026-11-23`; default: today in Taipei. */
  readonly asOf?: string;
  /** A value found here is at most a warning: registers hold values that break published rules. */
  readonly register?: Register;
  /** Path put into the issues, such as `/applicant/code`. */
  readonly path?: string;
}

/** What every check returns. */
export interface CheckResult<Code extends string = string> {
  /** True when no issue is an error. */
  readonly ok: boolean;
  /** The worst severity found. */
  readonly level: Level;
  /** The normalised value; empty for secrets, which are never echoed. */
  readonly value: string;
  readonly issues: readonly Issue<Code | CommonCode>[];
}

/** Issues that every check may report. */
export type CommonCode = keyof typeof commonMessages;

/** Messages of the issues that every check may report, zh-TW. */
export const commonMessages = {
  NOT_TEXT: '應為文字，不是數字。',
  EMPTY: '沒有填寫。',
  NORMALISED: '應寫成「{value}」，請核對。',
} as const;

/**
 * One rule of a check, in the order in which it is tried.
 *
 * `finds` says whether the rule is broken; an object gives the places of the message, and `fix` among them the text that
 * should stand instead. Severity is `error` unless told.
 */
export type Rule<Subject, Options, Code extends string = string> = readonly [
  code: Code,
  message: string,
  finds: (subject: Subject, options: Options) => IssueParams | boolean | '' | 0 | undefined,
  severity?: Severity,
];

/** The codes of a list of rules. */
export type CodeOf<Rules extends readonly Rule<never, never>[]> = Rules[number][0];

/**
 * Runs the rules of one check on one value; never throws for a bad value.
 *
 * @param tidy how the text is meant to be typed; a difference is reported, in strict mode as an error
 * @param read what the rules look at, made from the tidied text; its `value`, if any, is the value handed back
 * @param everyError true to go on after an error, for rules that do not build on one another
 */
export function runCheck<Code extends string, Options extends CheckOptions, Subject = string>(
  rules: readonly Rule<Subject, Options, Code>[],
  value: unknown,
  options: Options,
  tidy: (text: string) => string = tidyText,
  // Without `read` the subject is the text itself, as the default of `Subject` says.
  read: (text: string, options: Options) => Subject & { readonly value?: string | undefined } = (text) =>
    text as never,
  everyError?: boolean,
): CheckResult<Code> {
  const { mode, path = '', register } = options;
  const issues: Issue<Code | CommonCode>[] = [];
  const add = (code: Code | CommonCode, message: string, found: unknown, severity: Severity): void => {
    if (!(found instanceof Object)) {
      issues.push({ code, severity, path, message });
      return;
    }
    const params = found as IssueParams;
    const replacement = params.fix as string | undefined;
    issues.push({
      code,
      severity,
      path,
      message: fillTemplate(message, params),
      params,
      ...(replacement && {
        fix: { label: `改為「${replacement}」`, replacement, safe: code === 'NORMALISED' },
      }),
    });
  };
  let result = typeof value === 'string' ? tidy(value) : '';
  if (result) {
    const fix = result;
    const severity = mode === 'strict' ? 'error' : 'info';
    if (fix !== value) add('NORMALISED', commonMessages.NORMALISED, { value: fix, fix }, severity);
    const subject = read(fix, options);
    result = subject.value ?? fix;
    for (const rule of rules) {
      const found = rule[2](subject, options);
      if (!found) continue;
      const severity = rule[3] ?? 'error';
      add(rule[0], rule[1], found, severity === 'error' && register?.has(result) ? 'warning' : severity);
      if (severity === 'error' && !everyError) break;
    }
  } else {
    const code = typeof value === 'string' ? 'EMPTY' : 'NOT_TEXT';
    add(code, commonMessages[code], false, 'error');
  }
  const level = levelOf(issues);
  return { ok: level !== 'error', level, value: result, issues };
}
