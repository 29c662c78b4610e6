/** What one turn of an engine did. */
export interface TurnReport {
  /** Recipients whose package the remote side took. */
  accepted: number;
  /** Letters registered for the first time. */
  registered: number;
  /** Packages that were answered with the stored notice again. */
  duplicates: number;
  parked: number;
  noticesSent: number;
  /** Deliveries that a notice ended. */
  confirmed: number;
  returned: number;
  failed: number;
  expired: number;
  /** Notices that were not valid and changed nothing. */
  refusedNotices: number;
  readonly problems: TurnProblem[];
}

/** Something that did not work this time; a retryable one is tried again by itself. */
export interface TurnProblem {
  readonly where: string;
  readonly code: string;
  readonly message: string;
  readonly retryable: boolean;
}

export function emptyReport(): TurnReport {
  return {
    accepted: 0,
    registered: 0,
    duplicates: 0,
    parked: 0,
    noticesSent: 0,
    confirmed: 0,
    returned: 0,
    failed: 0,
    expired: 0,
    refusedNotices: 0,
    problems: [],
  };
}

/** True when a turn found nothing to do. */
export function isIdle(report: TurnReport): boolean {
  const { problems, ...counts } = report;
  return problems.length === 0 && Object.values(counts).every((count) => count === 0);
}

/** Notes a failure; a programming mistake is not one and goes on up. */
export function noteProblem(report: TurnReport, where: string, error: unknown): void {
  if (error instanceof TypeError || error instanceof RangeError) throw error;
  const coded = error instanceof Error && 'code' in error ? error : undefined;
  report.problems.push({
    where,
    code: String(coded?.code ?? 'UNEXPECTED'),
    message: error instanceof Error ? error.message : String(error),
    retryable: coded === undefined || !('retryable' in coded) || coded.retryable === true,
  });
}
