import { fillTemplate, type Issue, type IssueParams } from '@kcc/validators';
import type { Place } from './located.ts';
import { type DraftCode, draftMessages } from './messages.ts';

/** Collects what is wrong with a draft. */
export interface DraftReport {
  readonly issues: Issue<DraftCode>[];
  add(code: DraftCode, path: string, place: Place | undefined, params?: IssueParams): void;
}

export function createDraftReport(): DraftReport {
  const issues: Issue<DraftCode>[] = [];
  return {
    issues,
    add(code, path, place, params) {
      const [severity, template] = draftMessages[code];
      const message = fillTemplate(template, params);
      issues.push({ code, severity, path, ...place, message, ...(params && { params }) });
    },
  };
}

export const hasErrors = (issues: readonly Issue[]): boolean =>
  issues.some(({ severity }) => severity === 'error');
