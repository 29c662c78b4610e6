/** A fact that somebody outside can change, with the time it holds and where it was read. */
export interface DatedFact<Value> {
  readonly value: Value;
  /** First day, ISO; absent when unknown. */
  readonly from?: string;
  /** Last day, ISO; absent while it holds. */
  readonly to?: string;
  readonly source: string;
  /** Day on which the source was last compared, ISO. */
  readonly verifiedOn: string;
  readonly confidence: 'high' | 'medium' | 'low';
  /** What to ask before relying on it, zh-TW. */
  readonly caution?: string;
}

/** The history of one fact, oldest first. */
export type DatedFacts<Value> = readonly DatedFact<Value>[];

/**
 * The fact that holds on a day: the newest one whose time has begun and has not ended. Before the first known day the
 * first fact is taken, because old papers were made under it.
 *
 * @param facts history, oldest first
 * @param asOf ISO date
 */
export function factOn<Value>(facts: DatedFacts<Value>, asOf: string): DatedFact<Value> | undefined {
  const holds = facts.filter(
    (fact) => (fact.from === undefined || fact.from <= asOf) && (fact.to === undefined || asOf <= fact.to),
  );
  return holds.at(-1) ?? (facts[0]?.to !== undefined && asOf <= facts[0].to ? facts[0] : undefined);
}
