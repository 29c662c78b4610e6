import { fillTemplate, type Issue, type IssueParams } from '@kcc/validators';
import type { Position } from '../../xml/tree.ts';
import { type ConvertCode, convertMessages } from './messages.ts';

/** A change that a conversion made, as an issue at the place in the old document. */
export function change(
  code: ConvertCode,
  path: string,
  start: Position | undefined,
  params: IssueParams,
): Issue<ConvertCode> {
  const [severity, template] = convertMessages[code];
  return {
    code,
    severity,
    path,
    ...(start && { line: start.line, column: start.column }),
    message: fillTemplate(template, params),
    params,
  };
}
