import { tidyText } from './half-width.ts';
import { fillTemplate, type Issue, type IssueParams, type Level, levelOf, type Severity } from './issue.ts';
import { dateOfRules } from './rule-date.ts';

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

export type CommonCode = keyof typeof commonMessages;

/** Messages that several checks share, zh-TW. */
export const commonMessages = {
  NOT_TEXT: '應為文字，收到的不是文字；號碼請以文字傳入，以免開頭的 0 消失。',
  EMPTY: '沒有填寫內容，請輸入。',
  NORMALISED: '含多餘空白、符號、全形或小寫字元，已整理為「{value}」，請核對。',
  NOT_NORMALISED: '含多餘空白、符號、全形或小寫字元，應改為「{value}」。',
  IN_REGISTER: '雖不符規則，但登記資料中有此值，請人工確認。',
} as const;

/** Collects the issues of one value; `Code` are the codes of one check. */
export interface Report<Code extends string> {
  /** @returns the tidied text, or undefined when there is none (reported) */
  read(value: unknown, tidy?: (text: string) => string): string | undefined;
  add(severity: Severity, code: Code | CommonCode, params?: IssueParams, replacement?: string): void;
  /** Closes the report; a register hit turns errors into warnings. */
  done(value?: string): CheckResult<Code>;
}

/**
 * Starts the report of one value; `source` names the rule in every issue.
 *
 * @throws RangeError when `options.asOf` is not an ISO date
 */
export function openReport<Code extends string>(
  messages: Readonly<Record<Code, string>>,
  options: CheckOptions,
  source?: string,
): Report<Code> {
  if (options.asOf !== undefined) dateOfRules(options);
  let issues: Issue<Code | CommonCode>[] = [];
  // Every code is in one of the two catalogues; the index type only widens the look-up.
  const own: Readonly<Record<string, string>> = messages;
  const common: Readonly<Record<string, string>> = commonMessages;
  const add: Report<Code>['add'] = (severity, code, params, replacement) => {
    issues.push({
      code,
      severity,
      path: options.path ?? '',
      message: fillTemplate(own[code] ?? common[code] ?? code, params),
      ...(params && { params }),
      ...(source && { source }),
      ...(replacement !== undefined && {
        fix: { label: `改為「${replacement}」`, replacement, safe: code === 'NORMALISED' },
      }),
    });
  };
  return {
    add,
    read(value, tidy = tidyText) {
      if (typeof value !== 'string') add('error', 'NOT_TEXT');
      else {
        const text = tidy(value);
        if (!text) add('error', 'EMPTY');
        else if (text !== value) {
          const strict = options.mode === 'strict';
          add(strict ? 'error' : 'info', strict ? 'NOT_NORMALISED' : 'NORMALISED', { value: text }, text);
        }
        return text || undefined;
      }
      return undefined;
    },
    done(value = '') {
      if (value && levelOf(issues) === 'error' && options.register?.has(value)) {
        issues = issues.map((issue) =>
          issue.severity === 'error' ? { ...issue, severity: 'warning' } : issue,
        );
        add('info', 'IN_REGISTER');
      }
      const level = levelOf(issues);
      return { ok: level !== 'error', level, value, issues };
    },
  };
}
