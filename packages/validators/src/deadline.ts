import { type TermId, terms } from './data/terms.ts';
import { fillTemplate, type Issue } from './issue.ts';
import { formatRocDate } from './roc-date-text.ts';
import { isIsoDate } from './rule-date.ts';

export type DeadlineCode = keyof typeof deadlineMessages;

export const deadlineMessages = {
  DEADLINE_CA_DECIDES:
    '{after}起 {days} 日，算至{date}；起算日與假日如何計算未見規定，以憑證管理中心認定為準。',
} as const;

/** A computed last day: shown, never enforced. */
export interface Deadline {
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly issue: Issue<DeadlineCode>;
}

/**
 * The last day of a term.
 *
 * @param from ISO date of the event
 * @throws RangeError when `from` is not an ISO date
 */
export function deadline(id: TermId, from: string): Deadline | undefined {
  if (!isIsoDate(from)) throw new RangeError(`from: expected YYYY-MM-DD, got ${from}`);
  const term = terms.find((row) => row.id === id);
  if (!term) return undefined;
  const date = new Date(Date.parse(from) + term.days * 86_400_000).toISOString().slice(0, 10);
  const params = { after: term.after, days: term.days, date: formatRocDate(date, 'short') };
  return {
    date,
    issue: {
      code: 'DEADLINE_CA_DECIDES',
      severity: 'info',
      path: '',
      message: fillTemplate(deadlineMessages.DEADLINE_CA_DECIDES, params),
      params,
      source: term.source,
    },
  };
}
