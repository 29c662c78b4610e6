import { fillTemplate, type Issue, type IssueParams } from '@kcc/validators';
import type { XmlElement } from '../xml/tree.ts';
import { type SignOffCode, signOffMessages } from './messages.ts';

/** An issue at an element of a sign-off file. */
export function signOffIssue(
  code: SignOffCode,
  path: string,
  at: XmlElement | undefined,
  params?: IssueParams,
): Issue<SignOffCode> {
  const [severity, template] = signOffMessages[code];
  const start = at?.start;
  return {
    code,
    severity,
    path,
    ...(start && { line: start.line, column: start.column }),
    message: fillTemplate(template, params),
    ...(params && { params }),
  };
}
