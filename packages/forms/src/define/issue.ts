import { fillTemplate, type Issue, type IssueParams, type Severity } from '@kcc/validators';
import { type FormIssueCode, zh } from '../messages/zh.ts';

/** What an issue says besides its code and place. */
export interface IssueParts {
  readonly severity?: Severity;
  readonly params?: IssueParams;
  readonly source?: string;
}

/** An issue of the form layer with its zh-TW message; an error unless said otherwise. */
export function formIssue(code: FormIssueCode, path: string, parts: IssueParts = {}): Issue<FormIssueCode> {
  const { severity = 'error', params, source } = parts;
  return {
    code,
    severity,
    path,
    message: fillTemplate(zh[code], params),
    ...(params && { params }),
    ...(source && { source }),
  };
}
