/** How bad an {@link Issue} is: an error cannot be right, a warning needs a look, an info may print or display badly. */
export type Severity = 'error' | 'warning' | 'info';

/** A level of a whole value or document: the worst severity found, or `ok`. */
export type Level = 'ok' | 'info' | 'warning' | 'error';

/** A change that would mend an {@link Issue}. */
export interface Fix {
  /** What the change does, zh-TW. */
  readonly label: string;
  /** The text that would stand in place of what was found, where that is one text. */
  readonly replacement?: string;
  /** True when the change cannot alter the meaning and may be applied unasked. */
  readonly safe: boolean;
}

/** Values that fill the `{name}` places of a message. Never a secret. */
export type IssueParams = Readonly<Record<string, string | number>>;

/**
 * One finding about a value or document. Issues are returned, never thrown.
 *
 * `message` is zh-TW for clerks: what was found, what it should look like, what to do. {@link translateIssue} gives
 * another language from `code` and `params`.
 */
export interface Issue<Code extends string = string> {
  readonly code: Code;
  readonly severity: Severity;
  /** Where: a path such as `/函/段落[2]/條列[1]` in a document or `/applicant/code` in data; empty for a single value. */
  readonly path: string;
  /** 1-based line in the text that was read. */
  readonly line?: number;
  /** 1-based column, counted in UTF-16 code units. */
  readonly column?: number;
  readonly message: string;
  readonly params?: IssueParams;
  /** The clause, register or table that the rule comes from. */
  readonly source?: string;
  readonly fix?: Fix;
}

/** Message templates by issue code; `{name}` is filled from the issue's `params`. */
export type MessageCatalogue<Code extends string = string> = Readonly<Record<Code, string>>;

/** Fills the `{name}` places of a template; a name without a value stays as it stands. */
export function fillTemplate(template: string, params: IssueParams = {}): string {
  return template.replace(/\{(\w+)\}/g, (place, name: string) => String(params[name] ?? place));
}

/** The same issue with its message taken from another language's catalogue; unchanged when the code is not in it. */
export function translateIssue(issue: Issue, catalogue: Partial<MessageCatalogue>): Issue {
  const template = catalogue[issue.code];
  return template === undefined ? issue : { ...issue, message: fillTemplate(template, issue.params) };
}

/** The worst severity of a list, `ok` for an empty one. */
export function levelOf(issues: readonly Issue[]): Level {
  let level: Level = 'ok';
  for (const { severity } of issues) {
    if (severity === 'error') return severity;
    if (level !== 'warning') level = severity;
  }
  return level;
}
